import type { Job } from '../../queue.ts'
import { setUpBranch } from '../../render/pull-request.ts'
import { languageOf } from '../../text.ts'
import type { ThreadJob } from '../thread-job.ts'

/** The first deployment of what was merged, which is looked at until it is in service or has failed. */
export interface FollowJob extends ThreadJob {
  readonly kind: 'follow'
  /** The pull request that was merged. */
  readonly pull: number
  /** The commit on the default branch, full id. */
  readonly commit: string
  /** When it was merged, ISO 8601. */
  readonly at: string
  /** The command whose reply is kept up to date; null: not looked up yet. */
  readonly after: number | null
  /** How often it was looked at already. */
  readonly looks: number
}

/** As much of an account in a delivery as matters here. */
interface Account {
  readonly login: string
  readonly type?: string
}

/** As much of a delivery of `pull_request.closed` as matters here. */
export interface PullClosed {
  readonly installation?: { readonly id: number } | undefined
  readonly repository: {
    readonly id: number
    readonly name: string
    readonly owner: Account
    readonly default_branch: string
  }
  readonly pull_request: {
    readonly number: number
    readonly title: string
    readonly body: string | null
    readonly merged: boolean | null
    readonly merged_at: string | null
    readonly merge_commit_sha: string | null
    readonly user: Account | null
    readonly head: { readonly ref: string; readonly repo: { readonly id: number } | null }
    readonly base: { readonly ref: string }
  }
}

/**
 * The job that a merge asks for, or null where it asks for none: only what a bot proposed from our branch of this very repository and what went into the
 * default branch. Whether the bot is this app, and whether the issue is the right one, is asked of GitHub when the job is done: people can
 * edit the text of a pull request.
 */
export function followJob(event: PullClosed, delivery: string): Job<FollowJob> | null {
  const { installation, repository, pull_request: pull } = event
  const { merged_at: at, merge_commit_sha: commit, user, head, base } = pull
  const issue = issueOf(pull.body)
  if (installation === undefined || issue === null || pull.merged !== true || at === null || commit === null)
    return null
  if (user?.type !== 'Bot' || head.ref !== setUpBranch || head.repo?.id !== repository.id) return null
  if (base.ref !== repository.default_branch) return null
  const { id, name, owner } = repository
  const data: FollowJob = {
    ...{ kind: 'follow', delivery, installation: installation.id },
    repository: { id, name, owner: owner.login, organization: owner.type === 'Organization' },
    ...{ issue, pull: pull.number, commit, at, after: null, looks: 0 },
    lang: languageOf(pull.title, pull.body),
  }
  return { id: delivery, lane: String(installation.id), key: JSON.stringify([id, 'follow', commit]), data }
}

/** The issue of the comment that the pull request says it was requested in: the last link of that form, since that line comes last. */
function issueOf(body: string | null): number | null {
  const found = [...(body ?? '').matchAll(/\/(?:issues|pull)\/(\d{1,10})#issuecomment-\d+\)/gu)].at(-1)
  return found === undefined ? null : Number(found[1])
}
