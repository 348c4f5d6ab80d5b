import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { propose } from '../../src/propose.ts'
import { type Aws, ownAccount, ownRegion, startAws } from '../aws/start-aws.ts'
import { connectOnce } from '../aws-room/drive.ts'
import { samples } from '../aws-room/scene.ts'
import { present } from '../lint/tools.ts'
import { sampleContext, sampleRepository } from '../sample-app.ts'
import { treeOfFolder } from '../tree-of.ts'

let aws: Aws
let folder: string
beforeEach(async () => {
  aws = await startAws()
  for (const [name, value] of Object.entries(aws.env)) vi.stubEnv(name, value)
  folder = mkdtempSync(join(tmpdir(), 'slipway-docs-aws-'))
  symlinkSync(join(process.cwd(), 'infra'), join(folder, 'infra'))
  const line = `exec ${join(process.cwd(), 'node_modules/.bin/node')} ${join(process.cwd(), 'src/cli.ts')} "$@"`
  writeFileSync(join(folder, 'slipway'), `#!/bin/sh\n${line}\n`, { mode: 0o755 })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
  await aws.stop()
})

const text = readFileSync('docs/aws.md', 'utf8')

/** The commands of the one block of the document that holds these words, with the number of the owner that the tests have. */
function block(words: string): string {
  const blocks = [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```$/gmu)].map(([, , lines = '']) => lines)
  const found = blocks.filter((lines) => lines.includes(words))
  expect(found).toHaveLength(1)
  return (found[0] ?? '').replaceAll(/\b1234567\b/gu, String(sampleRepository.ownerId))
}

/** Runs commands with the true AWS CLI, which is led to the stand-in. */
async function run(commands: string, env: Readonly<Record<string, string>> = {}): Promise<void> {
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, ...rest } = process.env
  // Version 1 of the AWS CLI knows the Region by its older name alone.
  const keys = 'AWS_CONFIG_FILE' in env ? {} : { ...aws.env, AWS_DEFAULT_REGION: ownRegion }
  const settings = { PATH: `${folder}:${process.env.PATH}`, AWS_PAGER: '', AWS_EC2_METADATA_DISABLED: 'true' }
  await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', commands], {
    cwd: folder,
    env: { ...rest, ...keys, ...settings, ...env },
  })
}

const role = (account: string) => `arn:aws:iam::${account}:role/slipway-connect`

describe.runIf(present('aws'))('docs/aws.md, step by step as a new user would, by the AWS CLI', () => {
  it('one account: the policy is deployed, and the role that it makes is the one that connect takes on', async () => {
    await run(block('slipway aws-policy > slipway-connect.yaml'))
    expect(aws.region().stacks.map(({ stack }) => [stack.StackName, stack.StackStatus])).toEqual([
      ['slipway', 'CREATE_COMPLETE'],
    ])
    const roles = [...aws.region().account.roles.values()].map(({ Arn }) => Arn)
    expect(roles).toEqual([role(ownAccount)])
    const one = { environment: 'production', account: ownAccount, role: role(ownAccount), region: ownRegion }
    const entered = await connectOnce(aws, { ...samples['ECS Express'], roles: [{ ...one, externalId: null }] })
    expect(entered.kind).toBe('waiting')
    // Another organisation that names the role is refused: its number is another.
    aws.world.trusted.splice(0, 9, { arn: role(ownAccount), externalId: 'github.com:7:*' })
    const refused = await connectOnce(aws, { ...samples['ECS Express'], roles: [{ ...one, externalId: null }] })
    expect(refused.text).toContain('allow the external id')
  }, 60_000)

  it('several accounts, one after another', async () => {
    const accounts = ['111122223333', '444455556666']
    const profiles = accounts.map((account, index) => {
      aws.world.keys.set(`AKIA${index}`, { account, arn: `arn:aws:iam::${account}:user/admin` })
      return `[profile ${account}]\nregion = ${ownRegion}\naws_access_key_id = AKIA${index}\naws_secret_access_key = x\n`
    })
    writeFileSync(join(folder, 'config'), profiles.join('\n'))
    const endpoint = aws.env.AWS_ENDPOINT_URL ?? ''
    const env = { AWS_CONFIG_FILE: join(folder, 'config'), AWS_ENDPOINT_URL: endpoint }
    await run(block('for account in'), env)
    for (const account of accounts) {
      expect([...aws.region(ownRegion, account).account.roles.values()].map(({ Arn }) => Arn)).toEqual([role(account)])
    }
  }, 60_000)

  it('all accounts of a unit, by a StackSet', async () => {
    aws.world.units.set('ou-ab12-34567890', ['111122223333', '444455556666'])
    await run(block('create-stack-set'))
    for (const account of ['111122223333', '444455556666']) {
      expect([...aws.region('us-east-1', account).account.roles.values()].map(({ Arn }) => Arn)).toEqual([
        role(account),
      ])
    }
    expect(aws.world.trusted).toContainEqual({
      arn: role('444455556666'),
      externalId: `github.com:${sampleRepository.ownerId}:*`,
    })
  }, 60_000)
})

describe.runIf(present('aws'))('the steps of a pull request, by the AWS CLI', () => {
  it('make the bootstrap stack, which connect uses then as it is', async () => {
    const outcome = propose(treeOfFolder('test/repos/go'), sampleContext())
    if (outcome.kind !== 'proposal') throw new Error(outcome.kind)
    rmSync(join(folder, 'infra'))
    for (const { path, content } of outcome.files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content ?? '')
    }
    const bootstrap = outcome.rendered.find(({ of }) => of === 'bootstrap')?.rendering.steps[0]
    await run((bootstrap?.commands ?? []).join('\n'))
    expect(aws.region().account.providers).toHaveLength(1)
    const { kind, text: reply } = await connectOnce(aws, samples['ECS Express'])
    expect([kind, reply]).toEqual(['waiting', expect.stringContaining('was there before, is used')])
    expect(aws.region().stacks).toHaveLength(1)
  }, 60_000)
})
