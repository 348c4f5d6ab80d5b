import type { Step } from '../../model.ts'
import { block, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { first, type Section } from './section.ts'
import { clip } from './words.ts'

/** What a person must do, in order, as a list to tick. What AWS must hold comes before what uses it. */
export function steps({ rendered }: Proposal): Section | null {
  const order = [...rendered.filter(({ of }) => of === 'bootstrap'), ...rendered.filter(({ of }) => of !== 'bootstrap')]
  const all = distinct(order.flatMap(({ rendering }) => rendering.steps))
  if (all.length === 0) return null
  const before = all.filter((step) => step.when === 'before merge')
  const after = all.filter((step) => step.when === 'after merge')
  const render = (item: (step: Step) => string, most: number) =>
    [...part('### Before merging', before, item, most), ...part('### After merging', after, item, most)].join('\n\n')
  return { full: render(entry, 1000), short: render((step) => `- [ ] ${tame(clip(step.title, 160))}`, 20) }
}

function distinct(all: readonly Step[]): readonly Step[] {
  return [...new Map(all.map((step) => [JSON.stringify(step), step])).values()]
}

function part(heading: string, of: readonly Step[], item: (step: Step) => string, most: number): readonly string[] {
  return of.length === 0
    ? []
    : [
        heading,
        first(most, of.map(item), (left) => `- … and ${left} more`)
          .join('\n')
          .trimEnd(),
      ]
}

function entry({ title, text, commands, link }: Step): string {
  const source = link === null ? '' : ` [Open](${link})`
  const head = `- [ ] **${tame(title)}**<br>${tame(text)}${source}`
  return commands.length === 0 ? head : `${head}\n\n${indented(block(commands.join('\n'), 'sh'))}\n`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
