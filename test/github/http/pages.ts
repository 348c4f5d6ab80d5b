import type { Call } from './route.ts'

/** One page of a list, with the `Link` header that leads to the others. At most 100 a page, 30 by default. */
export function page<T>(call: Call, items: readonly T[]): { items: T[]; headers: Record<string, string> } {
  const size = Math.min(100, whole(call.query.get('per_page'), 30))
  const number = whole(call.query.get('page'), 1)
  const last = Math.max(1, Math.ceil(items.length / size))
  const links: string[] = []
  const add = (rel: string, to: number) => links.push(`<${linkTo(call.url, to)}>; rel="${rel}"`)
  if (number > 1) add('prev', number - 1)
  if (number < last) add('next', number + 1)
  if (number < last) add('last', last)
  if (number > 1) add('first', 1)
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') }
  return { items: items.slice((number - 1) * size, number * size), headers }
}

/** The same with a cursor, as the delivery log has it: `key` gives the cursor of an item. */
export function cursorPage<T>(call: Call, items: readonly T[], key: (item: T) => string) {
  const size = Math.min(100, whole(call.query.get('per_page'), 30))
  const cursor = call.query.get('cursor')
  const start =
    cursor === null
      ? 0
      : Math.max(
          0,
          items.findIndex((item) => key(item) === cursor),
        )
  const next = items[start + size]
  const headers: Record<string, string> = {}
  if (next !== undefined) {
    const url = new URL(call.url)
    url.searchParams.set('cursor', key(next))
    headers.link = `<${url.href}>; rel="next"`
  }
  return { items: items.slice(start, start + size), headers }
}

function whole(value: string | null, otherwise: number): number {
  const number = Number(value)
  return value !== null && Number.isInteger(number) && number > 0 ? number : otherwise
}

function linkTo(url: URL, number: number): string {
  const target = new URL(url)
  target.searchParams.set('page', String(number))
  return target.href
}
