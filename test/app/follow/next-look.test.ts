import { expect, it } from 'vitest'
import { nextLook } from '../../../src/app/follow/first-deployment.ts'
import type { Followed } from '../../../src/app/follow/report.ts'
import type { DeploymentStatus } from '../../../src/model.ts'

const status: DeploymentStatus = {
  of: {
    ...{ app: { root: '.', name: 'site' }, target: 'sam', workflow: null, merged: true },
    host: { kind: 'stack', stack: 'site' },
    destination: {
      ...{ environment: 'production', slug: 'production', account: null, region: null, branch: 'main' },
      production: true,
    },
  },
  ...{ service: 'site', state: 'deploying', last: null, url: null, console: null, logs: null, cause: null },
  ...{ source: 'aws', silence: null },
}
const at = (step: Followed['step']): Followed => ({ status, step })

it('pauses grow, and end after two hours', () => {
  const pauses: number[] = []
  for (let next = nextLook([at('under way')], 0); next !== null; next = nextLook([at('under way')], pauses.length)) {
    pauses.push(next)
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  const minutes = pauses.reduce((sum, pause) => sum + pause, 0) / 60
  expect(minutes).toBeGreaterThan(115)
  expect(minutes).toBeLessThanOrEqual(120)
})

it('nothing is looked at again once everything came to an end', () => {
  expect(nextLook([at('in service'), at('failed')], 0)).toBeNull()
  expect(nextLook([at('in service'), at('under way')], 0)).not.toBeNull()
  expect(nextLook([], 0)).toBeNull()
})
