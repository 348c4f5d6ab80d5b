import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Row } from '../../overview/row.ts'
import { toRow } from './stored-row.ts'

/** A row with what decides whether it may still be shown. `open`: everybody could read the repository. */
export interface KeptRow {
  readonly row: Row
  readonly open: boolean
}

/** How far a survey is. It is kept in the mark of its reply, so that any process can go on with it. */
export interface Progress {
  /** How many parts of it were done. */
  readonly step: number
  /** The repositories that were looked at, by id, whether they may be shown or not. */
  readonly done: readonly number[]
  /** How many there are to look at in all. */
  readonly total: number
  /** How many may not be shown. */
  readonly hidden: number
  readonly rows: readonly KeptRow[]
}

export const nothingYet: Progress = { step: 0, done: [], total: 0, hidden: 0, rows: [] }

/** GitHub takes 65,536 characters for a comment; the sentence that people read and the rest of the mark have room beside it. */
export const longestProgress = 60_000
/** Of text that is unpacked: the mark may have been written by others. */
const longestUnpacked = 4_000_000

/** As text for a mark: letters, digits, `+`, `/` and `=`. */
export function packed(progress: Progress): string {
  return deflateRawSync(JSON.stringify(progress), { level: 9 }).toString('base64')
}

/** The progress in a mark; null where it cannot be read. `host` is where the pages of the repositories are. */
export function unpacked(text: string | undefined, host: string): Progress | null {
  if (text === undefined) return null
  try {
    const bytes = inflateRawSync(Buffer.from(text, 'base64'), { maxOutputLength: longestUnpacked })
    return toProgress(JSON.parse(bytes.toString('utf8')), host)
  } catch {
    return null
  }
}

function toProgress(value: unknown, host: string): Progress | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('step' in value && 'done' in value && 'total' in value && 'hidden' in value && 'rows' in value)) return null
  const { step, done, total, hidden, rows } = value
  if (!isCount(step) || !isCount(total) || !isCount(hidden) || !Array.isArray(done) || !Array.isArray(rows)) return null
  const kept = rows.map((row: unknown) => toKept(row, host))
  if (!done.every(isCount) || kept.some((one) => one === null)) return null
  return { step, done, total, hidden, rows: kept.flatMap((one) => one ?? []) }
}

function toKept(value: unknown, host: string): KeptRow | null {
  if (typeof value !== 'object' || value === null || !('row' in value) || !('open' in value)) return null
  const row = toRow(value.row, host)
  return row === null || typeof value.open !== 'boolean' ? null : { row, open: value.open }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
