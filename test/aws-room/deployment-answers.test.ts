import nock from 'nock'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enter, usualManner } from '../../src/aws/account.ts'
import { readDeployment } from '../../src/aws/deployment.ts'
import type { DeliveredApp, DeploymentStatus, Host } from '../../src/model.ts'

const endpoint = 'http://aws.test'
const identity =
  '<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/a</Arn><UserId>a</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>'

beforeEach(() => {
  if (!nock.isActive()) nock.activate()
  nock.disableNetConnect()
  for (const [name, value] of Object.entries({
    ...{ AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: 'AKIAX', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'us-east-1' },
  })) {
    vi.stubEnv(name, value)
  }
  nock(endpoint)
    .post('/', /Action=GetCallerIdentity/u)
    .reply(200, identity, { 'content-type': 'text/xml' })
})
afterEach(() => {
  vi.unstubAllEnvs()
  nock.cleanAll()
  nock.enableNetConnect()
  // Else the clients of every later test in this process go through it.
  nock.restore()
})

function app(host: Host): DeliveredApp {
  return {
    ...{ app: { root: '.', name: 'shop' }, target: 'ecr', host, workflow: null, merged: true },
    destination: {
      ...{ environment: 'production', slug: 'production', account: null, region: null, branch: 'main' },
      production: true,
    },
  }
}

/** Reads with two attempts for each call. */
async function read(host: Host): Promise<DeploymentStatus> {
  const entry = { region: null, account: null, role: null, externalId: 'x', session: 'test', write: false }
  const way = await enter(entry, { ...usualManner, attempts: 2 })
  if (!way.ok) throw new Error(way.refusal.why)
  return readDeployment(app(host), way.account)
}

/** The first call for each kind of host, in the protocol of its service. */
const calls = {
  'REST: Amplify': {
    host: { kind: 'amplify', name: 'a', repositoryUrl: 'https://github.com/a/b', root: '.', branch: 'main' },
    at: (scope: nock.Scope) => scope.get(/^\/apps/u),
    action: 'amplify:ListApps',
  },
  'JSON: ECS': {
    host: { kind: 'express', cluster: 'default', service: 'a', images: 'a/a', logGroup: '/a' },
    at: (scope: nock.Scope) =>
      scope.post('/', (body) => typeof body === 'object' && body !== null && 'services' in body),
    action: 'ecs:DescribeServices',
  },
  'Query: CloudFormation': {
    host: { kind: 'stack', stack: 'a' },
    at: (scope: nock.Scope) => scope.post('/', /Action=DescribeStacks|"Action":"DescribeStacks"/u),
    action: 'cloudformation:DescribeStacks',
  },
} as const satisfies Record<string, { host: Host; at: (scope: nock.Scope) => nock.Interceptor; action: string }>

/** An error in every protocol at once: each reads its own part. */
const error = (code: string) => ({
  body: `{"__type":"${code}","message":"no"}`,
  xml: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
})

describe.each(Object.entries(calls))('%s', (protocol, { host, at, action }) => {
  const say = (status: number, code: string, times = 1) => {
    const { body, xml } = error(code)
    const query = protocol.startsWith('Query')
    const headers = { 'content-type': query ? 'text/xml' : 'application/json', 'x-amzn-errortype': code }
    at(nock(endpoint))
      .times(times)
      .reply(status, query ? xml : body, headers)
  }

  it('denied is said with the action, and is not tried again', async () => {
    say(403, 'AccessDeniedException')
    expect(await read(host)).toMatchObject({
      ...{ state: 'unknown', source: 'nobody', silence: { why: 'denied', action } },
    })
    expect(nock.isDone()).toBe(true)
  })

  it('throttled is tried again as often as the SDK does, then said', async () => {
    say(400, 'ThrottlingException', 2)
    expect(await read(host)).toMatchObject({ state: 'unknown', silence: { why: 'throttled', action } })
    expect(nock.isDone()).toBe(true)
  })

  it.each([500, 503])('%i is tried again, then AWS is out of reach', async (status) => {
    say(status, 'InternalFailure', 2)
    expect(await read(host)).toMatchObject({ state: 'unknown', silence: { why: 'unreachable', action } })
    expect(nock.isDone()).toBe(true)
  })

  it.each([
    ['of a gateway', 502],
    ['of a log-in page', 200],
    ['of a proxy that refuses', 403],
  ])('a page of HTML, %s, is never an answer', async (_, status) => {
    at(nock(endpoint)).times(2).reply(status, '<html><body>Sign in</body></html>', { 'content-type': 'text/html' })
    const { state, silence, source } = await read(host)
    expect([state, source, typeof silence]).toEqual(['unknown', 'nobody', 'object'])
  })

  it('a cut connection is out of reach', async () => {
    at(nock(endpoint))
      .times(2)
      .replyWithError(Object.assign(new Error('cut'), { code: 'ECONNRESET' }))
    expect(await read(host)).toMatchObject({ state: 'unknown', silence: { why: 'unreachable', action } })
  })
})
