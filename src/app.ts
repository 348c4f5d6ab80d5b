import type { ApplicationFunction, Logger } from 'probot'
import { type Answer, errorAnswer } from './app/answer.ts'
import { carryOut, deny, permission, refuseArchived } from './app/carry-out.ts'
import { type CommandJob, commandJob } from './app/command-job.ts'
import type { AwsDoor } from './app/connect/aws-door.ts'
import { follow } from './app/follow/follow.ts'
import { type FollowJob, followJob } from './app/follow/follow-job.ts'
import { followed } from './app/follow/followed.ts'
import type { AppJob, QueuedJob } from './app/job.ts'
import { openSession, reply, type Session } from './app/session.ts'
import type { Core } from './app/set-up.ts'
import { settingsUrl } from './app/settings-url.ts'
import type { GitHub } from './github/connect.ts'
import { isGone } from './github/gone.ts'
import { isAnswered, type Mark } from './github/marker.ts'
import { react } from './github/reply.ts'
import type { Job, Queue } from './queue.ts'

/** Why a command had no reply. */
export type Unanswered = 'gone' | 'known'

export interface Parts {
  readonly github: GitHub
  readonly core: Core
  readonly aws: AwsDoor
  readonly log: Logger
  /** Has a job looked at again after a while. */
  readonly later: (job: AppJob, ms: number) => Promise<void>
}

/** Probot events to jobs: new comments on issues and pull requests, merges of what this app proposed, and nothing else. */
export function app(queue: Queue<QueuedJob>): ApplicationFunction {
  return (probot) => {
    const take = async (job: Job<AppJob> | null, log: Logger, what: string) => {
      if (job === null) return
      const added = await queue.add(job)
      log.info({ delivery: job.id, added, repository: job.data.repository }, what)
      if (added === 'full' || added === 'closed') throw new Error(`the queue is ${added}`)
    }
    probot.on('issue_comment.created', ({ payload, id, log }) => take(commandJob(payload, id), log, 'command'))
    probot.on('pull_request.closed', ({ payload, id, log }) => take(followJob(payload, id), log, 'merge'))
  }
}

/**
 * Does a job from token to reply; a command that was answered before changes nothing. Gives what became of it, for the log and
 * the metrics: `gone` where installation, repository or issue went away, before or meanwhile.
 */
export async function runJob(job: AppJob, parts: Parts): Promise<Answer['outcome'] | Unanswered> {
  const done = job.kind === 'follow' ? followOnce(job, parts) : answerOnce(job, parts)
  return done.catch((error: unknown) => {
    if (isGone(error)) return 'gone'
    throw error
  })
}

async function answerOnce(given: CommandJob, parts: Parts): Promise<Answer['outcome'] | Unanswered> {
  const opened = await openSession(given, parts, settingsUrl(given, parts.github), parts.log)
  if (opened === null) return 'gone'
  const mark = opened.state.reply?.mark ?? null
  const job = takenOver(given, mark)
  const session = { ...opened, job }
  const follows = (job.follow ?? 0) > 0
  // What goes on by itself gives way to whatever was commented since.
  if (follows ? mark?.commands.at(-1) !== job.comment.id : isOver(mark, job.comment.id)) return 'known'
  if (session.state.repository.archived) return refuseArchived(session)
  const allowed = await permission(session)
  if (!allowed.allowed) return follows ? 'known' : (await deny(session, allowed.because)).outcome
  if (!follows && !isAnswered(mark, job.comment.id)) await react(session.place, job.comment.id, 'eyes')
  const answer = await answerOf({ ...session, role: allowed.role }, parts)
  await reply(session, answer)
  if (answer.againMs !== undefined)
    await parts.later({ ...job, follow: answer.step ?? (job.follow ?? 0) + 1 }, answer.againMs)
  return answer.outcome
}

/** A command that its process left while it kept the reply up to date goes on from there; it is asked nothing again. */
function takenOver(job: CommandJob, mark: Mark | null): CommandJob {
  return job.follow === undefined && connects(mark, job.comment.id) ? { ...job, follow: 1 } : job
}

/** Whether this command is the newest and goes on, in AWS or with the deployment after it. The deployment after a merge is no command. */
function connects(mark: Mark | null, command: number): boolean {
  if (mark?.commands.at(-1) !== command) return false
  return mark.outcome === 'connecting' || (mark.outcome === 'deploying' && mark.follows?.after !== command)
}

/** Whether a command was answered for good: a survey whose process died is taken up where it stopped. */
function isOver(mark: Mark | null, command: number): boolean {
  const goesOn = mark?.survey !== undefined && mark.commands.at(-1) === command
  return isAnswered(mark, command) && !goesOn
}

/** Looks at the deployment of what was merged, brings the reply up to date, and has it looked at again until it came to an end. */
async function followOnce(job: FollowJob, parts: Parts): Promise<Answer['outcome'] | Unanswered> {
  const session = await openSession(job, parts, settingsUrl(job, parts.github), parts.log)
  if (session === null) return 'gone'
  const after = await followed(session)
  if (after === null) return 'known'
  const answer = await follow(session, parts.core)
  if (answer === null) return 'known'
  await reply(session, { ...answer, follows: { commit: job.commit, after, ended: answer.againMs === undefined } })
  if (answer.againMs !== undefined) await parts.later({ ...job, after, looks: job.looks + 1 }, answer.againMs)
  return answer.outcome
}

/** The one place where errors become answers. */
async function answerOf(session: Session, { core, log }: Parts): Promise<Answer> {
  try {
    return await carryOut(session, core)
  } catch (error) {
    const answer = errorAnswer(error, session.job.delivery, session.texts)
    if (answer.outcome === 'failed') log.error({ err: error }, 'command failed')
    return answer
  }
}
