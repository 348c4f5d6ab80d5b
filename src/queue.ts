/** A piece of work. `data` survives a trip through JSON. */
export interface Job<T> {
  /** The same piece of work has the same id: it is taken once, however often it is added. */
  readonly id: string
  /** Jobs of one lane run one after the other, in the order in which they came. */
  readonly lane: string
  /** While a job waits, another of the same key is left out. */
  readonly key: string
  readonly data: T
  /** How long it waits before its turn can come, in milliseconds; absent: not at all. */
  readonly afterMs?: number
}

/** `known`: this id was taken before. `merged`: another of the same key waits. `full`, `closed`: not taken. */
export type Added = 'queued' | 'known' | 'merged' | 'full' | 'closed'

/** Jobs by where they are. `later`: their time has not come. `failed`: given up after the last attempt. */
export interface Size {
  readonly waiting: number
  readonly later: number
  readonly running: number
  readonly failed: number
}

/** Work that was accepted and is owned until it is done. Fair: a busy lane does not keep the others waiting. */
export interface Queue<T> {
  add(job: Job<T>): Promise<Added>
  /** Takes no more jobs, and waits until those in hand are done or the time is over. Gives how many were left. */
  drain(graceMs: number): Promise<number>
  size(): Promise<Size>
  /** Resolves where jobs can be taken; rejects with the reason where not. */
  ready(): Promise<void>
}

/** Does a job. A job that throws is tried again, a few times, after growing pauses. */
export type Work<T> = (job: Job<T>) => Promise<void>

/** Told of each attempt that failed. */
export type OnError<T> = (error: unknown, job: Job<T>) => void

/** How often a job that failed is tried again, and how long the first pause is; each pause is about twice as long as the one before. */
export interface Retry {
  readonly limit: number
  readonly pauseMs: number
}

/** Five attempts more, with five minutes of pauses between them. */
export const defaultRetry: Retry = { limit: 5, pauseMs: 10_000 }
