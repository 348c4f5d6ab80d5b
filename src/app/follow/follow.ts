import { isOpen } from '../../decide/first-deployment.ts'
import { UserError } from '../../errors.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import type { Answer } from '../answer.ts'
import { everything } from '../everything.ts'
import { type Core, see, type Visit } from '../look.ts'
import type { Session } from '../session.ts'
import { firstDeployment, isPatient, nextLook } from './first-deployment.ts'
import type { FollowJob } from './follow-job.ts'
import { outcomes, progressOf } from './progress.ts'
import { followReport } from './report.ts'

/**
 * Says how far the first deployment of a merge is. It follows what a person merged, and only reads: nobody's permission is asked. Null where
 * nothing is delivered from the default branch, or where the configuration cannot be served: the next command says why.
 */
export async function follow(session: Session<FollowJob>, core: Core): Promise<Answer | null> {
  const { job, place, github, aws } = session
  const visit: Visit = { ...session, number: job.pull, lang: job.lang, may: () => true }
  const seen = await see(visit, core, everything).catch((error: unknown) => {
    if (error instanceof UserError) return null
    throw error
  })
  if (seen === null) return null
  const { commit, at: since, looks, pull } = job
  const wanted = { commit, since, patient: isPatient(looks), number: pull, everywhere: false }
  const { followed: all, githubSilent } = await firstDeployment(session, seen, wanted)
  if (all.length === 0) return null
  const texts = textsOf(seen.context)
  const page = `https://${github.host}/${place.owner}/${place.name}`
  const branch = code(seen.context.repository.defaultBranch)
  const again = nextLook(all, looks)
  const kind = progressOf(all)
  const text = [
    texts.follow.lead[kind](`[#${pull}](${page}/pull/${pull})`),
    ...followReport(all, commit, { repository: page, texts, githubSilent }),
    ...(kind === 'done' ? [texts.follow.afterwards(branch)] : []),
    ...(kind === 'failed' ? [texts.follow.again(branch)] : []),
    ...(again === null && all.some(({ step }) => isOpen(step)) ? [texts.follow.overdue] : []),
  ].join('\n\n')
  const answer = { outcome: outcomes[kind], text, pull }
  return again === null ? answer : { ...answer, againMs: again * aws.secondMs }
}
