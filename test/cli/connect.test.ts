import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { connectHere } from '../../src/cli/connect.ts'
import { noCliOptions } from '../../src/cli/options.ts'
import { policyTemplate } from '../../src/render/aws-policy.ts'
import { type Aws, startAws } from '../aws/start-aws.ts'
import { scratch } from '../local/scratch.ts'
import { runLine } from './run-line.ts'
import { terminalOf } from './terminal-of.ts'

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

/** The express sample, set up and merged on this computer. */
async function setUp(...flags: readonly string[]) {
  const repository = scratch()
  for (const name of ['package.json', 'package-lock.json', 'server.js', 'public/index.html']) {
    repository.write(name, readFileSync(`test/repos/express/${name}`, 'utf8'))
  }
  repository.commit()
  repository.git('remote', 'add', 'origin', 'git@github.com:acme/shop.git')
  await slipway('setup', repository.directory, ...flags)
  repository.git('merge', '--quiet', 'cicd/setup')
  return repository
}

/** A file of profiles for the SDK. */
function profiles() {
  const directory = mkdtempSync(join(tmpdir(), 'slipway-profiles-'))
  const path = join(directory, 'config')
  return { directory, path, write: (text: string) => writeFileSync(path, text) }
}

const slipway = (...args: readonly string[]) => slipwayIn('.', ...args)

function slipwayIn(cwd: string, ...args: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd, env: process.env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err }),
    )
  })
}

describe('slipway connect', () => {
  it('shows what it would make with the caller’s own credentials, and nothing is made', async () => {
    const { directory } = await setUp('--target=apprunner')
    const { code, out } = await slipway('connect', directory)
    expect(out).toContain('run `slipway connect` again with `--yes`')
    expect([code, aws.calls.filter(({ changes }) => changes)]).toEqual([0, []])
  })

  it('makes it, deploys the template as HEAD has it, and waits until it runs', async () => {
    const repository = await setUp('--target=apprunner')
    const [template = ''] = repository.git('ls-files', 'infra/cicd/*/apprunner.yaml').split('\n')
    repository.write(template, repository.git('show', `HEAD:${template}`).replace("Default: '2048'", "Default: '4096'"))
    repository.commit()
    const said: string[] = []
    const say = (text: string) => {
      said.push(text)
      for (const connection of aws.region().connections) connection.Status = 'AVAILABLE'
    }
    const options = { ...noCliOptions, yes: true }
    const { terminal, shown } = terminalOf('en', { say })
    expect(await connectHere({ directory: repository.directory, options }, terminal, 1)).toBe(0)
    expect(shown).toEqual(['Asking AWS …', expect.stringMatching(/^Waiting for you, 0 seconds so far/u)])
    expect(said).toHaveLength(2)
    expect(said.at(-1)).toContain('Everything is there')
    expect(aws.region().services[0]?.service.InstanceConfiguration?.Memory).toBe('4096')
  })

  it('takes the Region of the profile where nothing else names one, and asks for one where that names none', async () => {
    const { directory, write, path } = profiles()
    const repository = await setUp('--target=apprunner')
    vi.stubEnv('AWS_REGION', undefined)
    vi.stubEnv('AWS_CONFIG_FILE', path)
    write('[default]\n')
    expect((await slipway('connect', repository.directory)).out).toContain('No Region is known')
    write('[default]\nregion = eu-west-1\n')
    expect((await slipway('connect', repository.directory)).out).toContain('`production` (eu-west-1)')
    rmSync(directory, { recursive: true })
  })

  it('takes nothing from a file .env of the repository: it could send the requests elsewhere', async () => {
    const repository = await setUp('--target=apprunner')
    repository.write('.env', 'AWS_REGION=xx-nowhere-1\nAWS_ENDPOINT_URL=http://127.0.0.1:9\n')
    vi.stubEnv('AWS_REGION', undefined)
    vi.stubEnv('AWS_CONFIG_FILE', join(repository.directory, 'none'))
    const { out } = await slipwayIn(repository.directory, 'connect', '.')
    expect(out).toContain('No Region is known')
  })

  it('--json gives the outcome and the last text, with commands as they are written here', async () => {
    const { directory } = await setUp('--target=apprunner')
    const { code, out } = await runLine(['connect', directory, '--json'])
    expect([code, JSON.parse(out)]).toEqual([0, { outcome: 'plan', text: expect.stringContaining('`slipway connect') }])
    expect(out).not.toContain('/cicd')
  })

  it('ends with 1 where AWS refuses, and says why', async () => {
    const { directory } = await setUp('--target=apprunner')
    aws.faults.push({ match: 'apprunner:*', kind: 'denied', times: 1000 })
    const { code, out } = await slipway('connect', directory, '--yes')
    expect([code, out]).toEqual([1, expect.stringContaining('is not allowed that')])
  })
})

it('slipway aws-policy prints the template that lies in infra', async () => {
  expect((await slipway('aws-policy')).out).toBe(readFileSync('infra/slipway-connect.yaml', 'utf8'))
  expect((await slipway('aws-policy', '--read')).out).toBe(readFileSync('infra/slipway-read.yaml', 'utf8'))
  const { out } = await runLine(['aws-policy', '--json'])
  expect(JSON.parse(out)).toEqual(parse(policyTemplate('connect')))
})
