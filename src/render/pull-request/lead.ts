import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { targetName } from './words.ts'

/** The first lines: what merging and closing do, and that nothing is deployed before. */
export function lead(proposal: Proposal): Section {
  const text = [merging(proposal), 'Closing it changes nothing.', before(proposal)].join(' ')
  return { full: text, short: text }
}

function merging(proposal: Proposal): string {
  const { plan, rendered, files } = proposal
  const targets = [...new Set(plan.choices.map(({ target }) => target))].filter(
    (id) => id !== null && rendered.some(({ of }) => of === id),
  )
  const added = files.filter(({ action }) => action === 'create').length
  const changed = files.length - added
  const counts = [count(added, 'adds'), count(changed, 'changes')].filter((text) => text !== '').join(' and ')
  const goal =
    targets.length === 0
      ? 'so that every pull request is checked'
      : `so that pushes are delivered by ${targets.map(targetName).join(' and ')}`
  return `**Merging** ${counts === '' ? 'changes no file' : counts}, ${goal}${waits(proposal) ? ', once the steps below are done' : ''}.`
}

function count(number: number, verb: string): string {
  return number === 0 ? '' : `${verb} ${number} ${number === 1 ? 'file' : 'files'}`
}

function waits({ rendered }: Proposal): boolean {
  return rendered.some(({ of, rendering }) => of !== 'ci' && rendering.steps.length > 0)
}

function before({ rendered }: Proposal): string {
  return rendered.some(({ of }) => of === 'ci')
    ? '**Nothing is deployed before the merge**; on this pull request only CI runs, with read access.'
    : '**Nothing runs before the merge.**'
}
