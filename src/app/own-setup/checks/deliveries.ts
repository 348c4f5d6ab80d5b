import { type Check, ok, unknown, type Words, wrong } from '../check.ts'

/** Whether what GitHub sent arrived: the newest delivery counts. */
export const deliveries: Check = {
  id: 'deliveries',
  judge: ({ app }, words) => {
    if (app === null || 'status' in app) return null
    const [last] = app.deliveries
    if (last === undefined) return unknown(words.noDeliveries, words.mendNoDeliveries)
    const failed = app.deliveries.filter(({ code }) => !arrived(code)).length
    const all = app.deliveries.length
    if (arrived(last.code)) return ok(words.delivered(last.event, last.at, failed, all))
    return wrong(
      words.notDelivered(last.event, last.at, `${last.code} ${last.status}`, failed, all),
      mendOf(last.code, words),
    )
  },
}

function arrived(code: number): boolean {
  return code >= 200 && code < 300
}

function mendOf(code: number, words: Words): string {
  if (code === 401) return words.mendSecret
  if (code === 404) return words.mendPath
  return code === 503 ? words.mendUnready : words.mendUnreached
}
