import { parseComment } from '../command/parse.ts'
import type { Command, Mistake } from '../command/reading.ts'
import type { Job } from '../queue.ts'
import { blobId } from '../render/lock.ts'
import { languageOf } from '../text.ts'
import type { ThreadJob } from './thread-job.ts'

/** What was written on the thread when the command was given, each at most 32,000 characters. */
export interface Said {
  readonly comment: string
  readonly issue: string
}

/** A command that someone gave, as plain data: all that is needed to carry it out later, or in another process. */
export interface CommandJob extends ThreadJob {
  /** Absent, so that jobs are told apart. */
  readonly kind?: undefined
  /** `at`: when it was made, ISO 8601. */
  readonly comment: { readonly id: number; readonly url: string; readonly at: string }
  readonly actor: { readonly id: number; readonly login: string }
  /** The text of the comment when it was made; later edits do not count. */
  readonly reading: Command | Mistake
  /** For commands that read a form; absent: the command does not. Later edits do not count. */
  readonly said?: Said
  /** How often this command went on by itself already; absent: it was just given. */
  readonly follow?: number
}

/** As much of an account in a delivery as matters here. */
interface Account {
  readonly id: number
  readonly login: string
  readonly type?: string
}

/** As much of a delivery of `issue_comment` as matters here. */
export interface CommentCreated {
  readonly installation?: { readonly id: number } | undefined
  readonly repository: { readonly id: number; readonly name: string; readonly owner: Account }
  readonly issue: { readonly number: number; readonly title?: string; readonly body?: string | null }
  readonly comment: {
    readonly id: number
    readonly html_url: string
    readonly created_at: string
    readonly body: string
    readonly user: Account | null
    readonly performed_via_github_app?: object | null
  }
  readonly sender: Account
}

/**
 * The job that a new comment asks for, or null where it asks for none: no command, or not written by a person. Comments by bots,
 * by this app, or by any app on behalf of a person are never commands, so two apps cannot set each other off.
 */
export function commandJob(event: CommentCreated, delivery: string): Job<CommandJob> | null {
  const { installation, repository, issue, comment, sender } = event
  const { user } = comment
  if (installation === undefined || user === null || !isPerson(user) || !isPerson(sender)) return null
  if (user.id !== sender.id || (comment.performed_via_github_app ?? null) !== null) return null
  const reading = parseComment(comment.body)
  if (reading === null) return null
  const { id, name, owner } = repository
  const said = reading.kind === 'accounts' ? { said: saidIn(comment.body, issue.body ?? '') } : {}
  const data: CommandJob = {
    delivery,
    installation: installation.id,
    repository: { id, name, owner: owner.login, organization: owner.type === 'Organization' },
    issue: issue.number,
    comment: { id: comment.id, url: comment.html_url, at: comment.created_at },
    actor: { id: user.id, login: user.login },
    reading,
    ...said,
    lang: languageOf(comment.body, issue.title, issue.body),
  }
  const asked = reading.kind === 'mistake' ? reading.line : reading
  const key = JSON.stringify([id, issue.number, user.id, asked, ...Object.values(said).map(hashOf)])
  return { id: delivery, lane: String(installation.id), key, data }
}

/** As a database takes it: without NUL and halves of characters. */
function saidIn(comment: string, issue: string): Said {
  const kept = (text: string) => text.slice(0, 32_000).replaceAll('\0', '').toWellFormed()
  return { comment: kept(comment), issue: kept(issue) }
}

function hashOf(said: Said): string {
  return blobId(JSON.stringify(said))
}

function isPerson({ type, login }: Account): boolean {
  return type !== 'Bot' && !login.endsWith('[bot]')
}
