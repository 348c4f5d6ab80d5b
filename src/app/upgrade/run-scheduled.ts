import { isGone } from '../../github/gone.ts'
import type { AppJob, QueuedJob } from '../job.ts'
import { queueDue } from './due.ts'
import type { ScheduleParts } from './parts.ts'
import type { RoundsJob, ScheduleJob } from './schedule-job.ts'
import { type Upgraded, upgradeRepository } from './upgrade-repository.ts'

/** What came of it: how many jobs were queued, or what became of one repository. */
export type Scheduled = number | Upgraded | 'gone'

export function isScheduled(job: QueuedJob): job is Exclude<QueuedJob, AppJob> {
  return job.kind === 'rounds' || job.kind === 'due' || job.kind === 'upgrade'
}

/** Does what its time has come for. `gone`: the installation or the repository went away. */
export async function runScheduled(job: ScheduleJob, parts: ScheduleParts): Promise<Scheduled> {
  return run(job, parts).catch((error: unknown) => {
    if (isGone(error)) return 'gone'
    throw error
  })
}

function run(job: ScheduleJob, parts: ScheduleParts): Promise<Scheduled> {
  if (job.kind === 'rounds') return queueInstallations(job, parts)
  return job.kind === 'due' ? queueDue(job, parts) : upgradeRepository(job, parts)
}

/** Each installation is a job of its own: it has its own limits at GitHub, and its own mishaps. */
async function queueInstallations({ day }: RoundsJob, { github, add }: ScheduleParts): Promise<number> {
  const all = await github.installations()
  for (const { id: installation, owner, organization } of all) {
    const id = `due:${installation}:${day}`
    const added = await add({
      ...{ id, lane: String(installation), key: id },
      data: { kind: 'due', day, installation, owner, organization },
    })
    if (added === 'full' || added === 'closed') throw new Error(`the queue is ${added}`)
  }
  return all.length
}
