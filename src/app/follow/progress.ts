import type { Followed } from './report.ts'

/** How everything that is followed stands, in one word. `person`: it cannot go on before somebody did something. */
export type Progress = 'moving' | 'person' | 'done' | 'failed' | 'unseen'

export function progressOf(all: readonly Followed[]): Progress {
  const steps = new Set(all.map(({ step }) => step))
  if (steps.has('to connect') || steps.has('blocked')) return 'person'
  if (steps.has('under way') || steps.has('not begun')) return 'moving'
  if (steps.has('failed') || steps.has('untouched') || steps.has('stopped')) return 'failed'
  return steps.has('unseen') ? 'unseen' : 'done'
}
