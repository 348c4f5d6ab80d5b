import { cursorPage } from '../http/pages.ts'
import { notFound } from '../http/refusal.ts'
import { accepted, ok } from '../http/replies.ts'
import { type Call, type Route, route } from '../http/route.ts'
import type { Delivery } from '../state/delivery.ts'

const threeDays = 3 * 24 * 3_600_000

/** The app's delivery log of the last three days. https://docs.github.com/rest/apps/webhooks */
export const deliveryRoutes: readonly Route[] = [
  route('get', '/app/hook/config', 'app', ({ world }) =>
    ok({ url: world.app.webhookUrl ?? '', content_type: 'json', insecure_ssl: '0', secret: '********' }),
  ),
  route('get', '/app/hook/deliveries', 'app', (call) => {
    const status = call.query.get('status')
    const found = kept(call).filter((one) => status === null || (status === 'success') === succeeded(one))
    const { items, headers } = cursorPage(call, found, (one) => String(one.id))
    return ok(items.map(asItem), headers)
  }),
  route('get', '/app/hook/deliveries/{delivery_id}', 'app', (call) => {
    const delivery = deliveryOf(call)
    const request = { headers: delivery.headers, payload: JSON.parse(delivery.body) }
    const response = { headers: {}, payload: delivery.response }
    return ok({ ...asItem(delivery), url: call.world.app.webhookUrl ?? '', request, response })
  }),
  route('post', '/app/hook/deliveries/{delivery_id}/attempts', 'app', (call) => {
    call.world.redeliver(deliveryOf(call).id)
    return accepted({})
  }),
]

function kept({ world }: Call<never>): Delivery[] {
  const from = world.now() - threeDays
  return world.deliveries.filter((one) => Date.parse(one.deliveredAt) >= from).toReversed()
}

function succeeded(delivery: Delivery): boolean {
  return delivery.statusCode >= 200 && delivery.statusCode < 400
}

function deliveryOf(call: Call<'delivery_id'>): Delivery {
  const found = kept(call).find((one) => one.id === Number(call.param('delivery_id')))
  if (found === undefined) throw notFound()
  return found
}

function asItem(delivery: Delivery) {
  return {
    id: delivery.id,
    guid: delivery.guid,
    delivered_at: delivery.deliveredAt,
    redelivery: delivery.redelivery,
    duration: delivery.duration,
    status: delivery.status,
    status_code: delivery.statusCode,
    event: delivery.event,
    action: delivery.action,
    installation_id: delivery.installationId,
    repository_id: delivery.repositoryId,
    throttled_at: null,
  }
}
