import type { CreateExpressGatewayServiceRequest, ECSExpressGatewayService } from '@aws-sdk/client-ecs'
import { AwsError } from '../http/aws-error.ts'
import { arnOf, type EcsServiceState, type RegionState } from '../state.ts'

/** Makes a service of ECS; its first deployment is under way. */
export function makeEcsService(state: RegionState, cluster: string, name: string): EcsServiceState {
  const clusterArn = arnOf(state, 'ecs', `cluster/${cluster}`)
  const serviceArn = arnOf(state, 'ecs', `service/${cluster}/${name}`)
  const createdAt = new Date(state.world.now())
  const service = {
    serviceArn,
    serviceName: name,
    clusterArn,
    status: 'ACTIVE',
    desiredCount: 1,
    runningCount: 0,
    createdAt,
  }
  const made: EcsServiceState = { service, deployments: [], stopped: [], readyAt: 0, fails: null }
  state.ecsServices.push(made)
  if (!state.clusters.some(({ clusterName }) => clusterName === cluster)) {
    state.clusters.push({ clusterName: cluster, clusterArn, status: 'ACTIVE' })
  }
  startDeployment(state, made)
  return made
}

/** Begins a deployment. */
export function startDeployment(state: RegionState, found: EcsServiceState): void {
  const { world } = state
  const { serviceArn = '', clusterArn } = found.service
  const now = new Date(world.now())
  const id = world.id()
  found.deployments.unshift({
    ...{ serviceDeploymentArn: serviceArn.replace(':service/', ':service-deployment/').concat(`/${id}`), serviceArn },
    ...{ clusterArn, createdAt: now, startedAt: now, status: 'IN_PROGRESS' },
  })
  found.readyAt = world.now() + world.durations.deployment
  found.fails = world.failing.deployment
}

/** Moves what is under way to where it is by now: a deployment that fails is rolled back, and the service says why. */
export function settleEcs({ ecsServices, world }: RegionState): void {
  for (const state of ecsServices) {
    const [newest] = state.deployments
    if (newest?.status !== 'IN_PROGRESS' || world.now() < state.readyAt) continue
    newest.finishedAt = new Date(state.readyAt)
    newest.status = state.fails === null ? 'SUCCESSFUL' : 'ROLLBACK_SUCCESSFUL'
    if (state.fails === null) {
      state.service = { ...state.service, runningCount: 1 }
      continue
    }
    state.stopped.unshift({
      taskArn: `${state.service.clusterArn?.replace(':cluster/', ':task/')}/${world.id()}`,
      ...{ stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited' },
      ...{ stoppedAt: new Date(state.readyAt), containers: [{ name: 'Main', exitCode: 1 }] },
    })
    newest.statusReason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
    const said = (message: string) => ({ id: world.id(), createdAt: new Date(state.readyAt), message })
    const events = [
      said(`(service ${state.service.serviceName}) ${state.fails}`),
      said('(service) has reached a steady state.'),
    ]
    state.service = { ...state.service, events: [...events, ...(state.service.events ?? [])] }
  }
}

/** Makes an Express Mode service as AWS does. Throws `AwsError` where its name is taken. */
export function createExpress(state: RegionState, input: CreateExpressGatewayServiceRequest): ECSExpressGatewayService {
  const { cluster = 'default', serviceName } = input
  if (state.expressServices.some((one) => one.serviceName === serviceName && one.cluster === cluster)) {
    throw new AwsError('InvalidParameterException', 'Creation of service was not idempotent.')
  }
  return makeExpressService(state, input)
}

/** Makes an Express Mode service. */
export function makeExpressService(
  state: RegionState,
  { serviceName = '', cluster = 'default', primaryContainer }: CreateExpressGatewayServiceRequest,
): ECSExpressGatewayService {
  const { service } = makeEcsService(state, cluster, serviceName)
  const made: ECSExpressGatewayService = {
    ...{ serviceArn: service.serviceArn, serviceName, cluster, status: { statusCode: 'ACTIVE' } },
    activeConfigurations: [
      {
        ...(primaryContainer === undefined ? {} : { primaryContainer }),
        ingressPaths: [{ accessType: 'PUBLIC', endpoint: `${serviceName}.ecs.${state.region}.on.aws` }],
      },
    ],
    createdAt: new Date(state.world.now()),
  }
  state.expressServices.push(made)
  return made
}
