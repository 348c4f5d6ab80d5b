import {
  DescribeServiceCommand,
  ListOperationsCommand,
  type OperationSummary,
  type Service,
} from '@aws-sdk/client-apprunner'
import type { Stack } from '@aws-sdk/client-cloudformation'
import type { DeploymentState, Host } from '../../model.ts'
import type { Account } from '../account.ts'
import { listServices, serviceFor } from '../app-runner.ts'
import { commitOfImage } from '../commit-of-image.ts'
import { logsLink, serviceLink } from '../console.ts'
import { onceForAccount } from '../once-for-account.ts'
import { isNamed } from '../refusal.ts'
import { describeStack } from '../stacks.ts'
import { eventsOfService } from './app-runner-events.ts'
import { isoOf, nothing, type Sight } from './sight.ts'
import { outputOf, seeFoundStack } from './stack.ts'

type AppRunner = Extract<Host, { kind: 'apprunner' }>

/** The service that the stack names, else the one that builds from the same source; its newest operation tells of the last deployment. */
export async function seeAppRunner({ stack: name, source }: AppRunner, account: Account): Promise<Sight> {
  const stack = await describeStack(account, name)
  const arn = stack === null ? null : outputOf(stack, 'ServiceArn')
  const service = arn === null ? await elsewhere(source, account, stack) : await describe(account, arn)
  if (service === null) return stack === null ? nothing(name) : seeFoundStack(stack, account)
  return seeService(service, stack, account)
}

const services = onceForAccount(listServices)

/** A stack whose first service failed has none to show, so one that a person made is looked for only where there is no stack. */
async function elsewhere(source: AppRunner['source'], account: Account, stack: Stack | null): Promise<Service | null> {
  return source === null || stack !== null ? null : serviceFor(await services(account), source)
}

/** Null where the service was deleted. */
async function describe({ apprunner }: Account, ServiceArn: string): Promise<Service | null> {
  try {
    const { Service: service } = await apprunner.send(new DescribeServiceCommand({ ServiceArn }))
    return service ?? null
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return null
    throw error
  }
}

async function seeService(service: Service, stack: Stack | null, account: Account): Promise<Sight> {
  const { ServiceArn = '', ServiceName = '', ServiceId = '', ServiceUrl, Status = '' } = service
  const { OperationSummaryList = [] } = await account.apprunner.send(
    new ListOperationsCommand({ ServiceArn, MaxResults: 20 }),
  )
  const last = OperationSummaryList.find(({ Type = '' }) => deploys.has(Type))
  const ofStack = stack === null ? null : await seeFoundStack(stack, account)
  const own = stateOf(Status, last)
  // An update that CloudFormation took back leaves a service that runs, as it was before.
  const state = own === 'running' && ofStack?.state === 'failed' ? 'failed' : own
  const group = `/aws/apprunner/${ServiceName}/${ServiceId}/${state === 'failed' ? 'service' : 'application'}`
  const events =
    state === 'failed'
      ? await eventsOfService(account, { name: ServiceName, id: ServiceId, since: last?.StartedAt })
      : []
  const image = service.SourceConfiguration?.ImageRepository?.ImageIdentifier ?? null
  const page = serviceLink(account, ServiceArn)
  return {
    ...{ service: ServiceName, state, console: page, logs: logsLink(account, group) },
    url: ServiceUrl === undefined || state === 'removed' ? null : `https://${ServiceUrl}`,
    last: {
      commit: image === null || state === 'failed' ? null : await commitOfImage(account, image),
      at: isoOf(last?.StartedAt ?? service.UpdatedAt),
      ...{ by: null, url: page },
    },
    cause: state === 'failed' ? causeOf(ofStack, events, last, Status) : null,
  }
}

const deploys: ReadonlySet<string> = new Set(['CREATE_SERVICE', 'UPDATE_SERVICE', 'START_DEPLOYMENT'])

const states: Readonly<Record<string, DeploymentState>> = {
  OPERATION_IN_PROGRESS: 'deploying',
  PAUSED: 'paused',
  DELETED: 'removed',
  CREATE_FAILED: 'failed',
  DELETE_FAILED: 'failed',
}

/** A service that runs says nothing of a deployment that failed after it: its operation does. */
function stateOf(status: string, last: OperationSummary | undefined): DeploymentState {
  if (status !== 'RUNNING') return states[status] ?? 'unknown'
  const ended = last?.Status ?? 'SUCCEEDED'
  if (ended === 'SUCCEEDED') return 'running'
  return ended === 'PENDING' || ended === 'IN_PROGRESS' || ended === 'ROLLBACK_IN_PROGRESS' ? 'deploying' : 'failed'
}

/** The operation has an outcome and no reason: the events of the service have, and CloudFormation, where it made the service. */
function causeOf(
  stack: Sight | null,
  events: readonly string[],
  last: OperationSummary | undefined,
  status: string,
): readonly string[] {
  if (events.length > 0) return events
  if (stack?.cause) return stack.cause
  return [last === undefined ? status : `${last.Type}: ${last.Status}`]
}
