import type { DeliveredApp, DeploymentStatus } from '../../model.ts'
import { entryFor } from '../connect/entry.ts'
import type { AppJob } from '../job.ts'
import type { Seen } from '../look.ts'
import type { Session } from '../session.ts'

export async function statuses(
  { aws }: Session<AppJob>,
  { context, configuration }: Seen,
  apps: readonly DeliveredApp[],
  number: number,
): Promise<readonly DeploymentStatus[]> {
  const whose = { repository: context.repository, roles: configuration.roles }
  const all: DeploymentStatus[] = []
  for (const of of apps) {
    const entry = entryFor(aws, whose, of.destination, { verb: 'follow', number, write: false })
    const nobody = {
      service: of.app.name,
      state: 'unknown',
      last: null,
      url: null,
      console: null,
      logs: null,
      cause: null,
      source: 'nobody',
    } as const
    if (typeof entry === 'string') {
      all.push({ of, ...nobody, silence: entry })
      continue
    }
    const way = await aws.enter(entry)
    all.push(way.ok ? await aws.deployment(of, way.account) : { of, ...nobody, silence: way.refusal })
  }
  return all
}
