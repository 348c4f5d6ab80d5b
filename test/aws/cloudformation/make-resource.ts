import type { CreateServiceRequest } from '@aws-sdk/client-apprunner'
import { AwsError } from '../http/aws-error.ts'
import { isRecord } from '../schema/check.ts'
import { makeService } from '../services/apprunner.ts'
import { createExpress, makeEcsService } from '../services/ecs-service.ts'
import { arnOf, type RegionState, type StackResource, type StackState } from '../state.ts'

/** A resource to make: its properties with all functions worked out. */
export interface Wanted {
  readonly logicalId: string
  readonly type: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly retained: boolean
}

type Made = Pick<StackResource, 'id' | 'attributes'>
type Make = (state: RegionState, wanted: Wanted, stack: StackState) => Made

const makers: Readonly<Record<string, Make>> = {
  'AWS::AppRunner::Service': (state, { logicalId, properties }, stack) => {
    if (!isService(properties)) throw new Error('a service without source')
    const tags = Object.entries(stackTags(stack)).map(([Key, Value]) => ({ Key, Value }))
    const ServiceName = `${logicalId}-${stack.stack.StackName}`.slice(0, 40)
    const { service } = makeService(state, { ServiceName, ...properties, Tags: [...(properties.Tags ?? []), ...tags] })
    return {
      id: service.ServiceArn ?? '',
      attributes: { ServiceArn: service.ServiceArn ?? '', ServiceUrl: service.ServiceUrl ?? '' },
    }
  },
  'AWS::ECS::Service': (state, { logicalId, properties }, stack) => {
    const name = `${stack.stack.StackName}-${logicalId}-${state.world.id()}`
    const { service } = makeEcsService(state, String(properties.Cluster), name)
    return { id: service.serviceArn ?? '', attributes: { Name: name, ServiceArn: service.serviceArn ?? '' } }
  },
  'AWS::AppRunner::AutoScalingConfiguration': (state, { logicalId }) => {
    const arn = arnOf(state, 'apprunner', `autoscalingconfiguration/${logicalId}/1/${state.world.id()}`)
    return { id: arn, attributes: { AutoScalingConfigurationArn: arn } }
  },
  'AWS::IAM::Role': ({ account, world }, { logicalId, properties }, stack) => {
    const trust = (arn: string) =>
      world.trusted.push(...externalIdsOf(properties).map((externalId) => ({ arn, externalId })))
    const given = typeof properties.RoleName === 'string' ? properties.RoleName : null
    const name = given ?? `${stack.stack.StackName}-${logicalId}-${world.id()}`.slice(0, 64)
    const arn = `arn:aws:iam::${account.id}:role/${name}`
    trust(arn)
    account.roles.set(name, {
      Path: '/',
      RoleName: name,
      RoleId: world.id(),
      Arn: arn,
      CreateDate: new Date(world.now()),
    })
    return { id: name, attributes: { Arn: arn } }
  },
  'AWS::IAM::OIDCProvider': ({ account }, { properties }) => {
    const arn = `arn:aws:iam::${account.id}:oidc-provider/${String(properties.Url).replace('https://', '')}`
    if (account.providers.some(({ Arn }) => Arn === arn)) {
      throw new AwsError('EntityAlreadyExists', `Provider with url ${String(properties.Url)} already exists.`, 409)
    }
    account.providers.push({ Arn: arn })
    return { id: arn, attributes: { Arn: arn } }
  },
  'AWS::ECS::ExpressGatewayService': (state, { properties }) => {
    const { ServiceName, PrimaryContainer } = properties
    const image = isRecord(PrimaryContainer) ? String(PrimaryContainer.Image) : ''
    const made = createExpress(state, {
      ...{ serviceName: String(ServiceName), primaryContainer: { image } },
      infrastructureRoleArn: String(properties.InfrastructureRoleArn),
    })
    const Endpoint = made.activeConfigurations?.[0]?.ingressPaths?.[0]?.endpoint ?? ''
    return { id: made.serviceArn ?? '', attributes: { ServiceArn: made.serviceArn ?? '', Endpoint } }
  },
  'AWS::ECR::Repository': (state, { properties }) => {
    const name = String(properties.RepositoryName)
    if (state.repositories.some(({ repositoryName }) => repositoryName === name)) {
      throw new AwsError('RepositoryAlreadyExists', `${name} already exists`)
    }
    const arn = arnOf(state, 'ecr', `repository/${name}`)
    state.repositories.push({ repositoryName: name, repositoryArn: arn })
    return { id: name, attributes: { Arn: arn } }
  },
}

/** The external ids that a trust policy asks for; a parameter that is a list comes as one text. */
function externalIdsOf({ AssumeRolePolicyDocument: policy }: Wanted['properties']): readonly string[] {
  const statements: unknown = isRecord(policy) ? policy.Statement : []
  return (Array.isArray(statements) ? statements : []).flatMap((statement: unknown) => {
    const condition = isRecord(statement) ? statement.Condition : null
    const like = isRecord(condition) ? condition.StringLike : null
    return isRecord(like) && 'sts:ExternalId' in like ? String(like['sts:ExternalId']).split(',') : []
  })
}

function isService(
  value: Readonly<Record<string, unknown>>,
): value is Omit<CreateServiceRequest, 'ServiceName'> & typeof value {
  return isRecord(value.SourceConfiguration)
}

function stackTags({ stack }: StackState): Record<string, string> {
  return Object.fromEntries((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
}

/** Makes a resource of a stack; what has no maker of its own gets a name and an ARN. Throws `AwsError` where AWS would refuse. */
export function makeResource(state: RegionState, wanted: Wanted, stack: StackState): StackResource {
  const { failing } = state.world
  if (failing.resource?.type === wanted.type) throw new AwsError('InvalidRequest', failing.resource.reason)
  const make = makers[wanted.type] ?? otherwise
  return { type: wanted.type, retained: wanted.retained, ...make(state, wanted, stack) }
}

function otherwise(state: RegionState, { logicalId, type }: Wanted, { stack }: StackState): Made {
  const id = `${stack.StackName}-${logicalId}`
  return { id, attributes: { Arn: arnOf(state, type.split('::')[1]?.toLowerCase() ?? 'x', id) } }
}

/** Takes a resource away again. */
export function removeResource(state: RegionState, { type, id, retained }: StackResource): void {
  if (retained) return
  const drop = <T>(items: T[], test: (item: T) => boolean) => {
    const at = items.findIndex(test)
    if (at >= 0) items.splice(at, 1)
  }
  if (type === 'AWS::AppRunner::Service') drop(state.services, ({ service }) => service.ServiceArn === id)
  if (type === 'AWS::ECS::Service') drop(state.ecsServices, ({ service }) => service.serviceArn === id)
  if (type === 'AWS::ECS::ExpressGatewayService') {
    drop(state.expressServices, ({ serviceArn }) => serviceArn === id)
    drop(state.ecsServices, ({ service }) => service.serviceArn === id)
  }
  if (type === 'AWS::IAM::Role') state.account.roles.delete(id)
  if (type === 'AWS::IAM::OIDCProvider') drop(state.account.providers, ({ Arn }) => Arn === id)
  if (type === 'AWS::ECR::Repository') drop(state.repositories, ({ repositoryName }) => repositoryName === id)
}
