import type { Merged } from '../config/merge.ts'
import type { Self } from '../github/branch.ts'
import { readSubject, repositoryFacts } from '../github/facts.ts'
import { gitHubReader } from '../github/reader.ts'
import type { Context, Outcome, Request, SubjectFacts, Tree } from '../model.ts'
import type { RepositoryReader } from '../tree.ts'
import { configuration, mayCommand } from './configuration.ts'
import { knownAccount } from './connect/known-account.ts'
import type { AppJob } from './job.ts'
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
  /** All of the configuration: who may give commands, and the organisation's roles in AWS. */
  readonly configuration: Merged
}

/**
 * Reads the repository and works out what to propose. Null where the configuration leaves commands to others.
 * Throws `UserError` where configuration or request cannot be served.
 */
export async function look(session: Session, core: Core, request: Request): Promise<Seen | null> {
  const { job, role } = session
  const may = (commanders: Merged['commanders']) => mayCommand(commanders, role, job.actor.id)
  return see(session, core, request, job.comment.id, may)
}

/** The same for any job. `number` names it in AWS's own log; `may`: whether to go on, by the configuration. */
export async function see(
  session: Session<AppJob>,
  core: Core,
  request: Request,
  number: number,
  may: (commanders: Merged['commanders']) => boolean,
): Promise<Seen | null> {
  const { state, place } = session
  const { self, enterprise } = await session.github.identity(place.client)
  const branch = state.repository.defaultBranch
  const head = state.head === null || branch === null ? null : { commit: state.head.commit, branch }
  const tree = await core.readTree(gitHubReader(place, head, state.blobs, state.proposed))
  const merged = await configuration(session, tree)
  const { config, commanders } = merged
  if (!may(commanders)) return null
  const facts = repositoryFacts(state, { host: session.github.host, enterprise })
  const lang = request.lang ?? config.lang ?? session.job.lang
  const aws = await knownAccount(
    session.aws,
    { repository: facts, roles: merged.roles },
    {
      ...{ config, request },
      asking: { verb: 'look', number, write: false },
      onRefusal: (refusal) => session.log.info({ refusal }, 'AWS did not tell'),
    },
  )
  const given = { repository: facts, aws, config, request: { ...request, lang } }
  return { self, tree, configuration: merged, ...(await proposed(core, tree, given, () => readSubject(place))) }
}

type Given = Omit<Context, 'repository'> & { readonly repository: Omit<Context['repository'], 'subject'> }

const unasked: SubjectFacts = { known: false, why: 'GitHub was not asked' }

/** What would be proposed. How GitHub forms the OIDC subject is a call that only some answers need: it is made where one looked at it. */
async function proposed(
  core: Core,
  tree: Tree | null,
  given: Given,
  ask: () => Promise<SubjectFacts>,
): Promise<Pick<Seen, 'context' | 'outcome'>> {
  let looked = false
  const repository = {
    ...given.repository,
    get subject() {
      looked = true
      return unasked
    },
  }
  const outcome = core.propose(tree, { ...given, repository })
  const context = { ...given, repository: { ...given.repository, subject: looked ? await ask() : unasked } }
  return { context, outcome: looked ? core.propose(tree, context) : outcome }
}
