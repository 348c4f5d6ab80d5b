import {
  DescribeTasksCommand,
  ListTasksCommand,
  type Service,
  type ServiceDeploymentBrief,
  type Task,
} from '@aws-sdk/client-ecs'
import type { Account } from '../account.ts'
import { refusalOf } from '../refusal.ts'
import { mostLines } from './sight.ts'

/** ECS forgets tasks an hour after they stopped: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/stopped-task-errors.html (read 2026-11). */
const stoppedTasks = 5

/**
 * Why a deployment of an ECS service failed: its own reason, why its newest tasks stopped, and the events of the service that tell of trouble. Two calls; tasks
 * that AWS does not show are left out.
 */
export async function troubleOf(
  service: Service,
  newest: ServiceDeploymentBrief | undefined,
  account: Account,
): Promise<readonly string[]> {
  const since = newest?.startedAt ?? newest?.createdAt ?? new Date(0)
  const reasons = [newest?.statusReason, ...(service.deployments ?? []).map((one) => one.rolloutStateReason)]
  const tasks = await stopped(service, since, account)
  const lines = [...reasons, ...tasks.map(whyStopped), ...eventsOf(service, since)].flatMap((line) =>
    line ? [line] : [],
  )
  return lines.length === 0 ? [newest?.status ?? ''] : [...new Set(lines)].slice(0, mostLines)
}

async function stopped(
  { clusterArn: cluster, serviceName }: Service,
  since: Date,
  { ecs }: Account,
): Promise<readonly Task[]> {
  try {
    const asked = { cluster, serviceName, desiredStatus: 'STOPPED' as const, maxResults: stoppedTasks }
    const { taskArns = [] } = await ecs.send(new ListTasksCommand(asked))
    if (taskArns.length === 0) return []
    const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster, tasks: taskArns }))
    // A task that was stopped to make room for another one tells nothing.
    return tasks.filter(
      ({ stoppedAt, stoppedReason = '' }) =>
        !stoppedReason.startsWith('Scaling activity initiated by') && (stoppedAt ?? since) >= since,
    )
  } catch (error) {
    if (refusalOf(error, 'ecs:ListTasks') === null) throw error
    return []
  }
}

/** `Essential container in task exited: Main: exit code 1`. */
function whyStopped({ stoppedReason, containers = [] }: Task): string {
  const ofContainers = containers.flatMap(({ name, reason, exitCode }) => {
    const said = reason ?? (exitCode === undefined || exitCode === 0 ? null : `exit code ${exitCode}`)
    return said === null ? [] : [`${name}: ${said}`]
  })
  return [stoppedReason, ...ofContainers].filter((part) => part !== undefined && part !== '').join(': ')
}

/** The words of https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html (read 2026-11). */
const telling = /unable to|unhealthy|failed|error|insufficient|impaired/iu

function eventsOf({ events = [] }: Service, since: Date): readonly string[] {
  return events.flatMap(({ message = '', createdAt }) =>
    telling.test(message) && (createdAt ?? since) >= since ? [message] : [],
  )
}
