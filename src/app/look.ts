import { type Commanders, configOf } from '../config.ts'
import type { Self } from '../github/branch.ts'
import { repositoryFacts } from '../github/facts.ts'
import type { Role } from '../github/permission.ts'
import { gitHubReader } from '../github/reader.ts'
import type { AwsFacts, Context, Outcome, Request, Tree } from '../model.ts'
import type { RepositoryReader } from '../tree.ts'
import type { Session } from './session.ts'

/** The core that the command line runs too. */
export interface Core {
  /** Null for a repository without commits. */
  readTree(reader: RepositoryReader): Promise<Tree | null>
  propose(tree: Tree | null, context: Context): Outcome
}

/** What would be proposed, and what that rests on. */
export interface Seen {
  readonly self: Self
  readonly tree: Tree | null
  readonly context: Context
  readonly outcome: Outcome
}

const unknownAccount: AwsFacts = { accountId: null, partition: 'aws', appRunnerCustomer: null, oidcProvider: null }

/**
 * Reads the repository and works out what to propose. Null where the configuration leaves commands to others.
 * Throws `UserError` where configuration or request cannot be served.
 */
export async function look(session: Session, core: Core, request: Request): Promise<Seen | null> {
  const { state, place } = session
  const { self, enterprise } = await session.github.identity(place.client)
  const branch = state.repository.defaultBranch
  const head = state.head === null || branch === null ? null : { commit: state.head.commit, branch }
  const [repository, tree] = await Promise.all([
    repositoryFacts(place, state, { host: session.github.host, enterprise }),
    core.readTree(gitHubReader(place, head, state.blobs)),
  ])
  const { config, commanders } = configOf(tree)
  if (!mayCommand(commanders, session)) return null
  const context: Context = { repository, aws: unknownAccount, config, request }
  return { self, tree, context, outcome: core.propose(tree, context) }
}

const ranks: readonly Role[] = ['write', 'maintain', 'admin']

/** Whether the configuration lets this person give commands. Ids are compared as numbers, for equality. */
function mayCommand(commanders: Commanders | null, { role, job }: Session): boolean {
  if (commanders === null) return true
  const listed = commanders.ids.length === 0 || commanders.ids.includes(job.actor.id)
  return listed && ranks.indexOf(role) >= ranks.indexOf(commanders.role)
}
