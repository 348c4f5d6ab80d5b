import type { Step } from '../model.ts'
import type { Proposal } from './pull-request.ts'

/** What people have to do, each step once. What AWS must hold comes before what uses it. */
export function orderedSteps(rendered: Proposal['rendered']): readonly Step[] {
  const order = [...rendered.filter(({ of }) => of === 'bootstrap'), ...rendered.filter(({ of }) => of !== 'bootstrap')]
  const all = order.flatMap(({ rendering }) => rendering.steps)
  return [...new Map(all.map((step) => [JSON.stringify(step), step])).values()]
}
