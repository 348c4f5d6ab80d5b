import type {
  CreateSecretRequest,
  DescribeSecretRequest,
  GetRandomPasswordRequest,
  GetSecretValueRequest,
} from '@aws-sdk/client-secrets-manager'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { arnOf, type RegionState } from '../state.ts'

function find(state: RegionState, id: string | undefined) {
  return findOr(
    state.secrets,
    ({ name, arn }) => name === id || arn === id,
    () => new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret."),
  )
}

export const secretsmanager: Service = {
  CreateSecret: operation((state, { Name = '', SecretString = '', Tags = [] }: CreateSecretRequest) => {
    if (state.secrets.some(({ name }) => name === Name)) {
      throw new AwsError('ResourceExistsException', `The operation failed because the secret ${Name} already exists.`)
    }
    const arn = arnOf(state, 'secretsmanager', `secret:${Name}-AbCdEf`)
    const tags = Object.fromEntries(Tags.map(({ Key = '', Value = '' }) => [Key, Value]))
    state.secrets.push({ name: Name, arn, value: SecretString, tags })
    return { ARN: arn, Name }
  }),
  DescribeSecret: operation((state, { SecretId }: DescribeSecretRequest) => {
    const { name, arn, tags } = find(state, SecretId)
    return { ARN: arn, Name: name, Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }
  }),
  GetSecretValue: operation((state, { SecretId }: GetSecretValueRequest) => {
    const { name, arn, value } = find(state, SecretId)
    return { ARN: arn, Name: name, SecretString: value }
  }),
  GetRandomPassword: operation(({ world }, { PasswordLength = 32 }: GetRandomPasswordRequest) => ({
    RandomPassword: `${world.id()}-random-password-of-the-stand-in-xxxxxxxx`.slice(0, PasswordLength),
  })),
}
