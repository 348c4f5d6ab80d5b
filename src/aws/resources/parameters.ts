import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager'
import type { ParametersResource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { consoleLink } from '../console.ts'
import { parametersNamed } from '../parameter-store.ts'
import { isNamed } from '../refusal.ts'
import type { Provisioner } from './provisioner.ts'

type Wanted = ParametersResource['wanted'][number]

/** Values that people give: looked for by their names, never read and never made. */
export const parameters: Provisioner<ParametersResource> = {
  look: async ({ name, wanted }, { account }) => {
    const missing = [...(await missingParameters(account, wanted)), ...(await missingSecrets(account, wanted))]
    const link = consoleLink(account, `systems-manager/parameters?region=${account.region}&tab=Table`)
    if (missing.length > 0) return { state: 'person', need: 'parameters', link, missing }
    const ready: Standing = { state: 'ready', resource: name, url: null, link, how: 'own', outputs: {} }
    return ready
  },
  make: async () => undefined,
}

async function missingParameters(account: Account, wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
  const asked = wanted.flatMap((one) => {
    const names = namesOf(one.from, account)
    return names === null ? [] : [{ one, names }]
  })
  if (asked.length === 0) return []
  const found = await parametersNamed(account, [...new Set(asked.flatMap(({ names }) => names))])
  const there = new Set(found.map(({ name }) => name))
  return asked.filter(({ names }) => !names.some((name) => there.has(name))).map(({ one }) => one)
}

/** The names that a reference may have in the Parameter Store; null: it leads elsewhere. An ARN does not tell `x` from `/x`. */
function namesOf(from: string, account: Account): readonly string[] | null {
  if (!from.startsWith('arn:')) return [from]
  const [, , service, region, owner, ...rest] = from.split(':')
  if (service !== 'ssm' || region !== account.region || owner !== account.id) return null
  const name = rest.join(':').replace(/^parameter\//u, '')
  return name.includes('/') ? [`/${name}`] : [name, `/${name}`]
}

async function missingSecrets(account: Account, wanted: readonly Wanted[]): Promise<readonly Wanted[]> {
  const missing: Wanted[] = []
  for (const one of wanted) {
    const [, , service, region, owner, kind, name = ''] = one.from.split(':')
    if (service !== 'secretsmanager' || region !== account.region || owner !== account.id || kind !== 'secret') continue
    if (!(await isSecret(account, `arn:${account.partition}:secretsmanager:${region}:${owner}:secret:${name}`))) {
      missing.push(one)
    }
  }
  return missing
}

/** What follows the name in a reference, as the key of a JSON value, is no part of the ARN. */
async function isSecret({ secrets }: Account, arn: string): Promise<boolean> {
  try {
    await secrets.send(new DescribeSecretCommand({ SecretId: arn }))
    return true
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return false
    throw error
  }
}
