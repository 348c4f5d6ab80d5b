import {
  DescribeExpressGatewayServiceCommand,
  DescribeServicesCommand,
  type ECSExpressGatewayService,
  ListServiceDeploymentsCommand,
  type Service,
  type ServiceDeploymentBrief,
} from '@aws-sdk/client-ecs'
import type { DeploymentState, Host } from '../../model.ts'
import type { Account } from '../account.ts'
import { commitOfImage } from '../commit-of-image.ts'
import { ecsLink, logsLink } from '../console.ts'
import { isNamed } from '../refusal.ts'
import { describeStack } from '../stacks.ts'
import { troubleOf } from './ecs-trouble.ts'
import { isoOf, nothing, type Sight } from './sight.ts'
import { outputOf, seeFoundStack } from './stack.ts'

/** An Express Mode service by its name, unless it runs the image of another app. */
export async function seeExpress(host: Extract<Host, { kind: 'express' }>, account: Account): Promise<Sight> {
  const { cluster, service: name, images, logGroup } = host
  const service = await describeService(account, cluster, name)
  if (service?.serviceArn === undefined) return nothing(name)
  const express = await describeExpress(account, service.serviceArn)
  const [active] = express?.activeConfigurations ?? []
  const image = active?.primaryContainer?.image ?? null
  if (image !== null && !comesFrom(image, images)) {
    return {
      ...nothing(name),
      cause: [`${cluster}/${name}: ${image}`],
    }
  }
  const endpoint = active?.ingressPaths?.[0]?.endpoint
  const url = endpoint === undefined ? null : `https://${endpoint.replace(/^https?:\/\//u, '')}`
  return { ...(await seeService(service, { cluster, logGroup, image }, account)), url }
}

/** The service of a worker, which its stack names. */
export async function seeWorker(
  { stack: name, logGroup }: Extract<Host, { kind: 'worker' }>,
  account: Account,
): Promise<Sight> {
  const stack = await describeStack(account, name)
  if (stack === null) return nothing(name)
  const ofStack = await seeFoundStack(stack, account)
  const cluster = outputOf(stack, 'ClusterName')
  const service = outputOf(stack, 'ServiceName')
  // While the stack is at work, or went back, it says more than a service that runs what was there before.
  if (cluster === null || service === null || ofStack.state !== 'running') return ofStack
  const found = await describeService(account, cluster, service)
  const image = stack.Parameters?.find(({ ParameterKey }) => ParameterKey === 'Image')?.ParameterValue ?? null
  return found === null ? { ...ofStack, state: 'removed' } : seeService(found, { cluster, logGroup, image }, account)
}

/** Null where there is none, or none any more. */
async function describeService({ ecs }: Account, cluster: string, name: string): Promise<Service | null> {
  try {
    const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster, services: [name] }))
    return services.find(({ status }) => status !== 'INACTIVE') ?? null
  } catch (error) {
    if (isNamed(error, 'ClusterNotFoundException')) return null
    throw error
  }
}

async function describeExpress({ ecs }: Account, serviceArn: string): Promise<ECSExpressGatewayService | null> {
  const { service } = await ecs.send(new DescribeExpressGatewayServiceCommand({ serviceArn }))
  return service ?? null
}

function comesFrom(image: string, repositories: string): boolean {
  const path = image.slice(image.indexOf('/') + 1)
  return path.startsWith(repositories) && /^(?:-[a-z0-9-]+)?(?:[@:]|$)/u.test(path.slice(repositories.length))
}

interface Runs {
  readonly cluster: string
  readonly logGroup: string
  readonly image: string | null
}

async function seeService(service: Service, { cluster, logGroup, image }: Runs, account: Account): Promise<Sight> {
  const { serviceName = '', serviceArn = '' } = service
  const { serviceDeployments = [] } = await account.ecs.send(
    new ListServiceDeploymentsCommand({ cluster, service: serviceArn, maxResults: 5 }),
  )
  const newest = serviceDeployments.toSorted((a, b) => timeOf(b) - timeOf(a))[0]
  const state = stateOf(service, newest)
  const page = ecsLink(account, cluster, serviceName)
  const at = newest?.startedAt ?? newest?.createdAt ?? service.deployments?.[0]?.createdAt ?? service.createdAt
  // The image is that of what is in service: after a deployment that failed, and during one, that is not the last one.
  const commit = image === null || !served.has(state) ? null : await commitOfImage(account, image)
  return {
    ...{ service: serviceName, state, url: null, console: page, logs: logsLink(account, logGroup) },
    last: { commit, at: isoOf(at), by: null, url: page },
    cause: state === 'failed' ? await troubleOf(service, newest, account) : null,
  }
}

const served: ReadonlySet<DeploymentState> = new Set(['running', 'paused'])

function timeOf({ createdAt }: ServiceDeploymentBrief): number {
  return createdAt?.getTime() ?? 0
}

const states: Readonly<Record<string, DeploymentState>> = {
  SUCCESSFUL: 'running',
  FAILED: 'failed',
  STOPPED: 'failed',
  ROLLBACK_SUCCESSFUL: 'failed',
  ROLLBACK_FAILED: 'failed',
}

/** By the newest deployment; a service without tasks that anyone wants is paused, and one that drains is going. */
function stateOf({ status, desiredCount }: Service, newest: ServiceDeploymentBrief | undefined): DeploymentState {
  if (status === 'DRAINING') return 'removed'
  const state = newest === undefined ? 'none' : (states[newest.status ?? ''] ?? 'deploying')
  return state === 'running' && desiredCount === 0 ? 'paused' : state
}
