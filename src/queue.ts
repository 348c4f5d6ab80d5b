/** A piece of work. `data` survives a trip through JSON. */
export interface Job<T> {
  /** The same piece of work has the same id: it is taken once, however often it is added. */
  readonly id: string
  /** Jobs of one lane run one after the other, in the order in which they came. */
  readonly lane: string
  /** While a job waits, another of the same key is left out. */
  readonly key: string
  readonly data: T
}

/** `known`: this id was taken before. `merged`: another of the same key waits. `full`, `closed`: not taken. */
export type Added = 'queued' | 'known' | 'merged' | 'full' | 'closed'

/** Work that was accepted and is owned until it is done. Fair: lanes take turns. */
export interface Queue<T> {
  add(job: Job<T>): Promise<Added>
  /** Takes no more jobs, and waits until all are done or the time is over. Gives how many were left. */
  drain(graceMs: number): Promise<number>
  size(): { readonly waiting: number; readonly running: number }
}

/** Does a job. */
export type Work<T> = (job: Job<T>) => Promise<void>
