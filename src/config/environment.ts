import type { Environment } from '../model.ts'
import { type Field, mapping } from './mapping.ts'
import { flag, list } from './shape.ts'
import { account, branch, environmentId, externalId, region, roleArn, subnetId } from './values.ts'

/** A role that this app takes on in an AWS account. */
export interface AwsRole {
  /** ARN. */
  readonly role: string
  /** What the role's trust policy asks for; null: it is made from the repository. */
  readonly externalId: string | null
}

/** An environment as one file has it; null: the file does not say. */
export interface SaidEnvironment extends Omit<Environment, 'approval' | 'subnets'> {
  readonly approval: boolean | null
  readonly subnets: readonly string[] | null
  readonly aws: AwsRole | null
}

const role: Field<string> = { key: 'role', about: 'The ARN of the role.', shape: roleArn, needed: true }
const external: Field<string> = {
  key: 'externalId',
  about: "The external id that the role's trust policy asks for. Left out: one that is made from the repository.",
  shape: externalId,
}
const awsRole = mapping([role, external], (get): AwsRole | null => {
  const arn = get(role)
  return arn === null ? null : { role: arn, externalId: get(external) }
})

const fields = {
  name: {
    key: 'name',
    about: 'The name of the GitHub environment.',
    shape: environmentId,
    needed: true,
  } satisfies Field<string>,
  account: {
    key: 'account',
    about: 'The AWS account, twelve digits in quotes.',
    shape: account,
  } satisfies Field<string>,
  region: {
    key: 'region',
    about: 'The AWS region, where it is another than the one for all.',
    shape: region,
  } satisfies Field<string>,
  branch: {
    key: 'branch',
    about: 'The branch that is deployed here. Left out: the default branch.',
    shape: branch,
  } satisfies Field<string>,
  approval: {
    key: 'approval',
    about: 'Whether a person lets each deployment through.',
    shape: flag,
  } satisfies Field<boolean>,
  subnets: {
    key: 'subnets',
    about: 'The subnets that services of ECS run in, in two zones. Left out: those of the default VPC.',
    shape: list(subnetId),
  } satisfies Field<readonly string[]>,
  aws: {
    key: 'aws',
    about: 'The role that this app takes on in the account, for connecting and for showing the state.',
    shape: awsRole,
    organisationOnly: true,
  } satisfies Field<AwsRole>,
}

/** An environment. A role must lie in the account of its environment. */
export const environment = mapping(Object.values(fields), (get, node, { report }): SaidEnvironment | null => {
  const name = get(fields.name)
  const rest = { account: get(fields.account), region: get(fields.region), branch: get(fields.branch) }
  const approval = get(fields.approval)
  const subnets = get(fields.subnets)
  const aws = get(fields.aws)
  const { account: said } = rest
  if (aws !== null && said !== null && accountOf(aws) !== said) {
    report(node.at, ({ config }) => config.otherAccount(accountOf(aws), said))
  }
  return name === null ? null : { name, ...rest, approval, subnets, aws }
})

/** The account that a role lies in, twelve digits. */
export function accountOf({ role }: AwsRole): string {
  return role.split(':')[4] ?? ''
}
