import { workspaceRoots } from '../../../detect/node/workspaces.ts'
import type { Repository } from '../../../detect/repository.ts'
import type { Draft, ScopeRule } from '../draft.ts'
import { isBelow } from './folders.ts'

/**
 * The root of a workspace whose start command only starts one of its packages is no app besides that package:
 * `turbo run start --filter=web`, `npm start -w api`.
 */
export const workspaceStarter: ScopeRule = {
  id: 'workspace-starter',
  apply: (drafts, repository) => drafts.filter((draft) => !startsMember(draft, drafts, repository)),
}

const forMembers = /\b(turbo|nx|lerna|rush)\b|--filter\b|--workspace\b|\s-w[\s=]|--cwd\b|--scope\b|yarn workspace\b/

function startsMember({ app, place }: Draft, drafts: readonly Draft[], repository: Repository): boolean {
  if (app?.kind !== 'server' || (app.framework !== null && app.framework !== 'node')) return false
  const workspace = workspaceRoots(repository).get(place.root)
  if (!workspace) return false
  const members = drafts.filter(
    (other) => other.app && isBelow(other.place.root, place.root) && workspace.packages.has(other.place.root),
  )
  const start = app.start ?? ''
  const named = members.some((other) => start.includes(other.place.root))
  return members.some((other) => other.app?.kind !== 'static') && (named || forMembers.test(start))
}
