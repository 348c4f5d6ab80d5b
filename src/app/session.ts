import { setTimeout } from 'node:timers/promises'
import type { Logger } from 'probot'
import { accountsBranch } from '../accounts.ts'
import { langAsked } from '../command/parse.ts'
import { merge } from '../config/merge.ts'
import { readConfig } from '../config/read.ts'
import type { Level } from '../config/shape.ts'
import type { Access, GitHub } from '../github/connect.ts'
import { answered } from '../github/marker.ts'
import type { Role } from '../github/permission.ts'
import type { Place } from '../github/place.ts'
import { writeReply } from '../github/reply.ts'
import { type Reply, readState, type State } from '../github/state.ts'
import { statusOf } from '../github/status-of.ts'
import { accountsLockPath, lockPath } from '../render/lock.ts'
import { setUpBranch } from '../render/pull-request.ts'
import { removalBranch } from '../render/removal.ts'
import { type Lang, type Texts, textsIn } from '../text.ts'
import type { Answer } from './answer.ts'
import type { CommandJob } from './command-job.ts'
import type { AwsDoor } from './connect/aws-door.ts'
import type { AppJob } from './job.ts'
import { type Waiting, waiting } from './waiting.ts'

/** The branch that a job is about: what is set up and what is taken out again never share one. */
function branchOf(job: AppJob): string {
  if (job.kind === 'follow') return setUpBranch
  if (job.reading.kind === 'accounts') return accountsBranch
  return job.reading.kind === 'request' && job.reading.options.remove ? removalBranch : setUpBranch
}

/** Where the branch remembers what was generated on it. */
function lockOf(branch: string): string {
  return branch === accountsBranch ? accountsLockPath : lockPath
}

/** One job at work, a command unless told. `state` is what was read last. */
export interface Session<J extends AppJob = CommandJob> {
  readonly job: J
  readonly github: GitHub
  readonly access: Access
  readonly place: Place
  readonly state: State
  /** The way into AWS. */
  readonly aws: AwsDoor
  /** In the language of the answer. */
  readonly texts: Texts
  readonly lang: Lang
  /** What the person may do here; `write` until GitHub was asked. */
  readonly role: Role
  readonly log: Logger
  /** The waits for GitHub's rate limits so far. */
  readonly waiting: Waiting
}

/** Gets a token for the repository of the job and reads where things stand; null where it is not there (any more). */
export async function openSession<J extends AppJob>(
  job: J,
  { github, aws }: { readonly github: GitHub; readonly aws: AwsDoor },
  settingsUrl: string,
  log: Logger,
): Promise<Session<J> | null> {
  const waits = waiting(log)
  const grant = { installation: job.installation, repository: job.repository.id, settingsUrl }
  const access: Access = { grant, log, onWait: waits.onWait }
  const client = await github.reader(access)
  const { owner, name } = job.repository
  const branch = branchOf(job)
  const state = await readState(client, { owner, name, issue: job.issue, branch, lock: lockOf(branch) })
  if (state === null || state.repository.id !== job.repository.id) return null
  const place = { client, owner: state.repository.owner, name: state.repository.name }
  const lang = answerLang(job, state)
  const texts = textsIn(lang)
  waits.know({ place, number: job.issue, state, texts })
  return { job, github, aws, access, place, state, texts, lang, role: 'write', log, waiting: waits }
}

/**
 * The language of the answer: the one that the command asks for, else the configured one, else the one that people write.
 * A configuration with mistakes counts as far as it can be read.
 */
function answerLang(job: AppJob, { config, organisation }: State): Lang {
  const said = (text: string | null | undefined, level: Level) => (text ? readConfig(text, level).said : null)
  const configured = () => merge(said(organisation?.text, 'organisation'), said(config, 'repository')).config.lang
  return askedLang(job) ?? configured() ?? job.lang ?? 'en'
}

function askedLang(job: AppJob): Lang | null {
  if (job.kind === 'follow') return null
  const { reading } = job
  if (reading.kind === 'mistake') return langAsked(reading.line)
  return reading.kind === 'help' ? reading.lang : reading.options.lang
}

/** The same session with what is on GitHub now. */
export async function refresh(session: Session): Promise<Session> {
  const state = await readAgain(session)
  if (state === null) throw new Error('the repository or the issue went away')
  return { ...session, state }
}

/** Writes the one reply of the issue. */
export async function reply(session: Session<AppJob>, answer: Answer): Promise<void> {
  const { place, job, state, waiting } = session
  const told = await waiting.wasTold()
  const before = answer.raced ? await replyOfOther(session) : told ? await replyNow(session) : state.reply
  const pull = answer.pull ?? before?.mark.pull ?? null
  const plan = answer.plan === undefined ? {} : { plan: answer.plan }
  const survey = answer.survey === undefined ? {} : { survey: answer.survey }
  const follows = answer.follows ?? before?.mark.follows
  const mark = {
    outcome: answer.outcome,
    commands: job.kind === 'follow' ? (before?.mark.commands ?? []) : answered(before?.mark ?? null, job.comment.id),
    pull,
    ...plan,
    ...survey,
    ...(follows === undefined ? {} : { follows }),
  }
  const text = [answer.text, ...footnotes(session)].join('\n\n')
  await writeReply({ place, issue: job.issue, before }, text, mark, {
    find: () => replyNow(session),
    alone: answer.alone === true,
  })
}

/** Milliseconds between looks for the reply of another process. */
const looks = [0, 1000, 2000, 4000]

/** Another process was first, so its reply comes first too; null: none came, be it that the process died, be it that it answers elsewhere. */
async function replyOfOther(session: Session<AppJob>): Promise<Reply | null> {
  for (const pause of looks) {
    await setTimeout((pause * session.aws.secondMs) / 1000)
    const found = await replyNow(session)
    if (found !== null) return found
  }
  return null
}

async function replyNow(session: Session<AppJob>): Promise<Reply | null> {
  return (await readAgain(session))?.reply ?? null
}

/** The same where GitHub may refuse every write, as in an archived repository. */
export async function replyIfPossible(session: Session, answer: Answer): Promise<void> {
  await reply(session, answer).catch((error: unknown) => {
    if (statusOf(error) !== 403) throw error
    session.log.info('GitHub takes no reply here')
  })
}

function footnotes({ job, waiting, texts }: Session<AppJob>): string[] {
  return [
    ...(job.kind !== 'follow' && job.reading.kind !== 'mistake' && job.reading.another ? [texts.reply.another] : []),
    ...(waiting.seconds() > 0 ? [texts.reply.waited(waiting.seconds())] : []),
  ]
}

function readAgain({ place, job }: Session<AppJob>): Promise<State | null> {
  return readState(place.client, {
    owner: place.owner,
    name: place.name,
    issue: job.issue,
    branch: branchOf(job),
    lock: lockOf(branchOf(job)),
  })
}
