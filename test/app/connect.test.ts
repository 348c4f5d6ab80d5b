import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { pushImage } from '../aws/services/ecr.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { type Scene, startScene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
let scene: Scene
let folder: string

beforeEach(async () => {
  aws = await startAws()
  folder = await mkdtemp(join(tmpdir(), 'slipway-aws-'))
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
})

afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
})

const manner = { attempts: 2, pauseMs: 5, secondMs: 5 }

/** A repository whose pull request was merged by an administrator. */
interface Merged {
  readonly files?: Readonly<Record<string, string>>
  readonly token?: string
  /** The configuration of the organisation. */
  readonly organisation?: string
  readonly owners?: string
}

async function merged(
  name: string,
  setup = '/cicd setup',
  { files = {}, token, organisation, owners = 'acme' }: Merged = {},
): Promise<void> {
  scene = await startScene({
    core,
    extras: { manner },
    repository: { folder: `test/repos/${name}`, files, private: true },
    env: {
      ...aws.env,
      SLIPWAY_AWS_OWNERS: owners,
      SLIPWAY_AWS_TRACE: join(folder, 'trace.jsonl'),
      ...(token === undefined ? {} : { SLIPWAY_AMPLIFY_TOKEN: token }),
    },
  })
  const { github, repository: handle, alice, command } = scene
  if (organisation !== undefined) {
    await github.repository('acme/.github', { files: { '.github/cicd.yml': organisation } })
  }
  await command(setup, /Ready for review/u)
  github.grant(handle, 'alice', 'maintain')
  await alice.merges(handle, handle.pulls()[0]?.number ?? 0)
}

/** The account has used App Runner: for another provider, so that nothing of it is of use here. */
function customer(): void {
  const arn = `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/other/1`
  const other = { ConnectionName: 'other', ConnectionArn: arn, ProviderType: 'BITBUCKET', Status: 'AVAILABLE' } as const
  aws.region().connections.push({ ...other, tags: {} })
}

const trace = async () => {
  const lines = (await readFile(join(folder, 'trace.jsonl'), 'utf8')).trim().split('\n')
  return lines.map((line): { service: string; operation: string; input: unknown } => JSON.parse(line))
}

describe('connect with App Runner', () => {
  it('shows what it would make, makes it when told again, waits for the handshake and the service, and ends with the address', async () => {
    aws.world.durations.service = 60_000
    customer()
    await merged('express')
    const { command, replied } = scene
    const plan = await command('/cicd connect', /would do in AWS/u)
    expect(plan).toContain('| make |')
    expect(plan).toContain('What costs money')
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])

    const asked = await command('/cicd connect', /one handshake that no program can do/u)
    expect(asked).toContain('Waiting for you')
    expect(aws.region().connections.map(({ ConnectionName }) => ConnectionName)).toEqual(['other', 'github'])
    expect(aws.region().stacks).toEqual([])

    const [, connection] = aws.region().connections
    if (connection !== undefined) connection.Status = 'AVAILABLE'
    await replied(/AWS is at work/u)
    expect(aws.region().services).toHaveLength(1)
    aws.advance(60_000)
    const done = await replied(/Everything is there/u)
    expect(done).toContain(`https://${aws.region().services[0]?.service.ServiceUrl}`)
    expect(aws.region().services[0]?.service.SourceConfiguration).toMatchObject({ AutoDeploymentsEnabled: true })

    const changes = aws.calls.filter(({ changes }) => changes).map(({ operation }) => operation)
    expect(changes).toEqual(['CreateConnection', 'CreateStack'])
    await command('/cicd connect', /Everything is there/u)
    expect(aws.calls.filter(({ changes }) => changes)).toHaveLength(2)
    const seen = await command('/cicd status', /\| running \|/u)
    expect(seen).toContain(`https://${aws.region().services[0]?.service.ServiceUrl}`)
    expect((await trace()).map(({ service, operation }) => `${service}.${operation}`)).toContain(
      'CloudFormation.CreateStack',
    )
  })
})

describe('connect with ECS Express', () => {
  it('chooses it where the account has no App Runner, makes the bootstrap stack, waits for the first image, makes the service, and ends with its address', async () => {
    aws.world.durations.deployment = 60_000
    aws.region().account.providers.push({
      Arn: `arn:aws:iam::${ownAccount}:oidc-provider/token.actions.githubusercontent.com`,
    })
    await merged('express')
    const { command, replied, repository } = scene
    expect(repository.pulls()[0]?.body).toContain(`no service and no connection of it in ${ownRegion}`)
    const plan = await command('/cicd connect', /would do in AWS/u)
    expect(plan).toContain('ECS Express Mode service | `cicd-site-production-site` | make |')
    const asked = await command('/cicd connect --yes', /starts with its first image/u)
    expect(asked).toContain('/acme/site/actions/workflows/deploy-site.yml')
    expect(asked).toMatch(
      /gh variable set AWS_ROLE_ARN --env production --body '?arn:aws:iam::\d+:role\/cicd-site-production-DeployRole/u,
    )
    expect(asked).toContain(`gh variable set AWS_REGION --env production --body ${ownRegion}`)
    // G37: the provider that was there is used, and no second one is tried.
    expect(aws.region().account.providers).toHaveLength(1)
    expect(aws.region().repositories.map(({ repositoryName }) => repositoryName)).toEqual(['site/site'])

    aws.region().parameters.push({ name: '/cicd-site-production/site/SESSION_SECRET', type: 'SecureString' })
    const digest = pushImage(aws.region(), 'site/site', 'a'.repeat(40))
    await replied(/AWS is at work/u)
    aws.advance(60_000)
    const done = await replied(/Everything is there/u)
    const [service] = aws.region().expressServices
    expect(done).toContain(`https://${service?.activeConfigurations?.[0]?.ingressPaths?.[0]?.endpoint}`)
    expect(service?.activeConfigurations?.[0]?.primaryContainer?.image).toBe(
      `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/site/site@${digest}`,
    )
    const template = aws.region().stacks[1]?.template ?? ''
    expect(template).toContain('"Name": "SESSION_SECRET"')
    expect(aws.region().stacks.map(({ stack }) => stack.StackName)).toEqual([
      'cicd-site-production',
      'cicd-site-production-site',
    ])
    await command('/cicd connect', /Everything is there/u)
    const seen = await command('/cicd status', /\| running \|/u)
    expect(seen).toContain(`https://${service?.activeConfigurations?.[0]?.ingressPaths?.[0]?.endpoint}`)
    const changes = aws.calls.filter((call) => call.changes).map(({ operation }) => operation)
    expect(changes).toEqual(['CreateStack', 'CreateStack'])
  })
})

describe('connect with Amplify', () => {
  const config = `version: 1
environments:
  - name: staging
    branch: develop
  - name: production
`
  it('makes app, branches, a password that no text tells, previews and the first builds, and nothing of it twice', async () => {
    aws.world.tokens.add('an administrator’s token')
    aws.world.durations.job = 60_000
    await merged('vite-react', '/cicd setup', {
      files: { '.github/cicd.yml': config },
      token: 'an administrator’s token',
    })
    const { command, replied, replies } = scene
    await command('/cicd connect', /would do in AWS/u)
    await command('/cicd connect', /AWS is at work/u)
    aws.advance(60_000)
    await vi.waitFor(() => expect(aws.region().apps[0]?.branches.size).toBe(2))
    aws.advance(60_000)
    const done = await replied(/Everything is there/u)
    const [app, ...others] = aws.region().apps
    expect(others).toEqual([])
    expect(app?.app).toMatchObject({ platform: 'WEB', repository: 'https://github.com/acme/site' })
    expect(app?.app.customRules).toHaveLength(1)
    const develop = app?.branches.get('develop')?.branch
    expect(develop).toMatchObject({ enableBasicAuth: true, stage: 'DEVELOPMENT', enablePullRequestPreview: false })
    expect(app?.branches.get('main')?.branch).toMatchObject({ enableBasicAuth: false, enablePullRequestPreview: true })
    expect([...(app?.branches.values() ?? [])].map(({ jobs }) => jobs.length)).toEqual([1, 1])
    expect(done).toContain(`https://main.${app?.app.defaultDomain}`)

    const [secret] = aws.region().secrets
    const basic = Buffer.from(develop?.basicAuthCredentials ?? '', 'base64').toString()
    expect(basic).toBe(`preview:${secret?.value}`)
    const told = [...replies(), ...scene.world.log, await readFile(join(folder, 'trace.jsonl'), 'utf8')].join('\n')
    for (const hidden of [secret?.value, develop?.basicAuthCredentials, 'an administrator’s token']) {
      expect(told).not.toContain(hidden)
    }
    await command('/cicd connect', /Everything is there/u)
    const seen = await command('/cicd status', /\| running \|/u)
    expect(seen).toContain(`https://main.${app?.app.defaultDomain}`)
    const changes = aws.calls.filter(({ changes }) => changes).map(({ operation }) => operation)
    expect(changes.toSorted()).toEqual(
      ['CreateApp', 'CreateBranch', 'CreateBranch', 'CreateSecret', 'StartJob', 'StartJob'].toSorted(),
    )
  })

  it('says what only an administrator can do where no token is configured', async () => {
    await merged('vite-react')
    const said = await scene.command('/cicd connect --yes', /Only an administrator can let Amplify into/u)
    expect(said).toContain('https://github.com/apps/aws-amplify-ap-northeast-1/installations/new')
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])
  })
})

describe('connect with the roles of an organisation', () => {
  it('takes on the role of each environment by an external id that names the repository, in a session that names the command', async () => {
    aws.world.tokens.add('an administrator’s token')
    const staging = '222233334444'
    const role = (account: string) => `arn:aws:iam::${account}:role/slipway-connect`
    const organisation = [
      'version: 1',
      'region: ap-northeast-1',
      'environments:',
      `  - { name: staging, branch: develop, account: '${staging}', aws: { role: '${role(staging)}' } }`,
      `  - { name: production, account: '${ownAccount}', aws: { role: '${role(ownAccount)}', externalId: acme } }`,
      '',
    ].join('\n')
    await merged('vite-react', '/cicd setup', { organisation, token: 'an administrator’s token', owners: '' })
    const owner = [...scene.github.world.accounts.values()].find(({ login }) => login === 'acme')?.id
    const { host } = new URL(scene.github.url)
    const ofRepository = `${host}:${owner}:${scene.repository.id}`
    // Whoever sets it up is told what the trust policy has to allow.
    await scene.command('/cicd connect', new RegExp(`allow the external id \`${ofRepository}\``, 'u'))
    aws.world.trusted.push(
      { arn: role(staging), externalId: ofRepository },
      { arn: role(ownAccount), externalId: `${host}:${owner}:acme` },
    )
    await scene.command('/cicd connect --yes', /Everything is there/u)
    expect(aws.region('ap-northeast-1', staging).apps[0]?.branches.has('develop')).toBe(true)
    expect(aws.region().apps[0]?.branches.has('main')).toBe(true)
    const assumed = aws.calls.filter(({ operation }) => operation === 'AssumeRole').map(({ input }) => input)
    expect(assumed).toContainEqual(
      expect.objectContaining({
        RoleArn: role(staging),
        RoleSessionName: expect.stringMatching(new RegExp(`^slipway-connect-${scene.repository.id}-\\d+$`, 'u')),
      }),
    )
    expect((await trace()).some(({ operation }) => operation === 'AssumeRole')).toBe(true)
  })

  it('sends nothing to AWS for a repository whose owner has no role and is lent nothing', async () => {
    await merged('express', '/cicd setup', { owners: 'somebody-else' })
    await scene.command('/cicd connect --yes', /No AWS account is configured for `production`/u)
    expect(aws.calls).toEqual([])
  })
})
