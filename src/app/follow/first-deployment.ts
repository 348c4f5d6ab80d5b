import { deliveredApps } from '../../decide/delivered-apps.ts'
import { type Awaited, isOpen, stepOf } from '../../decide/first-deployment.ts'
import { readDeployments } from '../deployments/read.ts'
import { watched } from '../deployments/watched.ts'
import type { AppJob } from '../job.ts'
import type { Seen } from '../look.ts'
import type { Session } from '../session.ts'
import { recordDeployments } from './record.ts'
import type { Followed } from './report.ts'

/** What is waited for, and what names the look in AWS's own log. */
export interface Wanted extends Awaited {
  readonly number: number
  /** Environments of other branches, too: whatever is there now. */
  readonly everywhere: boolean
}

/** What was seen. `githubSilent`: this app may not ask GitHub for runs and deployments. */
export interface Sighted {
  readonly followed: readonly Followed[]
  readonly githubSilent: boolean
}

/** Seconds until the next look, by how often it was looked: two hours in all. */
const pauses = [15, 20, 30, 45, 60, 60, 90, 90, 120, 120]
const longestPause = 180
const mostLooks = 46
/** Ten minutes: what has not begun by then does not begin by itself. */
const patientLooks = 10

export function isPatient(looks: number): boolean {
  return looks < patientLooks
}

/**
 * How far a commit is on its way into every environment that its branch is delivered to, in the order of environments; empty where it is delivered to none.
 * What GitHub does not record by itself is put on the page of the repository.
 */
export async function firstDeployment(session: Session<AppJob>, seen: Seen, wanted: Wanted): Promise<Sighted> {
  const { tree, context, configuration } = seen
  const branch = session.state.repository.defaultBranch
  const delivered = tree === null ? [] : deliveredApps(tree, context)
  const apps = delivered.filter((one) => one.merged && (wanted.everywhere || one.destination.branch === branch))
  if (apps.length === 0) return { followed: [], githubSilent: false }
  const github = await watched(session)
  const all = await readDeployments(apps, {
    door: session.aws,
    whose: { repository: context.repository, roles: configuration.roles },
    asking: { verb: 'follow', number: wanted.number, write: false },
    github,
  })
  await recordDeployments(session, seen, all, wanted)
  return { followed: all.map((status) => ({ status, step: stepOf(status, wanted) })), githubSilent: github === null }
}

/** In how many seconds to look again; null: everything came to an end, or it took too long. */
export function nextLook(all: readonly Followed[], looks: number): number | null {
  if (looks >= mostLooks || !all.some(({ step }) => isOpen(step))) return null
  return pauses[looks] ?? longestPause
}
