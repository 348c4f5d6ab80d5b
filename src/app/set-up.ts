import { type Commanders, ConfigMistakes } from '../config.ts'
import { UserError } from '../errors.ts'
import { Raced } from '../github/commit.ts'
import { permissionOf } from '../github/permission.ts'
import type { Place } from '../github/place.ts'
import type { Published } from '../github/publication.ts'
import { publish } from '../github/publish.ts'
import { Blocked, explainRefusal } from '../github/refusal.ts'
import type { Outcome, Request } from '../model.ts'
import { textsOf } from '../text.ts'
import { type Answer, deniedAnswer, dryRunAnswer, otherAnswer, publishedAnswer } from './answer.ts'
import { checkMistakes, mayCommand } from './configuration.ts'
import { filesAsText } from './files-as-text.ts'
import { type Core, look, type Seen } from './look.ts'
import { overPeople } from './over-people.ts'
import { refuseOtherPaths } from './refuse-other-paths.ts'
import { refresh, type Session } from './session.ts'

export type { Core } from './look.ts'

type Proposal = Extract<Outcome, { kind: 'proposal' }>

const attempts = 3

/** Reads the repository, works out what to propose, and proposes it; again, on what is there then, where a branch moved meanwhile. */
export async function setUp(session: Session, core: Core, request: Request): Promise<Answer> {
  let current = session
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await setUpOnce(current, core, request)
      return attempt === 1 ? answer : { ...answer, raced: true }
    } catch (error) {
      if (!(error instanceof Raced) || attempt === attempts) throw error
      current = await refresh(session)
    }
  }
}

async function setUpOnce(session: Session, core: Core, request: Request): Promise<Answer> {
  const showsOnly = request.verb === 'plan' || request.dryRun
  const seen = await look(session, core, request).catch(async (error: unknown) => {
    if (error instanceof ConfigMistakes && !showsOnly) await checkMistakes(session, error)
    throw error
  })
  if (seen === null) return deniedAnswer('config', session.texts)
  const { outcome } = seen
  const texts = textsOf(seen.context)
  if (outcome.kind !== 'proposal') return otherAnswer(outcome, texts)
  if (showsOnly) return dryRunAnswer(outcome, texts)
  refuseOtherPaths(outcome.files, outcome.choices)
  try {
    return publishedAnswer(await publishSeen(session, seen, outcome), outcome.choices, texts)
  } catch (error) {
    const known = explainRefusal(error, session.access.grant.settingsUrl)
    if (known instanceof Blocked)
      return { outcome: 'refused', text: `${known.in(texts)}\n\n${filesAsText(outcome.files, texts)}`, pull: null }
    throw known
  }
}

async function publishSeen(
  session: Session,
  { self, tree, configuration, context }: Seen,
  outcome: Proposal,
): Promise<Published> {
  const { state, place } = session
  if (tree === null || state.head === null) throw new Error('a proposal for a repository without commits')
  const workflows = outcome.files.some(({ path }) => path.startsWith('.github/workflows/'))
  return publish(place, {
    state,
    head: state.head,
    entries: tree.entries,
    files: outcome.files,
    pullRequest: outcome.pullRequest,
    base: outcome.defaultBranch,
    self,
    texts: textsOf(context),
    check: outcome.check,
    over: (read) => overPeople(outcome.files, read, textsOf(context).files),
    beforeWriting: () => beforeWriting(session, workflows, configuration.commanders),
  })
}

/** Asks again whether the person may, since time has passed, and only then gets the right to write. */
async function beforeWriting(session: Session, workflows: boolean, commanders: Commanders | null): Promise<Place> {
  const permission = await permissionOf(session.place, session.job.actor)
  if (!permission.allowed || !mayCommand(commanders, permission.role, session.job.actor.id)) {
    throw new UserError(({ reply }) => reply.notAnyMore)
  }
  return { ...session.place, client: await session.github.writer(session.access, workflows) }
}
