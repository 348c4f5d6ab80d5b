import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { enter, usualManner } from '../../src/aws/account.ts'
import { awsFacts, type Learned } from '../../src/aws/facts.ts'
import { makeApp } from '../aws/services/amplify.ts'
import { makeService } from '../aws/services/apprunner.ts'
import { type Aws, ownAccount, ownRegion } from '../aws/start-aws.ts'
import { token } from './drive.ts'
import { freshAws } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const entry = { region: ownRegion, account: null, role: null, externalId: 'x', session: 'test', write: false }
const asked = { repositoryUrl: 'https://github.com/Acme/Shop', imagePrefix: 'shop/' }

async function learn(): Promise<Learned> {
  const way = await enter(entry, { ...usualManner, attempts: 1 })
  if (!way.ok) throw new Error(way.refusal.why)
  return awsFacts(way.account, asked)
}

const connection = {
  ConnectionName: 'ours',
  ConnectionArn: `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/ours/1`,
  ProviderType: 'GITHUB' as const,
  Status: 'AVAILABLE' as const,
}

describe('what an account holds', () => {
  it('nothing: no customer of App Runner, no provider, nothing that runs', async () => {
    const { facts, refusals } = await learn()
    expect(facts).toEqual({
      ...{ accountId: ownAccount, partition: 'aws', region: ownRegion },
      ...{ appRunnerCustomer: false, oidcProvider: false, oidcIssuers: [], connections: [], existing: [] },
    })
    expect(refusals).toEqual([])
  })

  it('a connection makes it a customer; what runs of this repository is found by its source and its images', async () => {
    const region = aws.region()
    region.connections.push({ ...connection, tags: {} })
    region.account.providers.push({
      Arn: `arn:aws:iam::${ownAccount}:oidc-provider/token.actions.githubusercontent.com`,
    })
    const code = (RepositoryUrl: string) => ({
      AuthenticationConfiguration: { ConnectionArn: connection.ConnectionArn },
      CodeRepository: {
        RepositoryUrl,
        SourceCodeVersion: { Type: 'BRANCH' as const, Value: 'main' },
        SourceDirectory: '/apps/api',
      },
    })
    makeService(region, { ServiceName: 'api', SourceConfiguration: code('https://github.com/acme/shop') })
    makeService(region, { ServiceName: 'other', SourceConfiguration: code('https://github.com/acme/other') })
    makeApp(region, { name: 'web', repository: 'https://github.com/acme/shop', accessToken: token })
    region.repositories.push({ repositoryName: 'shop/worker' }, { repositoryName: 'other/worker' })
    region.clusters.push({ clusterName: 'default' })
    const image = (name: string) => `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/${name}@sha256:0`
    for (const name of ['shop/queue', 'other/queue']) {
      region.expressServices.push({
        serviceArn: `arn:aws:ecs:${ownRegion}:${ownAccount}:service/default/${name}`,
        serviceName: name.split('/')[1],
        status: { statusCode: 'ACTIVE' },
        activeConfigurations: [{ primaryContainer: { image: image(name) } }],
      })
    }
    const { facts } = await learn()
    expect(facts).toMatchObject({ appRunnerCustomer: true, oidcProvider: true, connections: [{ status: 'AVAILABLE' }] })
    expect(facts.existing?.map(({ what, name, root }) => [what, name, root])).toEqual([
      ['App Runner service', 'api', 'apps/api'],
      ['Amplify app', 'web', '.'],
      ['ECR repository', 'shop/worker', null],
      ['ECS Express service', 'queue', null],
    ])
  })

  it.each([
    ['apprunner:ListServices', { appRunnerCustomer: null }],
    ['apprunner:ListConnections', { appRunnerCustomer: null, connections: null }],
    ['iam:ListOpenIDConnectProviders', { oidcProvider: null, oidcIssuers: null }],
    ['amplify:ListApps', { existing: null }],
  ])('%s denied or out of reach is "unknown", and the rest is known', async (match, unknown) => {
    for (const kind of ['denied', 'drop', 'throttle'] as const) {
      aws.faults.push({ match, kind })
      const { facts, refusals } = await learn()
      expect(facts).toMatchObject({ accountId: ownAccount, ...unknown })
      expect(refusals).toMatchObject([{ action: match }])
    }
  })

  it('is not looked at where the credentials lead to another account', async () => {
    const way = await enter({ ...entry, account: '999988887777' }, usualManner)
    expect(way).toMatchObject({ ok: false, refusal: { why: 'credentials' } })
    expect(aws.calls.map(({ operation }) => operation)).toEqual(['GetCallerIdentity'])
  })
})
