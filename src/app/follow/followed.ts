import { commentedAt } from '../../github/commented-at.ts'
import type { Session } from '../session.ts'
import type { FollowJob } from './follow-job.ts'

/**
 * The command whose reply a job keeps up to date: the one that was answered last when the merge came. Null where there is nothing to keep up to date:
 * the pull request is not this app's, its issue has no reply of this app, something newer was commented, or it came to its end already.
 */
export async function followed({ job, state, place }: Session<FollowJob>): Promise<number | null> {
  const { reply, pulls, repository } = state
  const latest = reply?.mark.commands.at(-1)
  if (reply === null || latest === undefined || repository.archived) return null
  if (job.after !== null) return job.after === latest ? latest : null
  const pull = pulls.find(({ number }) => number === job.pull)
  if (pull?.ours !== true || pull.state !== 'merged' || reply.mark.pull !== pull.number) return null
  const { follows } = reply.mark
  // A process that died while it followed is taken over from where it was.
  if (follows?.commit === job.commit) return follows.ended || follows.after !== latest ? null : latest
  const at = await commentedAt(place, latest)
  return at === null || Date.parse(at) <= Date.parse(job.at) ? latest : null
}
