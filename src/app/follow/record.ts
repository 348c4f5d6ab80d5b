import { isOfCommit } from '../../decide/first-deployment.ts'
import { startsOnDeployments } from '../../decide/starts-on-deployments.ts'
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
  const records = statuses.flatMap((status) => {
    const own = status.of.workflow === null || context.config.environments === 'none'
    return own ? toRecord(status, statuses, since) : []
  })
  if (records.length === 0 || tree === null || startsOnDeployments(tree)) return
  const client = await session.github.deployer(session.access).catch((error: unknown) => {
    if (error instanceof Blocked) return null
    throw error
  })
  if (client === null) return
  for (const record of records) {
    const recorded = await recordDeployment({ ...session.place, client }, record)
    session.log.info({ environment: record.environment, state: record.state, recorded }, 'deployment')
  }
}

function toRecord(
  status: DeploymentStatus,
  all: readonly DeploymentStatus[],
  since: Since,
): readonly DeploymentRecord[] {
  const { of, state, source, last, url, logs, service } = status
  if (state !== 'deploying' && state !== 'running' && state !== 'failed') return []
  // What GitHub tells of something that AWS builds is what was put down before.
  if (source === 'nobody' || (source === 'github' && of.workflow === null)) return []
  if (state !== 'deploying' && !isOfCommit(status, since)) return []
  const { environment, production } = of.destination
  return [
    {
      ...{ commit: last?.commit ?? since.commit, environment, path: of.app.root, production },
      shared: all.some((other) => other !== status && other.of.destination.environment === environment),
      ...{ state: states[state], description: `${targetNames[status.of.target]}: ${service}` },
      ...{ url: state === 'running' ? url : null, log: logs ?? status.console },
    },
  ]
}
