import type { OutcomeCode } from '../answer.ts'
import type { Followed } from './report.ts'

/** How everything that is followed stands, in one word. `person`: it cannot go on before somebody did something; `untouched`: nothing was deployed. */
export type Progress = 'moving' | 'person' | 'done' | 'failed' | 'untouched' | 'unseen'

export function progressOf(all: readonly Followed[]): Progress {
  const steps = new Set(all.map(({ step }) => step))
  if (steps.has('to connect') || steps.has('blocked') || steps.has('to approve')) return 'person'
  if (steps.has('under way') || steps.has('not begun')) return 'moving'
  if (steps.has('failed') || steps.has('stopped')) return 'failed'
  if (steps.has('unseen')) return 'unseen'
  // Of several apps, those that a merge did not change are not deployed by it.
  const still = all.every(({ step, status }) => step === 'in service' || status.state === 'running')
  return steps.has('untouched') && !(still && steps.has('in service')) ? 'untouched' : 'done'
}

/** The outcome of a look at what was merged. */
export const outcomes = {
  moving: 'deploying',
  person: 'deploying',
  done: 'deployed',
  failed: 'not_deployed',
  untouched: 'not_deployed',
  unseen: 'not_deployed',
} as const satisfies Record<Progress, OutcomeCode>
