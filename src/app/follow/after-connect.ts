import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import type { Answer, OutcomeCode } from '../answer.ts'
import type { Seen } from '../look.ts'
import type { Session } from '../session.ts'
import { firstDeployment, nextLook } from './first-deployment.ts'
import { type Progress, progressOf } from './progress.ts'
import { followReport } from './report.ts'

const outcomes = {
  moving: 'deploying',
  person: 'deploying',
  done: 'deployed',
  failed: 'not_deployed',
  unseen: 'connected',
} as const satisfies Record<Progress, OutcomeCode>

/**
 * What `connect` made builds for the first time, or lets a workflow deploy: its answer goes on to the address, or to the cause of a failure. While
 * `connect` is still at work only the page of the repository is brought up to date. Whatever is in service counts: a commit that was deployed before
 * is not deployed again.
 */
export async function afterConnect(session: Session, seen: Seen, answer: Answer): Promise<Answer> {
  const { job, place, github, aws, state } = session
  const commit = state.head?.commit
  if (commit === undefined) return answer
  const wanted = { commit, since: new Date(0).toISOString(), patient: true, number: job.comment.id }
  const { followed: all, githubSilent } = await firstDeployment(session, seen, wanted)
  const progress = progressOf(all)
  if (all.length === 0 || answer.outcome !== 'connected') return answer
  const texts = textsOf(seen.context)
  const afterwards = texts.follow.afterwards(code(seen.context.repository.defaultBranch))
  // What AWS builds has its address in what `connect` says.
  const plain = progress === 'done' && all.every(({ status }) => status.of.workflow === null)
  if (plain) return { ...answer, text: `${answer.text}\n\n${afterwards}`, outcome: 'deployed' }
  const page = `https://${github.host}/${place.owner}/${place.name}`
  const again = nextLook(all, job.follow ?? 0)
  // What was left to a person is done once it is in service.
  const before = progress === 'done' ? [texts.connect.doneLead] : [answer.text, `**${texts.follow.heading}**`]
  const text = [
    ...before,
    ...followReport(all, commit, { repository: page, texts, githubSilent }),
    ...(progress === 'done' ? [afterwards] : []),
    ...(again === null && (progress === 'moving' || progress === 'person') ? [texts.follow.overdue] : []),
  ].join('\n\n')
  const told = { ...answer, text, outcome: outcomes[progress] }
  return again === null ? told : { ...told, againMs: again * aws.secondMs }
}
