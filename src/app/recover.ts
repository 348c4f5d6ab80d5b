import type { Logger } from 'probot'
import type { Client } from '../github/client.ts'
import { deliveriesSince, type LoggedDelivery, payloadOf } from '../github/deliveries.ts'
import type { WebhookOptions } from './webhook.ts'

const minute = 60_000
/** GitHub keeps its log for three days. */
const keptMs = 3 * 24 * 60 * minute
/** A command that was accepted is answered within this time, or its process has died. */
const answeredMs = 60 * minute
const everyMs = 10 * minute

/** What jobs come from. */
const kinds = [
  { event: 'issue_comment', action: 'created' },
  { event: 'pull_request', action: 'closed' },
]

export interface Recovery {
  /** Looks once; gives how many deliveries were taken over. */
  look(): Promise<number>
  stop(): void
}

/**
 * Finds commands and merges that were missed. When it first looks: every delivery of the last three days that failed, and those of the last
 * hour that were accepted, in case their process died before it answered. Then every ten minutes what failed since.
 * A delivery that was answered already is taken over too, and seen to be answered then.
 */
export function startRecovery(
  app: Client,
  receive: WebhookOptions['receive'],
  log: Logger,
  now: () => number = Date.now,
): Recovery {
  const started = now()
  const looked = new Set<string>()
  const isMissed = ({ guid, accepted, deliveredAt }: LoggedDelivery) => {
    if (looked.has(guid)) return false
    const at = deliveredAt.getTime()
    return !accepted || (at <= started && at > started - answeredMs)
  }
  let from = started - keptMs
  const look = async () => {
    const at = now()
    const logged = await deliveriesSince(app, kinds, new Date(from))
    const missed = logged.filter(isMissed)
    for (const delivery of missed) {
      const body = JSON.stringify(await payloadOf(app, delivery))
      await receive({ id: delivery.guid, name: delivery.name, body })
      looked.add(delivery.guid)
    }
    from = at - 3 * everyMs
    if (missed.length > 0) log.info({ deliveries: missed.length }, 'took over deliveries that were missed')
    return missed.length
  }
  const lookSafely = () => {
    look().catch((error: unknown) => log.warn({ err: error }, 'the delivery log could not be read'))
  }
  lookSafely()
  const timer = setInterval(lookSafely, everyMs).unref()
  return { look, stop: () => clearInterval(timer) }
}
