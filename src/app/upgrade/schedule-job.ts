import type { JobRepository } from '../thread-job.ts'

/** One day's look at every installation. */
export interface RoundsJob {
  readonly kind: 'rounds'
  /** ISO 8601. */
  readonly day: string
}

/** One day's look at one installation: which of its repositories are due. */
export interface DueJob {
  readonly kind: 'due'
  readonly day: string
  readonly installation: number
  readonly owner: string
  readonly organization: boolean
}

/** A repository whose generated files may have to be brought up to date. */
export interface UpgradeJob {
  readonly kind: 'upgrade'
  readonly day: string
  readonly installation: number
  readonly repository: JobRepository
}

/** What is done without a command, because its time has come. */
export type ScheduleJob = RoundsJob | DueJob | UpgradeJob

/** Monday of the week, or the first of the month, of a day: what has the same is done once. ISO 8601. */
export function periodOf(day: string, schedule: 'weekly' | 'monthly'): string {
  if (schedule === 'monthly') return `${day.slice(0, 7)}-01`
  const at = new Date(`${day}T00:00:00Z`)
  const sinceMonday = (at.getUTCDay() + 6) % 7
  return new Date(at.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10)
}
