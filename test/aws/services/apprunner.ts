import type {
  CreateConnectionRequest,
  CreateServiceRequest,
  DescribeServiceRequest,
  ListConnectionsRequest,
  ListOperationsRequest,
  ListTagsForResourceRequest,
  StartDeploymentRequest,
  Tag,
} from '@aws-sdk/client-apprunner'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { arnOf, type RegionState, type ServiceState } from '../state.ts'

function tagsOf(tags: readonly Tag[] = []): Record<string, string> {
  return Object.fromEntries(tags.map(({ Key = '', Value = '' }) => [Key, Value]))
}

/** Moves what is under way to where it is by now. */
export function settleServices({ services, world }: RegionState): void {
  for (const state of services) {
    if (state.service.Status !== 'OPERATION_IN_PROGRESS' || world.now() < state.readyAt) continue
    const creating = state.operations[0]?.Type === 'CREATE_SERVICE'
    state.service = { ...state.service, Status: state.fails !== null && creating ? 'CREATE_FAILED' : 'RUNNING' }
    const [last] = state.operations
    if (last !== undefined) {
      last.Status = state.fails === null ? 'SUCCEEDED' : 'FAILED'
      last.EndedAt = new Date(state.readyAt)
      if (state.fails !== null) {
        const say = (message: string) =>
          state.events.push({ timestamp: state.readyAt, message: `[AppRunner] ${message}` })
        say('Starting source code build.')
        say(state.fails)
        say(`Deployment with ID : ${last.Id} failed.`)
      }
    }
  }
}

/** Makes a service; its first build is under way. */
export function makeService(state: RegionState, input: CreateServiceRequest): ServiceState {
  const { ServiceName: name = '', SourceConfiguration } = input
  if (state.services.some(({ service }) => service.ServiceName === name && service.Status !== 'DELETED')) {
    throw new AwsError('InvalidRequestException', `Service with the provided name already exists: ${name}.`)
  }
  const arn = SourceConfiguration?.AuthenticationConfiguration?.ConnectionArn
  const connection = state.connections.find(({ ConnectionArn }) => ConnectionArn === arn)
  if (SourceConfiguration?.CodeRepository !== undefined && connection?.Status !== 'AVAILABLE') {
    throw new AwsError(
      'InvalidRequestException',
      'Authentication configuration is invalid: the connection is not available.',
    )
  }
  const { world } = state
  const id = world.id().padStart(32, 'a')
  const now = new Date(world.now())
  const made: ServiceState = {
    service: {
      ServiceName: name,
      ServiceId: id,
      ServiceArn: arnOf(state, 'apprunner', `service/${name}/${id}`),
      ServiceUrl: `${id.slice(-10)}.${state.region}.awsapprunner.com`,
      CreatedAt: now,
      UpdatedAt: now,
      Status: 'OPERATION_IN_PROGRESS',
      SourceConfiguration: input.SourceConfiguration,
      InstanceConfiguration: { Cpu: '1024', Memory: '2048', ...input.InstanceConfiguration },
      AutoScalingConfigurationSummary: { AutoScalingConfigurationName: 'DefaultConfiguration' },
      NetworkConfiguration: {},
    },
    operations: [{ Id: world.id(), Type: 'CREATE_SERVICE', Status: 'IN_PROGRESS', StartedAt: now }],
    events: [],
    readyAt: world.now() + world.durations.service,
    fails: world.failing.service,
    tags: tagsOf(input.Tags),
  }
  state.services.push(made)
  return made
}

function find(state: RegionState, arn: string | undefined): ServiceState {
  settleServices(state)
  return findOr(
    state.services,
    ({ service }) => service.ServiceArn === arn,
    () => new AwsError('ResourceNotFoundException', `Service not found: ${arn}`),
  )
}

export const apprunner: Service = {
  CreateConnection: operation((state, { ConnectionName = '', ProviderType, Tags }: CreateConnectionRequest) => {
    if (state.connections.some((one) => one.ConnectionName === ConnectionName)) {
      throw new AwsError(
        'InvalidRequestException',
        `Connection with the provided name already exists: ${ConnectionName}.`,
      )
    }
    const connection = {
      ConnectionName,
      ConnectionArn: arnOf(state, 'apprunner', `connection/${ConnectionName}/${state.world.id().padStart(32, 'c')}`),
      ProviderType: ProviderType ?? 'GITHUB',
      Status: 'PENDING_HANDSHAKE' as const,
      CreatedAt: new Date(state.world.now()),
    }
    state.connections.push({ ...connection, tags: tagsOf(Tags) })
    return { Connection: connection }
  }),
  ListConnections: operation((state, { ConnectionName }: ListConnectionsRequest) => ({
    ConnectionSummaryList: state.connections
      .filter((one) => ConnectionName === undefined || one.ConnectionName === ConnectionName)
      .map(({ tags: _, ...connection }) => connection),
  })),
  CreateService: operation((state, input: CreateServiceRequest) => {
    const { service, operations } = makeService(state, input)
    return { Service: service, OperationId: operations[0]?.Id }
  }),
  ListServices: operation((state) => {
    settleServices(state)
    return {
      ServiceSummaryList: state.services.map(({ service }) => ({
        ServiceName: service.ServiceName,
        ServiceId: service.ServiceId,
        ServiceArn: service.ServiceArn,
        ServiceUrl: service.ServiceUrl,
        CreatedAt: service.CreatedAt,
        UpdatedAt: service.UpdatedAt,
        Status: service.Status,
      })),
    }
  }),
  DescribeService: operation((state, { ServiceArn }: DescribeServiceRequest) => ({
    Service: find(state, ServiceArn).service,
  })),
  ListOperations: operation((state, { ServiceArn }: ListOperationsRequest) => ({
    OperationSummaryList: find(state, ServiceArn).operations,
  })),
  ListTagsForResource: operation((state, { ResourceArn }: ListTagsForResourceRequest) => ({
    Tags: Object.entries(find(state, ResourceArn).tags).map(([Key, Value]) => ({ Key, Value })),
  })),
  StartDeployment: operation((state, { ServiceArn }: StartDeploymentRequest) => {
    const found = find(state, ServiceArn)
    if (found.service.Status !== 'RUNNING') {
      throw new AwsError('InvalidRequestException', 'Service cannot be deployed in the current state.')
    }
    const id = state.world.id()
    found.operations.unshift({
      Id: id,
      Type: 'START_DEPLOYMENT',
      Status: 'IN_PROGRESS',
      StartedAt: new Date(state.world.now()),
    })
    found.service = { ...found.service, Status: 'OPERATION_IN_PROGRESS' }
    found.readyAt = state.world.now() + state.world.durations.service
    found.fails = state.world.failing.service
    return { OperationId: id }
  }),
}
