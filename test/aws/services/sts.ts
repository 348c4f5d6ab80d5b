import type { AssumeRoleRequest } from '@aws-sdk/client-sts'
import { AwsError } from '../http/aws-error.ts'
import { operation, type Service } from '../operation.ts'

function fits(wanted: string | null, given: string | null): boolean {
  if (wanted === null || given === null) return wanted === given
  const parts = wanted.split('*').map((part) => part.replace(/[^\w:-]/gu, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'u').test(given)
}

export const sts: Service = {
  GetCallerIdentity: operation((state, _input: object, principal) => ({
    Account: state.account.id,
    Arn: principal,
    UserId: 'AIDASTANDIN',
  })),
  AssumeRole: operation(({ world }, { RoleArn = '', RoleSessionName = '', ExternalId }: AssumeRoleRequest) => {
    const known = world.trusted.filter(({ arn }) => arn === RoleArn)
    if (!known.some(({ externalId }) => fits(externalId, ExternalId ?? null))) {
      throw new AwsError(
        'AccessDenied',
        `User is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
        403,
      )
    }
    const [, , , , account = '', name = ''] = RoleArn.split(':')
    const arn = `arn:aws:sts::${account}:assumed-role/${name.replace(/^role\//, '')}/${RoleSessionName}`
    const key = `ASIASTANDIN${world.id()}`
    world.keys.set(key, { account, arn })
    return {
      Credentials: {
        AccessKeyId: key,
        SecretAccessKey: 'secret',
        SessionToken: 'token',
        Expiration: new Date(Date.now() + 3_600_000),
      },
      AssumedRoleUser: { AssumedRoleId: `AROA:${RoleSessionName}`, Arn: arn },
    }
  }),
}
