import { isOpen } from '../../decide/first-deployment.ts'
import { likelyFix } from '../../decide/likely-fix.ts'
import { code } from '../../render/markdown.ts'
import { type Texts, textsOf } from '../../text.ts'
import type { Answer } from '../answer.ts'
import type { Seen } from '../look.ts'
import type { Session } from '../session.ts'
import { firstDeployment, nextLook } from './first-deployment.ts'
import { outcomes, progressOf } from './progress.ts'
import { type Followed, followReport } from './report.ts'

/** What cannot be seen was connected all the same. */
const outcomesHere = { ...outcomes, unseen: 'connected' } as const

/**
 * What `connect` made builds for the first time, or lets a workflow deploy: its answer goes on to the address, or to the cause of a failure. While
 * `connect` is still at work only the page of the repository is brought up to date. Whatever is in service counts: a commit that was deployed before
 * is not deployed again.
 */
export async function afterConnect(session: Session, seen: Seen, answer: Answer): Promise<Answer> {
  const { job, place, github, aws, state } = session
  const commit = state.head?.commit
  if (commit === undefined) return answer
  const wanted = { commit, since: new Date(0).toISOString(), patient: true, number: job.comment.id, everywhere: true }
  const { followed: all, githubSilent } = await firstDeployment(session, seen, wanted)
  if (all.length === 0) return answer
  const texts = textsOf(seen.context)
  const page = `https://${github.host}/${place.owner}/${place.name}`
  const report = (some: readonly Followed[]) => followReport(some, commit, { repository: page, texts, githubSilent })
  if (answer.outcome !== 'connected')
    return { ...answer, text: [answer.text, ...beside(all, report, texts)].join('\n\n') }
  const again = nextLook(all, job.follow ?? 0)
  const overdue = again === null && all.some(({ step }) => isOpen(step)) ? [texts.follow.overdue] : []
  const text = [...afterDone(all, answer.text, report, seen), ...overdue].join('\n\n')
  const told = { ...answer, text, outcome: outcomesHere[progressOf(all)] }
  return again === null ? told : { ...told, againMs: again * aws.secondMs }
}

type Report = (some: readonly Followed[]) => readonly string[]

/**
 * What is told while `connect` has not come to its end: how the workflow goes, since a service is made of the first image that it pushes, and what most
 * likely mends what AWS could not build.
 */
function beside(all: readonly Followed[], report: Report, { follow, status: words }: Texts): readonly string[] {
  const begun = all.filter(
    ({ status: { of, state } }) => of.workflow !== null && (state === 'deploying' || state === 'failed'),
  )
  const fixes = all.flatMap(({ status: { of, state, cause } }) =>
    of.workflow === null && state === 'failed' ? [likelyFix(cause ?? [])] : [],
  )
  return [
    ...(begun.length === 0 ? [] : [`**${follow.heading}**`, ...report(begun)]),
    ...[...new Set(fixes)].flatMap((fix) => (fix === null ? [] : [words.likelyFix(words.fixes[fix])])),
  ]
}

/** What is told once everything is there, by how the first deployment goes. */
function afterDone(all: readonly Followed[], connected: string, report: Report, { context }: Seen): readonly string[] {
  const { connect, follow } = textsOf(context)
  if (progressOf(all) !== 'done') return [connected, `**${follow.heading}**`, ...report(all)]
  const afterwards = follow.afterwards(code(context.repository.defaultBranch))
  // What AWS builds has its address in what `connect` says; what was left to a person for a workflow is done once that is in service.
  const plain = all.every(({ status }) => status.of.workflow === null)
  return plain ? [connected, afterwards] : [connect.doneLead, ...report(all), afterwards]
}
