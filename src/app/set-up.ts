import { type Commanders, configOf } from '../config.ts'
import { isAllowedPath } from '../decide/allowed-paths.ts'
import { UserError } from '../errors.ts'
import { Raced } from '../github/commit.ts'
import { explain } from '../github/explain.ts'
import { repositoryFacts } from '../github/facts.ts'
import { permissionOf, type Role } from '../github/permission.ts'
import type { Place } from '../github/place.ts'
import { publish } from '../github/publish.ts'
import { gitHubReader } from '../github/reader.ts'
import type { AwsFacts, Context, Outcome, Request, Tree } from '../model.ts'
import type { RepositoryReader } from '../tree.ts'
import { type Answer, deniedAnswer, dryRunAnswer, otherAnswer, publishedAnswer } from './answer.ts'
import { refresh, type Session } from './session.ts'

/** The core that the command line runs too. */
export interface Core {
  /** Null for a repository without commits. */
  readTree(reader: RepositoryReader): Promise<Tree | null>
  propose(tree: Tree | null, context: Context): Outcome
}

const attempts = 3
const unknownAccount: AwsFacts = { accountId: null, partition: 'aws', appRunnerCustomer: null, oidcProvider: null }

/** Reads the repository, works out what to propose, and proposes it; again, on what is there then, where a branch moved meanwhile. */
export async function setUp(session: Session, core: Core, request: Request): Promise<Answer> {
  let current = session
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await setUpOnce(current, core, request)
    } catch (error) {
      if (!(error instanceof Raced)) throw explain(error, session.access.grant.settingsUrl)
      if (attempt === attempts) throw error
      current = await refresh(session)
    }
  }
}

async function setUpOnce(session: Session, core: Core, request: Request): Promise<Answer> {
  const { state, place } = session
  const { self, enterprise } = await session.github.identity(place.client)
  const branchName = state.repository.defaultBranch
  const head = state.head === null || branchName === null ? null : { commit: state.head.commit, branch: branchName }
  const [facts, tree] = await Promise.all([
    repositoryFacts(place, state, { host: session.github.host, enterprise }),
    core.readTree(gitHubReader(place, head, state.blobs)),
  ])
  const { config, commanders } = configOf(tree)
  if (!mayCommand(commanders, session)) return deniedAnswer('config')
  const outcome = core.propose(tree, { repository: facts, aws: unknownAccount, config, request })
  if (outcome.kind !== 'proposal') return otherAnswer(outcome)
  if (request.verb === 'plan' || request.dryRun) return dryRunAnswer(outcome.choices, outcome.files, outcome.notes)
  if (tree === null || state.head === null) throw new Error('a proposal for a repository without commits')
  refuseOtherPaths(outcome)
  const published = await publish(place, {
    state,
    head: state.head,
    entries: tree.entries,
    files: outcome.files,
    pullRequest: outcome.pullRequest,
    base: outcome.defaultBranch,
    self,
    beforeWriting: () =>
      beforeWriting(
        session,
        outcome.files.some(({ path }) => path.startsWith('.github/workflows/')),
      ),
  })
  return publishedAnswer(published, outcome.choices)
}

/** The closed set of paths is checked here too, so that no mistake of the core reaches a repository. */
function refuseOtherPaths({ files, choices }: Extract<Outcome, { kind: 'proposal' }>): void {
  const roots = choices.map(({ app }) => app.root)
  const wrong = files.find(({ path }) => !isAllowedPath(path, roots))
  if (wrong !== undefined) throw new Error(`a generated file would lie at ${wrong.path}`)
}

const ranks: readonly Role[] = ['write', 'maintain', 'admin']

/** Whether the configuration lets this person give commands. Ids are compared as numbers, for equality. */
function mayCommand(commanders: Commanders | null, { role, job }: Session): boolean {
  if (commanders === null) return true
  const listed = commanders.ids.length === 0 || commanders.ids.includes(job.actor.id)
  return listed && ranks.indexOf(role) >= ranks.indexOf(commanders.role)
}

/** Asks again whether the person may, since time has passed, and only then gets the right to write. */
async function beforeWriting(session: Session, workflows: boolean): Promise<Place> {
  const permission = await permissionOf(session.place, session.job.actor)
  if (!permission.allowed) {
    throw new UserError(
      'Nothing was written: whoever gave the command has no write access to this repository any more.',
    )
  }
  return { ...session.place, client: await session.github.writer(session.access, workflows) }
}
