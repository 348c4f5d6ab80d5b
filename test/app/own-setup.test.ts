import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { examine } from '../../src/app/own-setup/examine.ts'
import { judgeOwnSetup } from '../../src/app/own-setup.ts'
import { readSettings } from '../../src/settings.ts'
import { textsIn } from '../../src/text.ts'
import { startAws } from '../aws/start-aws.ts'
import { otherKey } from '../github/keys.ts'
import { startPostgres } from '../queue/start-postgres.ts'
import { startWorld, type World } from './start-app.ts'

const manifest = parse(readFileSync('app.yml', 'utf8'))
const node = { version: '24.1.0', wanted: '>=22.18' }

let world: World
beforeEach(async () => {
  vi.stubEnv('AWS_REGION', undefined)
  vi.stubEnv('AWS_CONFIG_FILE', '/no/such/file')
  world = await startWorld({}, { app: { permissions: manifest.default_permissions, events: manifest.default_events } })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await world.stop()
})

/** The check-up with the settings of this GitHub and others: each line as `id state`, or the texts of one. */
async function checkUp(env: Readonly<Record<string, string>> = {}) {
  const settings = readSettings({ ...world.github.env, ...env })
  const patient = await examine({ node, settings, onStep: () => undefined })
  const findings = judgeOwnSetup(patient, textsIn('en'))
  const told = (id: string) => findings.find((finding) => finding.id === id)
  return { lines: findings.map(({ id, state }) => `${id} ${state}`), told }
}

async function comment() {
  const repository = await world.github.repository('acme/site', { files: {}, roles: { alice: 'write' } })
  const alice = world.github.person('alice')
  await alice.comments(repository, await alice.opensIssue(repository, 'x'), 'hello')
}

describe('one’s own set-up', () => {
  it('is well where GitHub, the key, the permissions and the deliveries are', async () => {
    await comment()
    expect((await checkUp()).lines).toEqual([
      ...['node ok', 'settings ok', 'github ok', 'clock ok', 'key ok', 'permissions ok', 'events ok'],
      ...['installations ok', 'webhook ok', 'deliveries ok', 'database off', 'aws off'],
    ])
  })

  it('nobody has installed it, and nothing was sent yet', async () => {
    const { told } = await checkUp()
    expect(told('installations')).toMatchObject({ state: 'unknown', mend: expect.stringContaining('/installations') })
    expect(told('deliveries')).toMatchObject({ state: 'unknown', mend: expect.stringContaining('/cicd help') })
  })

  it('a key of another app is refused by GitHub, and so is one that was deleted', async () => {
    const { lines, told } = await checkUp({ PRIVATE_KEY: (await otherKey()).privateKey })
    expect(told('key')).toMatchObject({ state: 'wrong', mend: expect.stringContaining('PRIVATE_KEY are of the same') })
    expect(lines).not.toContain('permissions ok')
    expect((await checkUp({ APP_ID: '999' })).told('key')?.state).toBe('wrong')
  })

  it('permissions that app.yml asks for are lacking, or there are more, and who has not agreed is named', async () => {
    await comment()
    world.github.app.permissions = { ...manifest.default_permissions, checks: 'read', administration: 'write' }
    const { told } = await checkUp()
    expect(told('permissions')).toMatchObject({
      ...{ state: 'wrong', says: 'The app lacks checks: write.' },
      mend: expect.stringContaining('/settings/apps/slipway/permissions'),
    })
    world.github.app.permissions = { ...manifest.default_permissions, administration: 'write' }
    await world.github.install('acme', { permissions: { metadata: 'read', issues: 'write' } })
    const more = await checkUp()
    expect(more.told('permissions')?.says).toBe('The app has more than it needs: administration: write.')
    expect(more.told('installations')).toMatchObject({ state: 'wrong', says: expect.stringContaining('acme') })
  })

  it('events, and installations that are suspended', async () => {
    await comment()
    world.github.app.events = ['issue_comment']
    await world.github.suspend('acme')
    const { told } = await checkUp()
    expect(told('events')?.says).toContain('not subscribed to pull_request')
    expect(told('installations')?.says).toBe('Suspended: acme.')
  })

  it.each([
    ['https://ci.example.com/', 'this app listens at https://…/api/github/webhooks'],
    [null, 'no address'],
  ])('a webhook at %s leads elsewhere', async (url, says) => {
    world.github.app.webhookUrl = url
    expect((await checkUp()).told('webhook')).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) })
  })

  it('a secret that differs shows in the deliveries', async () => {
    const right = world.github.app.webhookSecret
    world.github.app.webhookSecret = 'another secret of this app'
    await comment()
    world.github.app.webhookSecret = right
    expect((await checkUp()).told('deliveries')).toMatchObject({
      ...{ state: 'wrong', says: expect.stringContaining('401') },
      mend: expect.stringContaining('WEBHOOK_SECRET'),
    })
  })

  it('GitHub that does not answer, and nothing is asked of it then', async () => {
    const { lines, told } = await checkUp({ GHE_HOST: '127.0.0.1:59999' })
    expect(told('github')).toMatchObject({ state: 'wrong', says: expect.stringContaining('ECONNREFUSED') })
    expect(lines).not.toContain('key ok')
  })

  it('a database that cannot be used, and one that can', async () => {
    const dead = await checkUp({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' })
    expect(dead.told('database')).toMatchObject({ state: 'wrong', says: expect.stringContaining('ECONNREFUSED') })
    const postgres = await startPostgres()
    expect((await checkUp({ DATABASE_URL: postgres.url })).told('database')?.state).toBe('ok')
    await postgres.stop()
  }, 60_000)

  it('credentials of AWS that work, and those that do not', async () => {
    const aws = await startAws()
    for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
    expect((await checkUp({ AWS_REGION: 'us-east-1' })).told('aws')).toMatchObject({ state: 'ok' })
    aws.faults.push({ match: 'sts:*', kind: 'denied', times: 10 })
    expect((await checkUp({ AWS_REGION: 'us-east-1' })).told('aws')).toMatchObject({ state: 'wrong' })
    await aws.stop()
  })
})

describe('what GitHub need not be asked for', () => {
  const wanted = { permissions: {}, events: [] }
  const aws = { refusal: { why: 'region', action: '', detail: '' } } as const
  const base = { node, wanted, aws, github: null, app: null, database: null }
  const judged = (patient: Parameters<typeof judgeOwnSetup>[0], id: string) =>
    judgeOwnSetup(patient, textsIn('ja')).find((finding) => finding.id === id)

  it('settings that are wrong are told as they are at a start', () => {
    expect(judged({ ...base, settings: { wrong: 'PORT is no number' } }, 'settings')).toMatchObject({
      ...{ state: 'wrong', says: 'PORT is no number', mend: expect.stringContaining('.env') },
    })
    expect(judged({ ...base, settings: readSettings({}) }, 'settings')?.says).toContain('未登録')
  })

  it('a Node.js that is too old', () => {
    const old = { version: '20.9.0', wanted: '>=22.18' }
    expect(judged({ ...base, node: old, settings: readSettings({}) }, 'node')?.says).toContain('20.9.0')
  })

  it.each([
    [45, '45 秒進んで'],
    [-90, '90 秒遅れて'],
  ])('a clock that is %i seconds off', (clockAhead, says) => {
    const patient = { ...base, settings: readSettings({}), github: { clockAhead } }
    expect(judged(patient, 'clock')).toMatchObject({ state: 'wrong', says: expect.stringContaining(says) })
    expect(judged({ ...patient, github: { clockAhead: 3 } }, 'clock')?.state).toBe('ok')
  })
})
