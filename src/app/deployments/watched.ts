import { type Watching, watching } from '../../github/delivery-of.ts'
import { Blocked } from '../../github/refusal.ts'
import type { AppJob } from '../job.ts'
import type { Session } from '../session.ts'

/** What GitHub knows of deployments. Null where the installation has granted less than this takes. */
export async function watched({ github, access, place }: Session<AppJob>): Promise<Watching | null> {
  try {
    return watching({ ...place, client: await github.watcher(access) })
  } catch (error) {
    if (error instanceof Blocked) return null
    throw error
  }
}
