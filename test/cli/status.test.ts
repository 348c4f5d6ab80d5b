import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeExpressService, startDeployment } from '../aws/services/ecs-service.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { scratch } from '../local/scratch.ts'

const program = new URL('../../src/cli.ts', import.meta.url).pathname

vi.setConfig({ testTimeout: 60_000 })

let aws: Aws
beforeEach(async () => {
  aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

function slipway(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env: process.env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    )
  })
}

/** A Go server, set up and merged on this computer. */
async function merged() {
  const repository = scratch()
  for (const name of ['go.mod', 'main.go']) repository.write(name, readFileSync(`test/repos/go/${name}`, 'utf8'))
  repository.commit()
  repository.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
  await slipway('setup', repository.directory)
  repository.git('merge', '--quiet', 'cicd/setup')
  return repository
}

const digest = `sha256:${'1'.repeat(64)}`
function serve(): void {
  const image = `${ownAccount}.dkr.ecr.${ownRegion}.amazonaws.com/shop/shop@${digest}`
  makeExpressService(aws.region(), {
    serviceName: 'cicd-shop-production-shop',
    infrastructureRoleArn: '',
    primaryContainer: { image },
  })
  aws.region().imageDetails.push({ repositoryName: 'shop/shop', imageDigest: digest, imageTags: ['a'.repeat(40)] })
}

describe('slipway status', () => {
  it('says how a service stands by the caller’s own credentials, and what failed with the likely fix', async () => {
    const { directory } = await merged()
    expect((await slipway('status', directory)).out).toContain('nothing deployed yet')
    serve()
    const running = await slipway('status', directory)
    expect(running.code).toBe(0)
    expect(running.out).toMatch(/^shop {2}production {2}ECS Express cicd-shop-production-shop$/mu)
    expect(running.out).toMatch(/^ {2}state {6}running$/mu)
    expect(running.out).toMatch(/^ {2}last {7}aaaaaaa {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC$/mu)
    expect(running.out).toContain(`https://cicd-shop-production-shop.ecs.${ownRegion}.on.aws`)
    aws.world.failing.deployment = `(task ${ownAccount}) failed container health checks.`
    const [service] = aws.region().ecsServices
    if (service !== undefined) startDeployment(aws.region(), service)
    const failed = await slipway('status', directory)
    expect(failed.out).toMatch(/^ {2}state {6}failed$/mu)
    expect(failed.out).toMatch(/^ {2}why {8}\(service cicd-shop-production-shop\) \(task \*{12}\) failed/mu)
    expect(failed.out).toMatch(/^ {2}likely fix the app ends right after it starts/mu)
    expect((await slipway('status', directory, '--lang=ja')).out).toMatch(/^ {2}状態 {7}失敗$/mu)
    expect(aws.calls.filter(({ changes }) => changes)).toEqual([])
  })

  it('gives the same as JSON', async () => {
    const { directory } = await merged()
    serve()
    const { out, code } = await slipway('status', directory, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      apps: [
        {
          ...{ root: '.', name: 'shop', target: 'ecr', service: 'cicd-shop-production-shop', merged: true },
          ...{ environment: 'production', production: true, account: null, region: null, branch: 'main' },
          ...{ state: 'running', url: `https://cicd-shop-production-shop.ecs.${ownRegion}.on.aws` },
          last: { commit: 'a'.repeat(40), at: expect.any(String), by: null, url: expect.any(String) },
          ...{ console: expect.any(String), logs: expect.any(String), cause: null, likelyFix: null },
          ...{ workflow: '.github/workflows/deploy-shop.yml', source: 'aws', silence: null },
        },
      ],
    })
  })

  it('says what AWS refused, and that nothing is set up', async () => {
    const { directory } = await merged()
    aws.faults.push({ kind: 'denied', match: 'ecs:DescribeServices' })
    const { out, code } = await slipway('status', directory)
    expect([code, out]).toEqual([0, expect.stringMatching(/state {6}unknown.*AWS refused `ecs:DescribeServices`/su)])
    const wrong = await slipway('status', directory, '--environment=prod')
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('No environment is called `prod`')])
    const bare = scratch()
    bare.write('README.md', 'hello\n')
    bare.commit()
    expect((await slipway('status', bare.directory)).out).toContain('slipway setup`')
  })
})
