import { describe, expect, it } from 'vitest'
import { isOpen, stepOf } from '../../src/decide/first-deployment.ts'
import type { DeliveredApp, DeploymentStatus } from '../../src/model.ts'

const commit = 'c'.repeat(40)
const since = '2026-11-22T10:00:00Z'
const awaited = { commit, since, patient: true }
const destination = {
  ...{ environment: 'production', slug: 'production', account: null, region: 'eu-west-1', branch: 'main' },
  production: true,
}
const site: DeliveredApp = {
  ...{ app: { root: '.', name: 'site' }, target: 'amplify', destination, workflow: null, merged: true },
  host: { kind: 'amplify', name: 'site', repositoryUrl: 'https://github.com/acme/site', root: '.', branch: 'main' },
}
const server: DeliveredApp = {
  ...{ ...site, target: 'sam', host: { kind: 'stack', stack: 'site' } },
  workflow: { path: '.github/workflows/deploy-site.yml', job: 'Deploy to production' },
}
const last = (more: Partial<NonNullable<DeploymentStatus['last']>> = {}) => ({
  ...{ commit, at: '2026-11-22T10:01:00Z', by: null, url: null },
  ...more,
})
const status = (more: Partial<DeploymentStatus>): DeploymentStatus => ({
  ...{ of: site, service: 'site', state: 'running', last: last(), url: null, console: null, logs: null, cause: null },
  ...{ source: 'aws', silence: null },
  ...more,
})
const earlier = last({ commit: 'e'.repeat(40), at: '2026-11-22T09:00:00Z' })
const refused = { why: 'denied', action: 'amplify:ListApps', detail: '' } as const

describe('how far the first deployment is', () => {
  it.each<[string, Partial<DeploymentStatus>, ReturnType<typeof stepOf>]>([
    ['is in service', {}, 'in service'],
    ['is in service where AWS does not say which commit', { last: last({ commit: null }) }, 'in service'],
    ['is in service where a later commit took its place', { last: last({ commit: 'd'.repeat(40) }) }, 'in service'],
    ['has not begun where an earlier commit runs', { last: earlier }, 'not begun'],
    ['is under way', { state: 'deploying', last: earlier }, 'under way'],
    ['waits for an approval', { state: 'deploying', waits: true }, 'to approve'],
    ['failed', { state: 'failed', cause: ['Cannot find module x'] }, 'failed'],
    ['has not begun where the earlier one failed', { state: 'failed', last: earlier }, 'not begun'],
    ['waits for connect', { state: 'none', last: null }, 'to connect'],
    ['has not begun where a workflow is to deploy', { of: server, state: 'none', last: null }, 'not begun'],
    ['was stopped', { state: 'paused' }, 'stopped'],
    ['cannot be seen', { state: 'unknown', source: 'nobody', silence: 'no role' }, 'unseen'],
    ['cannot be seen where AWS refuses', { state: 'unknown', source: 'nobody', silence: refused }, 'unseen'],
    [
      'is asked for again where AWS did not answer',
      { state: 'unknown', source: 'nobody', silence: { ...refused, why: 'throttled' } },
      'not begun',
    ],
  ])('%s', (_name, more, step) => expect(stepOf(status(more), awaited)).toBe(step))

  it.each([
    'Credentials could not be loaded',
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  ])('waits for a person where the workflow is not let in: %s', (cause) =>
    expect(stepOf(status({ of: server, state: 'failed', cause: [cause] }), awaited)).toBe('blocked'))

  it('does not begin any more when it was waited for long enough', () => {
    const impatient = { ...awaited, patient: false }
    expect(stepOf(status({ last: earlier }), impatient)).toBe('untouched')
    expect(stepOf(status({ of: server, state: 'none', last: null }), impatient)).toBe('untouched')
    expect(stepOf(status({ state: 'none', last: null }), impatient)).toBe('to connect')
  })

  it('is looked at again while something can still change', () => {
    const open = ['under way', 'to approve', 'not begun', 'to connect', 'blocked'] as const
    const ended = ['in service', 'failed', 'untouched', 'stopped', 'unseen'] as const
    expect([open.map(isOpen), ended.map(isOpen)].flat()).toEqual([...open.map(() => true), ...ended.map(() => false)])
  })
})
