import type { Texts } from '../../text.ts'
import type { Proposal } from '../pull-request.ts'
import type { Section } from './section.ts'
import { targetName } from './words.ts'

/** The first lines: what merging and closing do, and that nothing is deployed before. */
export function lead(proposal: Proposal, texts: Texts): Section {
  const { plan, rendered, files } = proposal
  const targets = [...new Set(plan.choices.map(({ target }) => target))].filter(
    (id) => id !== null && rendered.some(({ of }) => of === id),
  )
  const added = files.filter(({ action }) => action === 'create').length
  const text = texts.pullRequest.lead({
    added,
    changed: files.length - added,
    targets: targets.map((target) => targetName(target, texts)),
    waits: rendered.some(({ of, rendering }) => of !== 'ci' && rendering.steps.length > 0),
    ci: rendered.some(({ of }) => of === 'ci'),
    provider: rendered.some(({ of }) => of === 'provider'),
  })
  return { full: text, short: text }
}
