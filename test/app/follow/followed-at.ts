import type { Followed } from '../../../src/app/follow/report.ts'
import type { DeploymentState } from '../../../src/model.ts'

/** An app at a step of its first deployment. */
export function followedAt(step: Followed['step'], state: DeploymentState = 'running'): Followed {
  return {
    step,
    status: {
      of: {
        ...{ app: { root: '.', name: 'site' }, target: 'sam', workflow: null, merged: true },
        host: { kind: 'stack', stack: 'site' },
        destination: {
          ...{ environment: 'production', slug: 'production', account: null, region: null, branch: 'main' },
          production: true,
        },
      },
      ...{ service: 'site', state, last: null, url: null, console: null, logs: null, cause: null },
      ...{ source: 'aws', silence: null },
    },
  }
}
