import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Aws, ownAccount, ownRegion } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf } from '../tree-of.ts'
import { connectOnce, connectToTheEnd, type Given } from './drive.ts'
import { freshAws, mergedTree } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
  const ConnectionArn = `arn:aws:apprunner:${ownRegion}:${ownAccount}:connection/ours/1`
  const ours = { ConnectionName: 'ours', ConnectionArn, ProviderType: 'GITHUB', Status: 'AVAILABLE' } as const
  aws.region().connections.push({ ...ours, tags: {} })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const secretArn = `arn:aws:secretsmanager:${ownRegion}:${ownAccount}:secret:shop/mail-AbCdEf`
const parameterArn = `arn:aws:ssm:${ownRegion}:${ownAccount}:parameter/shared/KEY`
const elsewhere = `arn:aws:ssm:us-east-1:${ownAccount}:parameter/far/KEY`

/** A server of App Runner whose settings name these values, each with its variable. */
function wanting(values: Readonly<Record<string, string>>): Given {
  const merged = mergedTree('express', sampleContext({ request: { target: 'apprunner' } }))
  const secrets = Object.entries(values).map(([name, from]) => `    - name: ${name}\n      value-from: '${from}'\n`)
  const settings = `${merged.files.get('apprunner.yaml')}  secrets:\n${secrets.join('')}`
  return { tree: treeOf({ ...Object.fromEntries(merged.files), 'apprunner.yaml': settings }), target: 'apprunner' }
}

describe('values that only people have', () => {
  it('are asked for by name before the service is made, and it is made when they are there', async () => {
    const given = wanting({ DATABASE_URL: '/shop/DATABASE_URL', KEY: parameterArn, MAIL: `${secretArn}:password::` })
    const { kind, text } = await connectOnce(aws, given)
    expect(kind).toBe('waiting')
    expect(aws.region().stacks).toEqual([])
    expect(text).toContain(`--name /shop/DATABASE_URL --value "$DATABASE_URL"`)
    expect(text).toContain('--name /shared/KEY --value "$KEY"')
    expect(text).toContain(
      `aws secretsmanager create-secret --region ${ownRegion} --name shop/mail --secret-string "$MAIL"`,
    )
    aws
      .region()
      .parameters.push({ name: '/shop/DATABASE_URL', type: 'SecureString' }, { name: '/shared/KEY', type: 'String' })
    aws.region().secrets.push({ name: 'shop/mail', arn: secretArn, value: 'hidden', tags: {} })
    expect((await connectToTheEnd(aws, given)).kind).toBe('done')
    // What they are is never asked.
    const asked = aws.calls.map(({ operation }) => operation)
    expect(asked.filter((name) => /^Get(?:Parameter|SecretValue)/u.test(name))).toEqual([])
  })

  it('in another Region or account are not looked for, and nothing of a hostile name gets into a command', async () => {
    const hostile = { FAR: elsewhere, 'A$(id)': '/x', B: '/y`id`' }
    expect((await connectToTheEnd(aws, wanting(hostile))).kind).toBe('done')
  })

  it('that AWS does not tell of stop the making, with the action that has to be allowed', async () => {
    aws.faults.push({ match: 'ssm:DescribeParameters', kind: 'denied', times: 9 })
    const { kind, text } = await connectOnce(aws, wanting({ KEY: '/shop/KEY' }))
    expect([kind, text]).toEqual(['stopped', expect.stringContaining('AWS refused `ssm:DescribeParameters`')])
    expect(aws.region().stacks).toEqual([])
  })
})
