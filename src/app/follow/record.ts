import { isOfCommit } from '../../decide/first-deployment.ts'
import { startsOnDeployments } from '../../decide/starts-on-deployments.ts'
import { headOf } from '../../github/head-of.ts'
import { type DeploymentRecord, recordDeployment } from '../../github/record-deployment.ts'
import { Blocked } from '../../github/refusal.ts'
import type { DeploymentStatus } from '../../model.ts'
import { targetNames } from '../../render/target-names.ts'
import type { AppJob } from '../job.ts'
import type { Seen } from '../look.ts'
import type { Session } from '../session.ts'

/** What a record rests on where AWS does not say which commit it deployed. */
interface Since {
  readonly commit: string
  readonly since: string
}

const states = { deploying: 'in_progress', running: 'success', failed: 'failure' } as const

/**
 * Puts what AWS says of deployments on the page of the repository, where GitHub does not do so by itself: jobs with an `environment:` make their own.
 * Nothing is put there where a workflow of the repository runs on deployments: it would take ours for a request. An installation that
 * has not granted it goes without.
 */
export async function recordDeployments(
  session: Session<AppJob>,
  { tree, context }: Seen,
  statuses: readonly DeploymentStatus[],
  since: Since,
): Promise<void> {
  const own = statuses.filter(({ of }) => of.workflow === null || context.config.environments === 'none')
  const some = own.filter((status) => isTold(status, since))
  if (some.length === 0 || tree === null || startsOnDeployments(tree)) return
  const client = await session.github.deployer(session.access).catch((error: unknown) => {
    if (error instanceof Blocked) return null
    throw error
  })
  if (client === null) return
  for (const status of some) {
    const record = toRecord(status, statuses, await commitOf(session, status, since))
    if (record === null) continue
    const recorded = await recordDeployment({ ...session.place, client }, record)
    session.log.info({ environment: record.environment, state: record.state, recorded }, 'deployment')
  }
}

/** Whether somebody tells of this deployment. What GitHub tells of something that AWS builds is what was put down before. */
function isTold(status: DeploymentStatus, since: Since): boolean {
  const { source, of, last } = status
  if (source === 'nobody' || (source === 'github' && of.workflow === null)) return false
  return last === null || isOfCommit(status, since)
}

/** The commit that AWS says, else the newest of the branch, which is what AWS builds. */
async function commitOf(
  { place, state }: Session<AppJob>,
  { of, last }: DeploymentStatus,
  { commit }: Since,
): Promise<string | null> {
  const { branch } = of.destination
  return last?.commit ?? (branch === state.repository.defaultBranch ? commit : headOf(place, branch))
}

function toRecord(
  { of, state, url, logs, service, console: page }: DeploymentStatus,
  all: readonly DeploymentStatus[],
  commit: string | null,
): DeploymentRecord | null {
  if (commit === null || (state !== 'deploying' && state !== 'running' && state !== 'failed')) return null
  const { environment, production } = of.destination
  return {
    ...{ commit, environment, path: of.app.root, production },
    shared: all.some((other) => other.of !== of && other.of.destination.environment === environment),
    ...{ state: states[state], description: `${targetNames[of.target]}: ${service}` },
    ...{ url: state === 'running' ? url : null, log: logs ?? page },
  }
}
