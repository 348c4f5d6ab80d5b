import { unprocessable } from '../http/refusal.ts'

/** The arguments of every connection. A cursor is the place in the list, written in base64. */
export interface Slice {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** The part of a list that is asked for. GitHub wants `first` or `last`, from 1 to 100. */
export function connect<T, N>(slice: Slice, items: readonly T[], toNode: (item: T) => N) {
  const { end, start } = cut(slice, items.length)
  return {
    totalCount: items.length,
    // Only made when asked for: nobody would wait for nodes of which the count alone is wanted.
    nodes: () => items.slice(start, end).map(toNode),
    pageInfo: {
      startCursor: end > start ? cursorOf(start) : null,
      endCursor: end > start ? cursorOf(end - 1) : null,
      hasPreviousPage: start > 0,
      hasNextPage: end < items.length,
    },
  }
}

function cut({ after, before, first, last }: Slice, length: number): { start: number; end: number } {
  const wanted = first ?? last ?? null
  if (wanted === null)
    throw unprocessable('You must provide a `first` or `last` value to properly paginate the connection.')
  if (wanted < 0 || wanted > 100) throw unprocessable(`Requesting ${wanted} records exceeds the limit of 100 records.`)
  const from = typeof after === 'string' ? placeOf(after) + 1 : 0
  const to = typeof before === 'string' ? placeOf(before) : length
  const end = typeof first === 'number' ? Math.min(to, from + first) : to
  return { start: typeof last === 'number' ? Math.max(from, end - last) : from, end: Math.max(from, end) }
}

function cursorOf(place: number): string {
  return Buffer.from(`cursor:${place}`).toString('base64')
}

function placeOf(cursor: string): number {
  const place = Number(Buffer.from(cursor, 'base64').toString('utf8').slice('cursor:'.length))
  if (Number.isInteger(place)) return place
  throw unprocessable(`\`${cursor}\` does not appear to be a valid cursor.`)
}
