import type { Client } from './client.ts'

/** A line of the app's delivery log: one delivery with all its attempts. */
export interface LoggedDelivery {
  /** The id that every attempt carries in `x-github-delivery`. */
  readonly guid: string
  /** The attempt to ask for the body with. */
  readonly attempt: number
  readonly name: string
  readonly deliveredAt: Date
  /** Whether an attempt was answered with 2xx. */
  readonly accepted: boolean
}

/** An event and one of its actions. */
export interface DeliveryKind {
  readonly event: string
  readonly action: string
}

const perPage = 100
const mostPages = 50

/**
 * The deliveries of these kinds since a time, oldest first. GitHub keeps three days and never sends again by itself:
 * https://docs.github.com/en/webhooks/using-webhooks/handling-failed-webhook-deliveries (read 2026-11). `app` is authenticated as the app.
 */
export async function deliveriesSince(
  app: Client,
  wanted: readonly DeliveryKind[],
  since: Date,
): Promise<readonly LoggedDelivery[]> {
  const found = new Map<string, LoggedDelivery>()
  const pages = app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: perPage })
  let read = 0
  for await (const { data } of pages) {
    for (const { guid, id, event, action, delivered_at, status_code } of data) {
      const isWanted = wanted.some((kind) => kind.event === event && kind.action === action)
      if (!isWanted || new Date(delivered_at) < since) continue
      const accepted = (status_code >= 200 && status_code < 300) || found.get(guid)?.accepted === true
      found.set(guid, { guid, attempt: id, name: event, deliveredAt: new Date(delivered_at), accepted })
    }
    read += 1
    const last = data.at(-1)
    if (last === undefined || new Date(last.delivered_at) < since || read >= mostPages) break
  }
  return [...found.values()].toSorted((a, b) => a.deliveredAt.getTime() - b.deliveredAt.getTime())
}

/** The payload of a delivery, as GitHub sent it. */
export async function payloadOf(app: Client, { attempt }: LoggedDelivery): Promise<unknown> {
  const { data } = await app.rest.apps.getWebhookDelivery({ delivery_id: attempt })
  return data.request.payload
}
