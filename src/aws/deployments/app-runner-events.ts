import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs'
import type { Account } from '../account.ts'
import { isNamed, refusalOf } from '../refusal.ts'
import { mostLines } from './sight.ts'

/** A deployment writes about a dozen events. */
const mostEvents = 50

/** What App Runner says when something goes wrong: `Failed to build your application source code. Reason: …`, `Health check failed on port '8080'`. */
const telling = /fail|unable|error|stopped|exit code|reason/iu

/**
 * What App Runner itself says of a deployment that failed, which its API does not: the stream `events` of the log group of the service, without what the build
 * and the app print, which may hold secrets. One call; empty where there is no such log or it may not be read.
 * https://docs.aws.amazon.com/apprunner/latest/dg/monitor-cwl.html (2026-11)
 */
export async function eventsOfService(
  { logs }: Account,
  { name, id, since }: { readonly name: string; readonly id: string; readonly since: Date | undefined },
): Promise<readonly string[]> {
  const asked = {
    ...{ logGroupName: `/aws/apprunner/${name}/${id}/service`, logStreamNames: ['events'], limit: mostEvents },
    ...(since === undefined ? {} : { startTime: since.getTime() }),
  }
  try {
    const { events = [] } = await logs.send(new FilterLogEventsCommand(asked))
    const messages = events.map(({ message = '' }) => message.replace(/^.*?\[AppRunner\]\s*/u, '').trim())
    return [...new Set(messages.filter((message) => telling.test(message)))].slice(-mostLines)
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException') || refusalOf(error, 'logs:FilterLogEvents') !== null) return []
    throw error
  }
}
