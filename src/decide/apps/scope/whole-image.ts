import { builds } from '../../../detect/docker/owner.ts'
import { pathFrom } from '../../../detect/path-from.ts'
import { join } from '../../../detect/place.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow, isIn } from './folders.ts'

/**
 * One image that holds several folders: the Dockerfile above them copies the server and the pages it serves, so that these
 * are one app, in the folder of the Dockerfile (case G8).
 */
export const wholeImage: ScopeRule = {
  id: 'whole-image',
  apply(drafts) {
    const merged = drafts.map((draft) => ({ draft, inside: insideOf(draft, drafts) }))
    const gone = new Set(merged.flatMap(({ inside }) => inside))
    return merged.flatMap(({ draft, inside }) => {
      if (gone.has(draft)) return []
      const server = inside.find(isServer)
      return server ? [withServer(draft, server, inside)] : [draft]
    })
  },
}

const isServer = ({ app }: Draft) => app?.kind === 'server' || app?.kind === 'ssr'

// Compiled in the folder of the solution; where the program is interpreted, its own folder is the better root.
const compiled: ReadonlySet<string | null> = new Set(['dotnet', 'java', 'go', 'rust'])

/** The drafts below that the image of this one is made of; none where it is an app by itself. */
function insideOf(draft: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const { app, place } = draft
  if (!app?.dockerfile?.usable || app.framework !== null || app.dockerfile.context !== place.root) return []
  const copied = copiedBy(draft)
  const whole = builtWhole(draft)
  const inside = drafts.filter(
    (other) =>
      other.app &&
      isBelow(other.place.root, place.root) &&
      (copied.some((path) => touches(path, other.place.root)) || (whole && isBuiltInto(draft, other))),
  )
  const servers = inside.filter(isServer)
  const [server] = servers
  if (servers.length !== 1 || !server?.app) return []
  const pages = inside.some((other) => other.app?.kind === 'static')
  return pages || compiled.has(server.app.language) ? inside : []
}

function copiedBy({ app, place }: Draft): readonly string[] {
  const build = builds(place.repository).find(({ facts }) => facts.path === app?.dockerfile?.path)
  const root = place.root === '.' ? '' : `${place.root}/`
  return (build?.facts.copied ?? []).flatMap(({ source }) =>
    source === '.' ? [] : [`${root}${source.replace(/\/$/, '')}`],
  )
}

/** `COPY . .` and a build inside the image, of a language that is compiled. */
function builtWhole({ app, place }: Draft): boolean {
  const facts = factsOf(app, place)
  return compiled.has(app?.language ?? null) && (facts?.copied ?? []).some(({ source }) => source === '.')
}

/** Whether an image of the whole repository is one of this program: in its language, and without an image of its own. */
function isBuiltInto({ app }: Draft, other: Draft): boolean {
  return other.app?.language === app?.language && !other.app?.dockerfile?.usable && isServer(other)
}

function factsOf(app: App | null, place: Draft['place']) {
  return builds(place.repository).find((build) => build.facts.path === app?.dockerfile?.path)?.facts
}

const touches = (path: string, folder: string) => isIn(path, folder) || isIn(folder, path)

/** The image's own facts stay; what only the server's folder tells is added, with the pages that are built into it. */
function withServer(draft: Draft, server: Draft, inside: readonly Draft[]): Draft {
  const { app: image, place } = draft
  const from = server.app
  if (!image || !from) return draft
  const pages = inside.flatMap(({ app }) => (app?.kind === 'static' ? app : []))
  const own = (command: string | null) => relocated(command, pathFrom(place.root, server.place.root), server)
  const after = own(from.build)
  const steps = [...pages.map((page) => buildOf(page, place.root, after !== null)), after].filter(
    (step) => step !== null,
  )
  const whole: App = {
    ...from,
    root: place.root,
    runtime: runtimeOf(draft, from),
    install: own(from.install),
    build: steps.length > 0 ? steps.join(' && ') : null,
    output: from.output === null ? null : join(pathFrom(place.root, server.place.root), from.output),
    test: null,
    lint: null,
    start: image.start ?? own(from.start),
    port: image.port ?? from.port,
    honoursPort: image.honoursPort ?? from.honoursPort,
    workspace: null,
    dockerfile: image.dockerfile,
    env: [...new Set([...image.env, ...from.env])],
    needs: [...new Set([...image.needs, ...from.needs])],
    imageOnly: [...new Set([...image.imageOnly, ...from.imageOnly, place.texts.apps.severalFolders])],
    remarks: [...image.remarks, place.texts.apps.oneImage(image.dockerfile?.path ?? '')],
    evidence: [...image.evidence, ...from.evidence],
  }
  return { ...draft, app: whole }
}

// A default of the server's folder gives way to what the image stands on.
function runtimeOf({ app, place }: Draft, { runtime }: App): App['runtime'] {
  if (runtime && runtime.from !== 'default') return runtime
  const facts = builds(place.repository).find((build) => build.facts.path === app?.dockerfile?.path)?.facts
  return facts?.runtime ? { name: facts.runtime.name, version: facts.runtime.version, from: facts.path } : runtime
}

// What follows runs where it did before.
function buildOf({ root, install, build }: App, from: string, more: boolean): string | null {
  const steps = [install, build].filter((step) => step !== null)
  if (steps.length === 0) return null
  const whole = `cd ${pathFrom(from, root)} && ${steps.join(' && ')}`
  return more ? `(${whole})` : whole
}

/** A command of a folder as it is run from one above it. */
function relocated(command: string | null, folder: string, { place }: Draft): string | null {
  if (command === null || folder === '.') return command
  if (/^pip install -r \S+$/.test(command)) return command.replace('-r ', `-r ${folder}/`)
  const project = [...place.folder.files].find((name) => /\.[cf]sproj$/.test(name))
  if (/^dotnet (?:publish|restore)\b/.test(command) && project !== undefined) {
    return command
      .replace(project, '')
      .replace(/(publish|restore)\s*/, `$1 ${folder}/${project} `)
      .trim()
  }
  return `(cd ${folder} && ${command})`
}
