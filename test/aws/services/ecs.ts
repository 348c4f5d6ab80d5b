import type {
  DescribeClustersRequest,
  DescribeExpressGatewayServiceRequest,
  DescribeServicesRequest,
  ListServicesRequest,
} from '@aws-sdk/client-ecs'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import type { RegionState } from '../state.ts'

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
    const found = state.expressServices.filter(
      ({ serviceName = '', serviceArn = '' }) => services.includes(serviceName) || services.includes(serviceArn),
    )
    return {
      services: found.map(({ serviceName, serviceArn, status, tags }) => ({
        ...{ serviceName, serviceArn, status: status?.statusCode ?? 'ACTIVE' },
        ...(tags === undefined ? {} : { tags }),
      })),
      failures: [],
    }
  }),
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
