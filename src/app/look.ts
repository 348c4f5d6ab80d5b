import type { Merged } from '../config/merge.ts'
import { type Commanders, ConfigMistakes, type ReadConfiguration } from '../config.ts'
import type { Self } from '../github/branch.ts'
import { readSubject, repositoryFacts } from '../github/facts.ts'
import { gitHubReader } from '../github/reader.ts'
import type { Context, Outcome, Request, SubjectFacts, Tree } from '../model.ts'
import type { Lang } from '../text.ts'
import type { RepositoryReader } from '../tree.ts'
import { configurationAsRead, mayCommand } from './configuration.ts'
import { knownAccount } from './connect/known-account.ts'
import type { Session } from './session.ts'

/** The core that the command line runs too. */
export interface Core {
  /** Null for a repository without commits. `also`: further paths that are wanted, once the first files are there. */
  readTree(reader: RepositoryReader, also?: (read: Tree) => readonly string[]): Promise<Tree | null>
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
  /** What is wrong in it. */
  readonly faulty: ReadConfiguration['faulty']
}

/** Who looks at a repository: a person by a command, or the schedule. `number` leads to what was asked, in AWS's own log. */
export interface Visit extends Pick<Session, 'github' | 'access' | 'place' | 'state' | 'aws' | 'texts' | 'log'> {
  readonly number: number
  readonly lang: Lang | null
  readonly may: (commanders: Commanders | null) => boolean
}

/** How it is looked at where more is wanted than a proposal. */
export interface Thorough {
  readonly also: (read: Tree) => readonly string[]
}

/**
 * Reads the repository and works out what to propose. Null where the configuration leaves commands to others.
 * Throws `UserError` where configuration or request cannot be served.
 */
export async function look(session: Session, core: Core, request: Request): Promise<Seen | null> {
  return see(visitOf(session), core, request)
}

/** The visit of the person who gave a command. */
export function visitOf(session: Session): Visit {
  const { job, role } = session
  const may: Visit['may'] = (commanders) => mayCommand(commanders, role, job.actor.id)
  return { ...session, number: job.comment.id, lang: job.lang, may }
}

/**
 * The same for any visit. A thorough one reads more files, always asks how GitHub forms the OIDC subject, and goes on with a configuration
 * that has mistakes.
 */
export async function see(
  visit: Visit,
  core: Core,
  request: Request,
  thorough: Thorough | null = null,
): Promise<Seen | null> {
  const { state, place } = visit
  const { self, enterprise } = await visit.github.identity(place.client)
  const branch = state.repository.defaultBranch
  const head = state.head === null || branch === null ? null : { commit: state.head.commit, branch }
  const tree = await core.readTree(gitHubReader(place, head, state.blobs, state.proposed), thorough?.also)
  const { merged, faulty } = await configurationAsRead(visit, tree)
  if (faulty.length > 0 && thorough === null) throw new ConfigMistakes(faulty, visit.texts)
  if (!visit.may(merged.commanders)) return null
  const facts = repositoryFacts(state, { host: visit.github.host, enterprise })
  const aws = await accountOf(visit, merged, facts, request)
  const lang = request.lang ?? merged.config.lang ?? visit.lang
  const given = { repository: facts, aws, config: merged.config, request: { ...request, lang } }
  const ask = () => readSubject(place)
  const answer = await proposed(core, tree, given, { ask, always: thorough !== null })
  return { self, tree, configuration: merged, faulty, ...answer }
}

function accountOf(visit: Visit, { config, roles }: Merged, repository: Given['repository'], request: Request) {
  const asking = { verb: 'look', number: visit.number, write: false }
  const onRefusal = (refusal: object) => visit.log.info({ refusal }, 'AWS did not tell')
  return knownAccount(visit.aws, { repository, roles }, { config, request, asking, onRefusal })
}

type Given = Omit<Context, 'repository'> & { readonly repository: Omit<Context['repository'], 'subject'> }

const unasked: SubjectFacts = { known: false, why: 'GitHub was not asked' }

/** What would be proposed. How GitHub forms the OIDC subject is a call that only some answers need: it is made where one looked at it. */
async function proposed(
  core: Core,
  tree: Tree | null,
  given: Given,
  { ask, always }: { readonly ask: () => Promise<SubjectFacts>; readonly always: boolean },
): Promise<Pick<Seen, 'context' | 'outcome'>> {
  let looked = always
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
