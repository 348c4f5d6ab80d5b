import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gitHub } from '../../scripts/pins/github.ts'
import { faultsOf, readPin } from '../../scripts/pins/read-pin.ts'
import { bakedReport, readReport } from '../../scripts/pins/report.ts'
import type { Pin } from '../../src/render/actions.ts'
import { pins } from '../../src/render/actions-table.ts'

const pin: Pin = {
  action: 'octo/build',
  version: 'v2.1.0',
  sha: 'a'.repeat(40),
  using: 'node24',
  asOf: '2026-11-01',
  source: 'https://github.com/octo/build/releases/tag/v2.1.0',
  bundled: false,
}
const today = Date.parse('2026-11-22')

beforeEach(() => {
  if (!nock.isActive()) nock.activate()
  nock.disableNetConnect()
})
afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
  // Else the clients of every later test in this process go through it.
  nock.restore()
})

interface Answers {
  readonly sha?: string | null
  readonly annotated?: boolean
  readonly newest?: string
  readonly archived?: boolean
  readonly advisories?: readonly { readonly ghsa_id: string }[]
}

/** GitHub as it answers about one action. */
function serve({
  sha = pin.sha,
  annotated = false,
  newest = 'v2.1.0',
  archived = false,
  advisories = [],
}: Answers = {}) {
  const api = nock('https://api.github.com', { reqheaders: { authorization: 'Bearer token' } })
  const object = annotated ? { type: 'tag', sha: 't'.repeat(40) } : { type: 'commit', sha }
  api.get('/repos/octo/build').reply(200, { archived })
  api.get('/repos/octo/build/releases/latest').reply(200, { tag_name: newest })
  api.get('/advisories').query({ ecosystem: 'actions', affects: 'octo/build@2.1.0' }).reply(200, advisories)
  if (sha === null) api.get('/repos/octo/build/git/ref/tags/v2.1.0').reply(404, { message: 'Not Found' })
  else api.get('/repos/octo/build/git/ref/tags/v2.1.0').reply(200, { object })
  if (annotated) api.get(`/repos/octo/build/git/tags/${'t'.repeat(40)}`).reply(200, { object: { type: 'commit', sha } })
}

const read = () => readPin(pin, gitHub('token'))

describe('npm run pins', () => {
  it('G57 prints the baked table with its age where nothing can be read', () => {
    expect(bakedReport([pin], today)).toBe(
      'octo/build v2.1.0 aaaaaaaaaaaa  read 2026-11-01, 21 days ago\n\n1 actions, the oldest record is 21 days old.',
    )
  })

  it('finds nothing wrong with a tag that still points at its commit, annotated or not', async () => {
    serve()
    expect(faultsOf(await read())).toEqual([])
    serve({ annotated: true })
    expect(faultsOf(await read())).toEqual([])
  })

  it('names a newer release without calling it a fault', async () => {
    serve({ newest: 'v3.0.0' })
    const report = readReport([await read()])
    expect(report).toContain('v3.0.0 is out')
    expect(report).toContain('0 faults')
  })

  it.each<[string, Answers, string]>([
    ['a tag that moved', { sha: 'b'.repeat(40) }, 'points at bbbb'],
    ['a tag that is gone', { sha: null }, 'is gone'],
    ['an archived repository', { archived: true }, 'is archived'],
    ['a published advisory', { advisories: [{ ghsa_id: 'GHSA-xxxx' }] }, 'is affected by GHSA-xxxx'],
  ])('G58 stops a release for %s', async (_, answers, says) => {
    serve(answers)
    const reading = await read()
    expect(faultsOf(reading).join()).toContain(says)
    expect(readReport([reading])).toContain('1 fault.')
  })

  it('does not take a refusal for an answer', async () => {
    nock('https://api.github.com').get('/x').reply(403, { message: 'rate limit' })
    await expect(gitHub('token')('/x')).rejects.toThrow('GitHub answered 403 for /x')
  })
})

describe('the table of pins', () => {
  it.each(pins.map((one) => [one.action, one] as const))('has a whole record of %s', (action, one: Pin) => {
    expect(action).toMatch(/^[\w.-]+\/[\w./-]+$/)
    expect(one.sha).toMatch(/^[0-9a-f]{40}$/)
    expect(one.version).toMatch(/^v?\d+(\.\d+){0,2}$/)
    expect(one.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(Number.isNaN(Date.parse(one.asOf))).toBe(false)
    expect(['node24', 'node20', 'composite', 'docker']).toContain(one.using)
    expect(one.source.startsWith(`https://github.com/${action.split('/').slice(0, 2).join('/')}`)).toBe(true)
    expect(typeof one.bundled).toBe('boolean')
  })
})
