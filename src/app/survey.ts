import { configPath } from '../config.ts'
import { type Installed, installedRepositories } from '../github/installed.ts'
import { gitHubReader } from '../github/reader.ts'
import type { Tree } from '../model.ts'
import { mostRepositories } from '../overview/overview.ts'
import { overviewReport, progressReport } from '../overview/report.ts'
import { readTree } from '../tree.ts'
import { type Answer, deniedAnswer } from './answer.ts'
import { configuration, mayCommand } from './configuration.ts'
import type { Core } from './look.ts'
import type { Session } from './session.ts'
import { type Thread, threadOf } from './survey/audience.ts'
import { lookAtPart } from './survey/part.ts'
import { longestProgress, nothingYet, type Progress, packed, unpacked } from './survey/progress.ts'

/** How many repositories are looked at before other commands of the installation have their turn. */
const part = 10
/** The reply is written no more often than this, in seconds. */
const pause = 10

/**
 * Looks at every repository of the installation that everybody who reads this thread may read, a few at a time. Between the parts the command
 * is queued again, and how far it is stands in the mark of the reply: so others have their turn, and any process can go on.
 */
export async function survey(session: Session, core: Core): Promise<Answer> {
  if (!(await mayAsk(session))) return deniedAnswer('config', session.texts)
  const before = progressIn(session)
  // This part was done, and its process ended before it queued the next one.
  const run = session.job.follow ?? 0
  if (run < before.step) return going(session, before, 0)
  const started = Date.now()
  const lister = await session.github.lister(session.access)
  const { repositories, more } = await installedRepositories(lister)
  const thread = threadOf(session, repositories, lister)
  const all = candidates(repositories, thread)
  const done = new Set(before.done)
  const pending = all.slice(0, mostRepositories).filter(({ id }) => !done.has(id))
  const next = pending.slice(0, part)
  const { rows, hidden } = await lookAtPart(next, thread, session, core)
  const now: Progress = {
    step: run + 1,
    done: [...before.done, ...next.map(({ id }) => id)],
    total: before.done.length + pending.length,
    hidden: before.hidden + hidden,
    // The repository of the thread may have been made public since the survey began.
    rows: [...before.rows.filter(({ open }) => open || thread.audience !== 'public'), ...rows],
  }
  const left = pending.length - next.length
  const tooLong = left > 0 && packed(now).length > longestProgress
  if (left > 0 && !tooLong) return going(session, now, Date.now() - started)
  const beyond = more || all.length > mostRepositories
  return finished(session, now, { repositories, thread, beyond, unlooked: left })
}

/** Whether the configuration lets the person give commands here. */
async function mayAsk(session: Session): Promise<boolean> {
  const { commanders } = await configuration(session, await configurationTree(session))
  return mayCommand(commanders, session.role, session.job.actor.id)
}

async function configurationTree({ state, place }: Session): Promise<Tree | null> {
  const { head, repository } = state
  if (head === null || repository.defaultBranch === null) return null
  const reader = gitHubReader(place, { commit: head.commit, branch: repository.defaultBranch }, state.blobs)
  return readTree(reader, head.commit, (round) => (round === 0 ? [configPath] : []))
}

/** What the mark says of this very command; where that is nothing, it begins. */
function progressIn({ state, job, github }: Session): Progress {
  const mark = state.reply?.mark
  if (mark?.commands.at(-1) !== job.comment.id) return nothingYet
  return unpacked(mark.survey, github.host) ?? nothingYet
}

function candidates(repositories: readonly Installed[], thread: Thread): readonly Installed[] {
  return repositories.filter((one) => !one.archived && !one.fork && !one.disabled && thread.mayShow(one))
}

function going(session: Session, now: Progress, tookMs: number): Answer {
  return {
    outcome: 'surveying',
    text: progressReport(now.done.length, now.total, session.texts),
    pull: null,
    survey: packed(now),
    step: now.step,
    againMs: Math.max(0, pause * session.aws.secondMs - tookMs),
  }
}

interface End {
  readonly repositories: readonly Installed[]
  readonly thread: Thread
  readonly beyond: boolean
  readonly unlooked: number
}

function finished(session: Session, now: Progress, { repositories, thread, beyond, unlooked }: End): Answer {
  const known = repositories.filter((one) => thread.mayShow(one))
  const rows = now.rows.map(({ row }) => row)
  const leftOut = {
    archived: known.filter(({ archived }) => archived).length,
    forks: known.filter(({ archived, fork }) => fork && !archived).length,
    hidden: thread.audience === 'public' ? 0 : now.hidden,
    ...{ beyond, unlooked },
  }
  const overview = { owner: session.place.owner, rows, leftOut, audience: thread.audience }
  return { outcome: 'surveyed', text: overviewReport(overview, session.texts), pull: null }
}
