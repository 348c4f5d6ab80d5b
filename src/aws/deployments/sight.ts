import type { DeploymentStatus } from '../../model.ts'

/** What AWS shows of one app in one environment. */
export type Sight = Omit<DeploymentStatus, 'of' | 'source' | 'silence'>

/** More lines of a cause than this are not read. */
export const mostLines = 5

/** Nothing is there under that name. */
export function nothing(service: string): Sight {
  return { service, state: 'none', last: null, url: null, console: null, logs: null, cause: null }
}

/** A point in time as this program writes it. */
export function isoOf(date: Date | undefined): string | null {
  return date?.toISOString() ?? null
}
