import { type Finding, find } from '../finding.ts'
import { once } from '../once.ts'
import { lineOf, type Place, parent, placeAt } from '../place.ts'

/** A release of a project: what `mix release NAME` puts together. */
export interface Release {
  readonly name: string
  /** It holds the app that answers HTTP. */
  readonly web: boolean
  readonly line: number | null
}

/** The folder of an umbrella's apps: `apps_path: "apps"`; null where the project is none. */
function appsPath(place: Place): string | null {
  return /^\s*apps_path:\s*"([\w./-]+)"/m.exec(place.text('mix.exs') ?? '')?.[1] ?? null
}

/** The umbrella that a project is an app of; null where it stands alone. */
export function umbrellaAbove(place: Place): Place | null {
  const folder = parent(place.root)
  const above = folder === null ? null : parent(folder)
  if (above === null || folder === null) return null
  const top = placeAt(place.repository, above)
  const path = appsPath(top)
  return path !== null && top.at(path) === folder ? top : null
}

/** The mix.exs of each app of an umbrella, with its name from the umbrella; none for a project of its own. */
export const umbrellaApps = once((place: Place): readonly { readonly name: string; readonly text: string }[] => {
  const path = appsPath(place)
  const folders = path === null ? [] : [...(place.repository.folder(place.at(path))?.folders ?? [])].sort()
  return folders.flatMap((folder) => {
    const name = `${path}/${folder}/mix.exs`
    const text = place.text(name)
    return text === undefined ? [] : [{ name, text }]
  })
})

/** The name of the app of a project. */
export function appOf(mix: string): string {
  return /^\s*\[?\s*app:\s*:(\w+)/m.exec(mix)?.[1] ?? 'app'
}

/** The releases that a project names, in `releases:` itself or in the function that it calls. */
export function releasesOf(place: Place, mix: string): readonly Release[] {
  const start = /^\s*releases:\s*\[|^\s*defp? releases(?:\(\))?\s+do\s*\[/m.exec(mix)
  if (!start) return []
  const from = start.index + start[0].length
  const web = new Set(
    umbrellaApps(place)
      .filter(({ text }) => /\{:(?:phoenix|plug_cowboy|bandit),/.test(text))
      .map(({ text }) => appOf(text)),
  )
  return listed(mix.slice(from)).map(({ name, at, inside }) => ({
    name,
    web: web.size === 0 || web.has(name) || [...web].some((app) => new RegExp(`\\b${app}:`).test(inside)),
    line: lineOf(mix, mix.slice(from + at, from + at + name.length + 1)),
  }))
}

/** The keys at the top of a list that have a list themselves, with what stands in it. */
function listed(text: string): readonly { readonly name: string; readonly at: number; readonly inside: string }[] {
  const found: { name: string; at: number; inside: string }[] = []
  let depth = 1
  for (const { 0: token, 1: name, index } of text.matchAll(/(\w+):\s*\[|[[\]]/g)) {
    depth += token === ']' ? -1 : 1
    const last = found.at(-1)
    if (depth === 0) break
    if (depth === 2 && name !== undefined) found.push({ name, at: index, inside: '' })
    if (depth === 1 && last) last.inside = text.slice(last.at, index)
  }
  return found
}

/** Releases without the app that answers HTTP are processes of their own, beside the one that does. */
export function otherReleases(place: Place, mix: string): readonly Finding[] {
  const all = releasesOf(place, mix)
  if (!all.some(({ web }) => web)) return []
  return all
    .filter(({ web }) => !web)
    .map(({ name, line }) =>
      find(
        'worker',
        {
          name,
          framework: null,
          build: `MIX_ENV=prod mix release ${name}`,
          start: `_build/prod/rel/${name}/bin/${name} start`,
        },
        { path: place.at('mix.exs'), line, says: place.texts.seen.release(name) },
      ),
    )
}
