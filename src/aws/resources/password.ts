import { randomBytes } from 'node:crypto'
import { CreateSecretCommand, DescribeSecretCommand, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager'
import type { Resource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { consoleLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { isNamed } from '../refusal.ts'
import { type Provisioner, tagList } from './provisioner.ts'

type Password = Extract<Resource, { kind: 'password' }>

/** A generated password, which is nowhere but in Secrets Manager. */
export const password: Provisioner<Password> = {
  look: async ({ name }, { account }) => {
    const arn = await find(account, name)
    if (arn === null) return { state: 'absent' }
    const link = consoleLink(account, `secretsmanager/secret?name=${encodeURIComponent(name)}&region=${account.region}`)
    const ready: Standing = { state: 'ready', resource: arn, url: null, link, how: 'own', outputs: {} }
    return ready
  },
  make: async ({ name }, _standing, { account, tags }) => {
    const input = {
      Name: name,
      Description: 'Password of branches that are not production, user "preview"',
      SecretString: randomBytes(18).toString('base64url'),
      Tags: tagList(tags),
    }
    await ensure(
      () => find(account, name),
      () => account.once.secrets.send(new CreateSecretCommand(input)),
      account.pauseMs,
    )
  },
}

/** The password itself: for AWS, never for a text. */
export async function readPassword({ secrets }: Account, arn: string): Promise<string> {
  const { SecretString = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: arn }))
  return SecretString
}

async function find({ secrets }: Account, name: string): Promise<string | null> {
  try {
    const { ARN = null } = await secrets.send(new DescribeSecretCommand({ SecretId: name }))
    return ARN
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return null
    throw error
  }
}
