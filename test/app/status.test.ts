import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { amplify } from '../aws/services/amplify.ts'
import { makeExpressService } from '../aws/services/ecs-service.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { type RunOptions, runWorkflow } from '../github/runs-workflow.ts'
import { type Scene, startScene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
let scene: Scene

beforeEach(async () => {
  aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
})
afterEach(async () => {
  await scene.world.stop()
  await aws.stop()
  vi.unstubAllEnvs()
})

const token = 'an administrator’s token'

/** A repository whose pull request was merged. `owners`: whose repositories the credentials of the process are for. */
async function merged(name: string, { owners = 'acme', files = {} } = {}): Promise<void> {
  aws.world.tokens.add(token)
  scene = await startScene({
    core,
    extras: { manner: { attempts: 1, pauseMs: 5, secondMs: 5 } },
    repository: { folder: `test/repos/${name}`, files, private: true },
    env: { ...aws.env, SLIPWAY_AWS_OWNERS: owners, SLIPWAY_AMPLIFY_TOKEN: token },
  })
  const { github, repository, alice, command } = scene
  // Nothing follows the merge, so that only the commands of a test ask AWS and GitHub.
  github.app.events = ['issue_comment']
  await command('/cicd setup', /Ready for review/u)
  github.grant(repository, 'alice', 'maintain')
  await alice.merges(repository, repository.pulls()[0]?.number ?? 0)
}

/** The reply with what differs from run to run replaced. */
function steady(reply: string): string {
  return reply
    .replaceAll(new URL(scene.github.url).host, 'github.example')
    .replace(/\b[0-9a-f]{40}\b/gu, 'COMMIT')
    .replace(/`[0-9a-f]{7}`/gu, '`COMMIT`')
    .replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/gu, 'DAY TIME UTC')
    .replace(/\b(runs|job)\/\d+/gu, '$1/ID')
    .replace(/\bd0{8,}\d+/gu, 'AMPLIFY')
    .replace(/<!--.*?-->/gsu, '')
    .trim()
}

const path = '.github/workflows/deploy-site.yml'
const job = 'Deploy to production'
const ok: RunOptions['jobs'] = [{ name: job, conclusion: 'success' }]
const broken: RunOptions['jobs'] = [
  {
    ...{
      name: job,
      conclusion: 'failure',
      errors: [
        'Process completed with exit code 1.',
        `Could not assume role with OIDC: Not authorized to perform sts:AssumeRoleWithWebIdentity in ${ownAccount}`,
      ],
    },
    steps: [
      { name: 'Check out the code', conclusion: 'success' },
      { name: 'Sign in to AWS', conclusion: 'failure' },
    ],
  },
]
const runs = (jobs: RunOptions['jobs'], more: Partial<RunOptions> = {}) =>
  runWorkflow(scene.github.world, scene.repository.state, { path, jobs, by: 'alice', ...more })

const digest = `sha256:${'1'.repeat(64)}`
/** What the workflow makes: a service with an image that is tagged with the commit. */
function serve(commit = scene.repository.branch('main') ?? ''): void {
  const image = `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/site/site@${digest}`
  const serviceName = 'cicd-site-production-site'
  makeExpressService(aws.region(), { serviceName, infrastructureRoleArn: '', primaryContainer: { image } })
  aws.region().imageDetails.push({ repositoryName: 'site/site', imageDigest: digest, imageTags: [commit] })
}

const say = { en: '/cicd status', ja: '/cicd status --lang=ja' } as const
const golden = (name: string) => `../expected/status/${name}.md`
const both = async (name: string, en: RegExp, ja: RegExp) => {
  await expect(`${steady(await scene.command(say.en, en))}\n`).toMatchFileSnapshot(golden(`${name}.en`))
  await expect(`${steady(await scene.command(say.ja, ja))}\n`).toMatchFileSnapshot(golden(`${name}.ja`))
}

describe('the state of a site on Amplify', () => {
  it('is nothing yet, deploying, running with its address, failed with the cause: in both languages', async () => {
    await merged('vite-react')
    const { command } = scene
    aws.world.durations.job = 60_000
    expect(await command('/cicd status', /nothing deployed yet/u)).toContain('`/cicd connect` shows what is to be made')
    await command('/cicd connect --yes', /AWS is at work/u)
    expect(await command('/cicd status', /\| deploying \|/u)).toContain('[console](https://')
    aws.advance(60_000)
    await both('amplify-running', /\| running \|/u, /稼働中/u)
    aws.world.failing.job = 'Build failed in account 111122223333 for @everyone: Cannot find module "./App"'
    const [app] = aws.region().apps
    const client = { appId: app?.app.appId, branchName: 'main', jobType: 'RELEASE' as const }
    await amplify.StartJob?.(aws.region(), client, '')
    aws.advance(60_000)
    await both('amplify-failed', /The last deployment of `site` to `production` failed/u, /考えられる対処/u)
  })
})

describe('the state of a service that a workflow deploys', () => {
  it('is what AWS runs, with who deployed it and where by GitHub: in both languages', async () => {
    await merged('go')
    expect(await scene.command('/cicd status', /nothing deployed yet/u)).not.toContain('/cicd connect')
    runs(ok)
    serve()
    await both('express-running', /\| running \|/u, /稼働中/u)
  })

  it('has failed where the workflow failed before it came to AWS; what ran before may still answer', async () => {
    await merged('go')
    serve('a'.repeat(40))
    runs(broken)
    await both('express-failed', /Sign in to AWS: failure/u, /考えられる対処/u)
    const { replies } = scene
    expect(replies()[0]).not.toContain('111122223333')
  })

  it('is removed where the workflow ended well and nothing of it is there any more', async () => {
    await merged('go')
    runs(ok)
    expect(await scene.command('/cicd status', /\| removed \|/u)).toContain('`alice`')
  })

  it('is deploying while the workflow runs or waits for an approval', async () => {
    await merged('go')
    serve('a'.repeat(40))
    runs([{ name: job, conclusion: null, waiting: true }])
    expect(await scene.command('/cicd status', /\| waits for an approval \|/u)).toContain('.ecs.')
    runs([{ name: job, conclusion: null }])
    await scene.command('/cicd status', /\| deploying \|/u)
  })
})

describe('without AWS', () => {
  it('GitHub alone tells state, address and cause, and it is said that AWS was not asked', async () => {
    await merged('go', { owners: 'somebody-else' })
    const run = runs(ok)
    const { repository, github } = scene
    repository.state.deployments.push({
      ...{ id: 1, ref: 'main', sha: run.headSha, environment: 'production', description: null, payload: {} },
      ...{ task: 'deploy', production: true, transient: false, createdAt: run.createdAt, creator: run.actor },
      statuses: [
        {
          ...{ id: 2, state: 'success', description: '', environmentUrl: 'https://shop.example', creator: run.actor },
          ...{ logUrl: `${github.url}/acme/site/actions/runs/${run.id}/job/1`, createdAt: run.createdAt },
        },
      ],
    })
    await both('github-alone', /AWS was not asked about `production`/u, /AWS には問い合わせていません/u)
    expect(aws.calls).toEqual([])
    runs(broken)
    expect(await scene.command('/cicd status', /\*\*failed\*\*/u)).toContain('Likely fix')
  })

  it('that is denied or out of reach is unknown, and GitHub is asked instead', async () => {
    await merged('vite-react')
    for (const [kind, words] of [
      ['denied', /AWS refused `amplify:ListApps`/u],
      ['throttle', /AWS takes no more requests/u],
      ['drop', /AWS could not be reached/u],
    ] as const) {
      // The account is looked at first, for the choice.
      aws.faults.push({ kind, match: 'amplify:ListApps', after: 1, times: 1 })
      expect(await scene.command('/cicd status', words)).toContain('| unknown |')
    }
  })

  it('and without the right to see runs on GitHub all is unknown, and it says which rights are missing', async () => {
    await merged('go', { owners: 'somebody-else' })
    const { github, repository } = scene
    runs(ok)
    const { actions: _, deployments: __, ...less } = github.app.permissions
    await github.install('acme', { repositories: [repository], permissions: less })
    expect(await scene.command('/cicd status', /it needs `actions: read`/u)).toContain('| unknown |')
  })

  it('a GitHub that fails for runs leaves the state to AWS', async () => {
    await merged('go')
    serve()
    runs(ok)
    const match = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs'
    for (const fault of [
      { kind: 'status', status: 403 },
      { kind: 'html', status: 200 },
    ] as const) {
      scene.github.faults.push({ ...fault, match, times: 9 })
      expect(await scene.command('/cicd status', /\| running \|/u)).not.toContain('`alice`')
      scene.github.faults.splice(0)
    }
  })
})

describe('several apps in several environments', () => {
  const config = `version: 1
region: ${ownRegion}
environments:
  - name: staging
  - name: production
    approval: true
`
  it('are one table, in the order of the environments: in both languages', async () => {
    await merged('monorepo-turbo-pnpm', { files: { '.github/cicd.yml': config } })
    await scene.command('/cicd connect --yes', /In AWS|in AWS|AWS/u)
    const workflow = '.github/workflows/deploy-api.yml'
    const staged = { name: 'Deploy to staging', conclusion: 'success' } as const
    runs([staged, { name: 'Deploy to production', conclusion: null, waiting: true }], { path: workflow })
    const image = `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/site/api@${digest}`
    const serviceName = 'cicd-site-staging-api'
    makeExpressService(aws.region(), { serviceName, infrastructureRoleArn: '', primaryContainer: { image } })
    const tagged = {
      repositoryName: 'site/api',
      imageDigest: digest,
      imageTags: [scene.repository.branch('main') ?? ''],
    }
    aws.region().imageDetails.push(tagged)
    await both('monorepo', /`staging` \(ap-northeast-1\)/u, /稼働中/u)
  })
})

describe('what it costs', () => {
  it('is at most four calls of AWS and five of GitHub for a service, besides what every command asks', async () => {
    await merged('go')
    serve()
    runs(broken)
    aws.calls.splice(0)
    scene.github.calls.clear()
    await scene.command('/cicd status', /failed/u)
    const after = aws.calls.findLastIndex(({ operation }) => operation === 'GetCallerIdentity')
    expect(aws.calls.slice(after + 1).map(({ operation }) => operation)).toEqual([
      ...['DescribeServices', 'DescribeExpressGatewayService', 'ListServiceDeployments', 'DescribeImages'],
    ])
    const asked = scene.github.calls.all.flatMap(({ route }) =>
      route !== null && /actions\/(?:runs|workflows)|check-runs|deployments/u.test(route) ? [route] : [],
    )
    expect(asked).toEqual([
      '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
      '/repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    ])
  })

  it('is no table for an environment that there is not', async () => {
    await merged('go')
    await scene.command('/cicd status --environment=prod', /No environment is called `prod`/u)
    expect(await scene.command('/cicd status --environment=production', /nothing deployed yet/u)).toContain(
      'deploy-site',
    )
  })

  it('is nothing where nothing is set up', async () => {
    scene = await startScene({
      core,
      repository: { folder: 'test/repos/go' },
      env: { ...aws.env, SLIPWAY_AWS_OWNERS: '' },
    })
    expect(await scene.command('/cicd status', /There is no pull request yet/u)).not.toContain('| --- |')
    expect(aws.calls).toEqual([])
  })
})
