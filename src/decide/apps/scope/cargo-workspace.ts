import { all } from '../../../detect/finding.ts'
import { get, list } from '../../../detect/json.ts'
import { placeAt } from '../../../detect/place.ts'
import type { Repository } from '../../../detect/repository.ts'
import type { App } from '../../../model.ts'
import type { Draft, ScopeRule } from '../draft.ts'

/**
 * The only program of a Cargo workspace is built and started from the workspace: its lockfile and `target/` are there, and
 * relative paths of the program are meant from there.
 */
export const cargoWorkspace: ScopeRule = {
  id: 'cargo-workspace',
  apply(drafts, repository) {
    const moved = new Map(
      drafts.flatMap((draft) => (isOnlyProgram(draft, drafts) ? [[draft, topOf(draft)] as const] : [])),
    )
    const tops = new Set(moved.values())
    return drafts.flatMap((draft) => {
      const top = moved.get(draft)
      if (top !== undefined) return [atTop(draft, top, drafts, repository)]
      return tops.has(draft.place.root) && draft.app === null ? [] : [draft]
    })
  },
}

const topOf = ({ app, place }: Draft) => app?.workspace?.root ?? place.root

function isOnlyProgram(draft: Draft, drafts: readonly Draft[]): boolean {
  const { app, place } = draft
  if (app?.language !== 'rust' || app.kind === 'static' || app.workspace?.manager !== 'cargo') return false
  if (app.dockerfile?.usable && app.dockerfile.path.startsWith(`${place.root}/`)) return false
  return !drafts.some(
    (other) =>
      other !== draft && other.app !== null && (other.place.root === topOf(draft) || topOf(other) === topOf(draft)),
  )
}

function atTop(draft: Draft, top: string, drafts: readonly Draft[], repository: Repository): Draft {
  const place = placeAt(repository, top)
  const members = list(get(place.toml('Cargo.toml'), 'workspace', 'members'))
  const beside = drafts.find((other) => other.place === place)?.findings ?? []
  const here = (command: string | null) => command?.replace(/^(?:\.\.\/)+target\//, './target/') ?? null
  const plain = members.length === 1 && !String(members[0]).includes('*')
  const { app } = draft
  const whole: App | null = app && {
    ...app,
    root: top,
    workspace: null,
    build: plain ? (app.build?.replace(/ --bin \S+$/, '') ?? null) : app.build,
    start: here(app.start),
    env: [...new Set([...app.env, ...all(beside, 'env').map(({ value }) => value)])],
  }
  return { ...draft, place, app: whole }
}
