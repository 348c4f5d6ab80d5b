import type { Step } from '../../model.ts'
import { block, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { first, type Section } from './section.ts'
import { clip } from './words.ts'

/** What a person must do, in order, as a list to tick; what can be skipped is folded away. What AWS must hold comes before what uses it. */
export function steps({ rendered }: Proposal): Section | null {
  const order = [...rendered.filter(({ of }) => of === 'bootstrap'), ...rendered.filter(({ of }) => of !== 'bootstrap')]
  const all = distinct(order.flatMap(({ rendering }) => rendering.steps))
  if (all.length === 0) return null
  const [optional, needed] = [all.filter(canSkip), all.filter((step) => !canSkip(step))]
  const before = needed.filter((step) => step.when === 'before merge')
  const after = needed.filter((step) => step.when === 'after merge')
  const render = (item: (step: Step) => string, most: number) => [
    ...part('### Before merging', before, item, most),
    ...part('### After merging', after, item, most),
  ]
  const skip =
    optional.length === 0 ? [] : [details('Steps that can be skipped', optional.map(entry).join('\n').trimEnd())]
  return {
    full: [...render(entry, 1000), ...skip].join('\n\n'),
    short: render((step) => `- [ ] ${tame(clip(step.title, 160))}`, 20).join('\n\n'),
  }
}

/** Targets mark a step that can be skipped by how its title begins. */
function canSkip(step: Step): boolean {
  return /^(Or|If you like): /.test(step.title)
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
