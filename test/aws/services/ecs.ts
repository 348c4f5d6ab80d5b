import type {
  CreateExpressGatewayServiceRequest,
  DescribeClustersRequest,
  DescribeExpressGatewayServiceRequest,
  DescribeServicesRequest,
  DescribeTasksRequest,
  ListServiceDeploymentsRequest,
  ListServicesRequest,
  ListTasksRequest,
  UpdateExpressGatewayServiceRequest,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import type { RegionState } from '../state.ts'
import { createExpress, settleEcs, startDeployment } from './ecs-service.ts'

function requireCluster({ clusters }: RegionState, name = 'default'): void {
  findOr(
    clusters,
    (cluster) => cluster.clusterName === name,
    () => new AwsError('ClusterNotFoundException', 'Cluster not found.'),
  )
}

export const ecs: Service = {
  DescribeClusters: operation(({ clusters }, { clusters: wanted = ['default'] }: DescribeClustersRequest) => ({
    clusters: clusters.filter(({ clusterName }) => wanted.includes(clusterName ?? '')),
  })),
  ListServices: operation((state, { cluster }: ListServicesRequest) => {
    requireCluster(state, cluster)
    return { serviceArns: state.expressServices.map(({ serviceArn }) => serviceArn) }
  }),
  DescribeServices: operation((state, { cluster, services = [] }: DescribeServicesRequest) => {
    requireCluster(state, cluster)
    settleEcs(state)
    const isAsked = (one: { serviceName?: string | undefined; serviceArn?: string | undefined }) =>
      services.includes(one.serviceName ?? '') || services.includes(one.serviceArn ?? '')
    const own = state.ecsServices.map(({ service }) => service).filter(isAsked)
    const bare = state.expressServices.filter((one) => isAsked(one) && own.length === 0)
    return {
      services: [
        ...own,
        ...bare.map(({ serviceName, serviceArn, status, tags }) => ({
          ...{ serviceName, serviceArn, status: status?.statusCode ?? 'ACTIVE' },
          ...(tags === undefined ? {} : { tags }),
        })),
      ],
      failures: [],
    }
  }),
  ListServiceDeployments: operation((state, { service, maxResults = 20 }: ListServiceDeploymentsRequest) => {
    settleEcs(state)
    const found = findOr(
      state.ecsServices,
      (one) => one.service.serviceArn === service || one.service.serviceName === service,
      () => new AwsError('ServiceNotFoundException', 'Service not found.'),
    )
    const brief = found.deployments.map(
      ({ serviceDeploymentArn, serviceArn, clusterArn, createdAt, startedAt, finishedAt, status, statusReason }) => ({
        ...{ serviceDeploymentArn, serviceArn, clusterArn, createdAt, startedAt, status },
        ...(finishedAt === undefined ? {} : { finishedAt }),
        ...(statusReason === undefined ? {} : { statusReason }),
      }),
    )
    return { serviceDeployments: brief.slice(0, maxResults) }
  }),
  ListTasks: operation((state, { cluster, serviceName, desiredStatus, maxResults = 100 }: ListTasksRequest) => {
    requireCluster(state, cluster?.split('/').at(-1))
    settleEcs(state)
    const found = state.ecsServices.filter(({ service }) => service.serviceName === serviceName)
    const tasks = desiredStatus === 'STOPPED' ? found.flatMap(({ stopped }) => stopped) : []
    return { taskArns: tasks.slice(0, maxResults).map(({ taskArn }) => taskArn) }
  }),
  DescribeTasks: operation((state, { tasks = [] }: DescribeTasksRequest) => ({
    tasks: state.ecsServices.flatMap(({ stopped }) => stopped).filter(({ taskArn = '' }) => tasks.includes(taskArn)),
    failures: [],
  })),
  CreateExpressGatewayService: operation((state, input: CreateExpressGatewayServiceRequest) => ({
    service: createExpress(state, input),
  })),
  UpdateExpressGatewayService: operation(
    (state, { serviceArn, primaryContainer }: UpdateExpressGatewayServiceRequest) => {
      const found = findOr(
        state.expressServices,
        (one) => one.serviceArn === serviceArn,
        () => new AwsError('ServiceNotFoundException', 'Service not found.'),
      )
      const [active] = found.activeConfigurations ?? []
      const fails = state.world.failing.deployment !== null
      // One that fails is rolled back, so the image before stays in service.
      if (active !== undefined && primaryContainer !== undefined && !fails) active.primaryContainer = primaryContainer
      for (const one of state.ecsServices) if (one.service.serviceArn === serviceArn) startDeployment(state, one)
      return { service: { serviceArn, serviceName: found.serviceName, cluster: found.cluster } }
    },
  ),
  DescribeExpressGatewayService: operation(
    ({ expressServices }, { serviceArn }: DescribeExpressGatewayServiceRequest) => ({
      service: findOr(
        expressServices,
        (one) => one.serviceArn === serviceArn,
        () => new AwsError('ResourceNotFoundException', 'Service not found.'),
      ),
    }),
  ),
}
