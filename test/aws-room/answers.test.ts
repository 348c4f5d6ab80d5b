import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enter, usualManner } from '../../src/aws/account.ts'
import { awsFacts, type Learned } from '../../src/aws/facts.ts'
import type { Refusal } from '../../src/model.ts'

const region = 'ap-northeast-1'
const host = (service: string) => `https://${service}.${region}.amazonaws.com`
const entry = { region, account: null, role: null, externalId: 'x', session: 'test', write: false }

beforeEach(() => {
  if (!nock.isActive()) nock.activate()
  nock.disableNetConnect()
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLE')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret')
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true')
})

afterEach(() => {
  nock.cleanAll()
  nock.enableNetConnect()
  // Else the clients of every later test in this process go through it.
  nock.restore()
  vi.unstubAllEnvs()
})

const identity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
<Arn>arn:aws:iam::111122223333:user/me</Arn><UserId>X</UserId><Account>111122223333</Account>
</GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></GetCallerIdentityResponse>`

function queryError(code: string, message: string): string {
  return `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`
}

/** Enters by one answer of STS. */
async function entering(status: number, body: string, headers: Record<string, string> = {}, attempts = 1) {
  nock(host('sts'))
    .post('/')
    .times(attempts)
    .reply(status, body, { 'content-type': 'text/xml', ...headers })
  return enter(entry, { ...usualManner, attempts })
}

async function refusalOfEntering(...answer: Parameters<typeof entering>): Promise<Refusal | null> {
  const way = await entering(...answer)
  return way.ok ? null : way.refusal
}

const html = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>'

describe('an answer that is none of AWS', () => {
  it.each([200, 403, 502])('HTML of a proxy, with status %d, counts as out of reach', async (status) => {
    expect(await refusalOfEntering(status, html, { 'content-type': 'text/html' })).toMatchObject({ why: 'unreachable' })
  })
})

/** Asks for everything; STS and all services but App Runner's list of connections answer as they should. */
async function learned(connections: (scope: nock.Scope) => void, attempts = 1): Promise<Learned> {
  nock(host('sts')).post('/').reply(200, identity)
  nock(host('amplify')).get(/.*/u).reply(200, { apps: [] })
  nock(host('api.ecr')).post('/').reply(200, { repositories: [] })
  nock(host('ecs')).post('/').reply(200, { serviceArns: [] })
  nock('https://iam.amazonaws.com')
    .post('/')
    .reply(
      200,
      '<ListOpenIDConnectProvidersResponse><ListOpenIDConnectProvidersResult/></ListOpenIDConnectProvidersResponse>',
    )
  const isAbout = (operation: string) => ({ reqheaders: { 'x-amz-target': `AppRunner.${operation}` } })
  nock(host('apprunner'), isAbout('ListServices')).post('/').reply(200, { ServiceSummaryList: [] })
  connections(nock(host('apprunner'), isAbout('ListConnections')))
  const way = await enter(entry, { ...usualManner, attempts })
  if (!way.ok) throw new Error(way.refusal.why)
  return awsFacts(way.account, { repositoryUrl: 'https://github.com/acme/shop', imagePrefix: 'shop/' })
}

const json = { 'content-type': 'application/x-amz-json-1.0' }

describe('an answer of AWS that is odd', () => {
  it.each([
    ['HTML with status 200', 200, html, { 'content-type': 'text/html' }],
    ['half of an answer', 200, '{"ConnectionSummaryList":[{"Connec', json],
    ['nothing', 500, '', json],
    ['HTML with status 503', 503, html, { 'content-type': 'text/html' }],
  ])('%s is "unknown", and the rest is known', async (_, status, body, headers) => {
    const { facts, refusals } = await learned((scope) => scope.post('/').reply(status, body, headers))
    expect(facts).toMatchObject({ appRunnerCustomer: null, connections: null, existing: [], oidcIssuers: [] })
    expect(refusals).toMatchObject([{ why: 'unreachable', action: 'apprunner:ListConnections' }])
  })

  it('an answer that is cut off is "unknown"', async () => {
    const cut = (scope: nock.Scope) =>
      scope.post('/').replyWithError(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
    const { refusals } = await learned(cut)
    expect(refusals).toMatchObject([{ why: 'unreachable', action: 'apprunner:ListConnections' }])
  })

  it('too many requests are asked again, after the time that AWS names, and then told', async () => {
    let asked = 0
    const busy = (scope: nock.Scope) =>
      scope
        .post('/')
        .times(2)
        .reply(() => {
          asked += 1
          return asked === 1
            ? [400, { __type: 'ThrottlingException', message: 'Rate exceeded' }, { ...json, 'retry-after': '0' }]
            : [200, { ConnectionSummaryList: [] }, json]
        })
    const { facts, refusals } = await learned(busy, 2)
    expect([asked, facts.connections, refusals]).toEqual([2, [], []])
  })
})

describe('credentials', () => {
  it.each([
    ['ExpiredToken', 403],
    ['InvalidClientTokenId', 403],
    ['SignatureDoesNotMatch', 403],
    ['MissingAuthenticationToken', 403],
  ])('that AWS answers with %s do not work, which is said as such', async (code, status) => {
    expect(await refusalOfEntering(status, queryError(code, 'no'))).toMatchObject({ why: 'credentials', detail: code })
  })

  it('of a Region that the account has not opted in to are refused as such, and nothing else is sent', async () => {
    const refusal = await refusalOfEntering(403, queryError('OptInRequired', 'You are not subscribed to this service.'))
    expect(refusal).toMatchObject({ why: 'denied' })
  })

  it('on a machine whose clock is wrong work all the same: the SDK takes the time of the answer', async () => {
    const there = new Date(Date.now() + 3_600_000)
    const signed: string[] = []
    nock(host('sts'))
      .post('/')
      .times(2)
      .reply((request: Request) => {
        signed.push(request.headers.get('x-amz-date') ?? '')
        const date = { date: there.toUTCString(), 'content-type': 'text/xml' }
        return signed.length === 1
          ? [403, queryError('RequestTimeTooSkewed', 'The difference is too large.'), date]
          : [200, identity, date]
      })
    const way = await enter(entry, { ...usualManner, attempts: 2 })
    expect(way.ok).toBe(true)
    expect(signed[1]?.slice(0, 11)).toBe(there.toISOString().replaceAll(/[-:]/gu, '').slice(0, 11))
  })
})
