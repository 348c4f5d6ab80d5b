import type { Call } from './call-log.ts'

/**
 * What goes wrong instead of, or after, the proper answer.
 * - `throttle`: refused as too many requests; nothing was done.
 * - `denied`: refused by a policy; nothing was done.
 * - `error`: AWS's own fault, status 500 and 503; nothing was done.
 * - `drop`: the connection is cut; nothing was done.
 * - `lost-answer`: it was done, then the connection is cut before the answer.
 * - `half`: it was done, and the answer is an error 500.
 * - `slow`: the proper answer, late.
 */
export type FaultKind =
  | { readonly kind: 'throttle' | 'denied' | 'error' | 'drop' | 'lost-answer' | 'half' }
  | { readonly kind: 'slow'; readonly ms: number }

/** A fault that waits for its requests. */
export type Fault = FaultKind & {
  /** `apprunner:CreateService`, `amplify:*`, or a test of the call. Absent: every request. */
  readonly match?: string | ((call: Call) => boolean)
  /** How many requests it lets pass first; default 0. */
  after?: number
  /** How many requests it hits; default 1. */
  times?: number
}

/** Finds the first fault that hits this call and uses it up by one. */
export function takeFault(faults: Fault[], call: Call): Fault | null {
  for (const fault of faults) {
    if (!fits(fault.match, call)) continue
    if ((fault.after ?? 0) > 0) {
      fault.after = (fault.after ?? 0) - 1
      continue
    }
    fault.times = (fault.times ?? 1) - 1
    if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1)
    return fault
  }
  return null
}

function fits(match: Fault['match'], call: Call): boolean {
  if (match === undefined) return true
  if (typeof match === 'function') return match(call)
  return match === `${call.service}:${call.operation}` || match === `${call.service}:*`
}
