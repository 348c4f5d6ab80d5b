import { describe, expect, it } from 'vitest'
import { combined } from '../../../src/app/deployments/combined.ts'
import type { GitHubSight } from '../../../src/github/delivery-of.ts'
import type { DeliveredApp, DeploymentStatus } from '../../../src/model.ts'

const of: DeliveredApp = {
  ...{ app: { root: '.', name: 'shop' }, target: 'ecr', merged: true },
  destination: {
    ...{ environment: 'production', slug: 'production', account: null, region: null, branch: 'main' },
    production: true,
  },
  host: { kind: 'stack', stack: 'shop' },
  workflow: { path: '.github/workflows/deploy-shop.yml', job: 'Deploy to production' },
}
const [a, b] = ['a'.repeat(40), 'b'.repeat(40)]
const at = (minute: number) => `2026-11-22T10:${String(minute).padStart(2, '0')}:00.500Z`

function aws(given: Partial<DeploymentStatus> = {}): DeploymentStatus {
  return {
    ...{ of, service: 'shop', state: 'running', url: 'https://shop.example', console: 'https://console.example' },
    last: { commit: a, at: at(10), by: null, url: 'https://console.example' },
    ...{ logs: 'https://logs.example', cause: null, source: 'aws', silence: null },
    ...given,
  }
}

function github(given: Partial<GitHubSight> = {}): GitHubSight {
  return {
    ...{ state: 'running', until: '2026-11-22T10:12:00Z', url: null, logs: 'https://github.example/job', cause: null },
    last: { commit: a, at: '2026-11-22T10:08:00Z', by: 'alice', url: 'https://github.example/run' },
    ...given,
  }
}
const silent: Partial<DeploymentStatus> = {
  state: 'unknown',
  last: null,
  url: null,
  source: 'nobody',
  silence: 'no role',
}

describe('what AWS and GitHub say together', () => {
  it('is AWS alone where GitHub did not say', () => {
    expect(combined(aws(), null)).toEqual(aws())
  })

  it('is GitHub where AWS was silent, and why AWS was silent is still said', () => {
    expect(combined(aws(silent), github({ url: 'https://shop.example' }))).toMatchObject({
      ...{ state: 'running', url: 'https://shop.example', source: 'github', silence: 'no role' },
      last: { by: 'alice' },
    })
  })

  it('is not "none" where AWS was silent and this app put no deployment down', () => {
    const none = github({ state: 'none', last: null })
    expect(combined(aws({ ...silent, of: { ...of, workflow: null } }), none).state).toBe('unknown')
    expect(combined(aws(silent), none).state).toBe('none')
  })

  it('has the person and the run by GitHub where both tell of the same commit', () => {
    expect(combined(aws(), github()).last).toEqual({
      ...{ commit: a, at: at(10), by: 'alice', url: 'https://github.example/run' },
    })
    expect(combined(aws({ last: { commit: null, at: at(10), by: null, url: null } }), github()).last?.commit).toBe(a)
  })

  it('keeps to AWS where it runs another commit than the newest run deployed', () => {
    const other = github({ last: { commit: b, at: at(8), by: 'alice', url: 'https://github.example/run' } })
    expect(combined(aws(), other).last).toEqual(aws().last)
  })

  it('has failed where the workflow failed after AWS began what it runs, and not where AWS is newer', () => {
    const failed = { state: 'failed', cause: ['Deploy: failure'] } as const
    expect(combined(aws(), github({ ...failed, until: '2026-11-22T10:12:00Z' }))).toMatchObject({
      ...{
        state: 'failed',
        cause: ['Deploy: failure'],
        url: 'https://shop.example',
        logs: 'https://github.example/job',
      },
    })
    // Both in the same second: GitHub leaves out the fraction.
    expect(combined(aws(), github({ ...failed, until: '2026-11-22T10:10:00Z' })).state).toBe('failed')
    expect(combined(aws(), github({ ...failed, until: '2026-11-22T10:09:59Z' }))).toMatchObject({
      state: 'running',
      cause: null,
    })
  })

  it('tells both causes where both failed, and AWS’s state while it is at work', () => {
    const failed = github({ state: 'failed', cause: ['Deploy: failure'] })
    expect(combined(aws({ state: 'failed', cause: ['no such role'] }), failed).cause).toEqual([
      'Deploy: failure',
      'no such role',
    ])
    expect(combined(aws({ state: 'deploying' }), failed).state).toBe('deploying')
  })

  it('is removed where the workflow ended well and AWS has nothing', () => {
    expect(combined(aws({ state: 'none', last: null }), github())).toMatchObject({
      state: 'removed',
      last: { commit: a },
    })
    expect(combined(aws({ state: 'none', last: null }), github({ state: 'none', last: null })).state).toBe('none')
  })
})
