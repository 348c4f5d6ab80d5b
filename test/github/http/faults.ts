import type { CallEntry } from './call-log.ts'

/**
 * What goes wrong instead of, or after, the proper answer.
 * - `status`: this answer; nothing was done.
 * - `html`: a page as a load balancer gives it, status 502 unless told; nothing was done.
 * - `drop`: the connection is cut; nothing was done.
 * - `lost-answer`: it was done, then the connection is cut before the answer.
 * - `half`: it was done, and half of the answer comes before the connection is cut.
 * - `slow`: the proper answer, late.
 * - `run`: your function runs before (or with `when: 'after'` after) it is done; then the proper answer.
 */
export type FaultKind =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly message?: string
      readonly headers?: Record<string, string>
    }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'drop' | 'lost-answer' | 'half' }
  | { readonly kind: 'slow'; readonly ms: number }
  | { readonly kind: 'run'; readonly when: 'before' | 'after'; readonly run: (call: CallEntry) => void | Promise<void> }

/** A fault that waits for its requests. */
export type Fault = FaultKind & {
  /** `POST /repos/{owner}/{repo}/git/refs` (`*` stands for any text), or a test of the entry. Absent: every request. */
  readonly match?: string | ((call: CallEntry) => boolean)
  /** How many requests it lets pass first; default 0. */
  after?: number
  /** How many requests it hits; default 1. */
  times?: number
}

/** Finds the first fault that hits this request and uses it up by one. */
export function takeFault(faults: Fault[], call: CallEntry): Fault | null {
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

function fits(match: Fault['match'], call: CallEntry): boolean {
  if (match === undefined) return true
  if (typeof match === 'function') return match(call)
  const pattern = match.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${pattern.join('.*')}$`).test(`${call.method} ${call.route ?? call.path}`)
}
