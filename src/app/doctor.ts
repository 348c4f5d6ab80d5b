import type { Watched } from '../decide/doctor/patient.ts'
import { examine } from '../decide/doctor.ts'
import { provisions } from '../decide/provisions.ts'
import { wantedByDoctor } from '../decide/wanted-by-doctor.ts'
import type { Request } from '../model.ts'
import { checkupText } from '../render/checkup.ts'
import { lockPath } from '../render/lock.ts'
import { textsOf } from '../text.ts'
import { type Answer, deniedAnswer } from './answer.ts'
import { survey } from './connect/survey.ts'
import { type Core, type Seen, see, visitOf } from './look.ts'
import type { Session } from './session.ts'

/** Says what is wrong with the delivery of the repository, and what mends it. Reads, and writes nothing but the reply. */
export async function doctor(session: Session, core: Core, request: Request): Promise<Answer> {
  const seen = await see(visitOf(session), core, request, { also: wantedByDoctor })
  if (seen === null) return deniedAnswer('config', session.texts)
  const { tree, context, outcome, faulty } = seen
  const texts = textsOf(context)
  if (tree === null) return { outcome: 'unknown', text: texts.outcome.noCommits, pull: null }
  const watched = await watch(session, seen)
  const checkup = examine({ tree, context, outcome, faulty, watched, today: dayOf(Date.now()) })
  return { outcome: 'nothing', text: checkupText(checkup, context), pull: null }
}

/** The day of a time in milliseconds, ISO 8601, in UTC. */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** What is in AWS of what the merged set-up needs; null where AWS cannot be asked, or does not tell. */
async function watch(session: Session, { tree, context, configuration }: Seen): Promise<readonly Watched[] | null> {
  if (tree === null || !tree.files.has(lockPath)) return null
  const needed = provisions(tree, context).filter(({ merged }) => merged === 'merged' || merged === 'older')
  const asking = { verb: 'look', number: session.job.comment.id, write: false }
  const whose = { repository: context.repository, roles: configuration.roles }
  const all = await survey(session.aws, whose, needed, 'look', asking)
  if (all.every(({ account }) => account === null)) return null
  return all.flatMap(({ provision, progress }) =>
    progress.map(({ resource, standing }) => ({
      environment: provision.destination.environment,
      resource,
      standing,
    })),
  )
}
