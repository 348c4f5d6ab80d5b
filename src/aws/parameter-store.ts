import { type ParameterMetadata, paginateDescribeParameters } from '@aws-sdk/client-ssm'
import type { Account } from './account.ts'

/** A parameter without its value, which is never asked for. */
export interface Parameter {
  readonly name: string
  readonly arn: string
}

/** More names than this AWS does not take in one question. */
const mostNames = 50

/** Those of the names that there is a parameter of. */
export async function parametersNamed(account: Account, names: readonly string[]): Promise<readonly Parameter[]> {
  const found: Parameter[] = []
  for (let from = 0; from < names.length; from += mostNames) {
    found.push(...(await ask(account, 'Name', 'Equals', names.slice(from, from + mostNames))))
  }
  return found
}

/** The parameters that lie in a folder, `/cicd-shop-production/web`, and not below it. */
export function parametersIn(account: Account, folder: string): Promise<readonly Parameter[]> {
  return ask(account, 'Path', 'OneLevel', [folder])
}

async function ask(
  { ssm, id, region, partition }: Account,
  Key: 'Name' | 'Path',
  Option: 'Equals' | 'OneLevel',
  Values: readonly string[],
): Promise<readonly Parameter[]> {
  const found: ParameterMetadata[] = []
  const input = { ParameterFilters: [{ Key, Option, Values: [...Values] }] }
  for await (const page of paginateDescribeParameters({ client: ssm, pageSize: 50 }, input)) {
    found.push(...(page.Parameters ?? []))
  }
  return found.flatMap(({ Name, ARN }) => {
    if (Name === undefined) return []
    const path = Name.startsWith('/') ? Name : `/${Name}`
    return [{ name: Name, arn: ARN ?? `arn:${partition}:ssm:${region}:${id}:parameter${path}` }]
  })
}
