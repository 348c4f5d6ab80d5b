import type { Step } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { block, details, tame } from '../markdown.ts'
import { orderedSteps } from '../ordered-steps.ts'
import type { Proposal } from '../pull-request.ts'
import { first, type Section } from './section.ts'
import { clip } from './words.ts'

/** What a person must do, in order, as a list to tick; what can be skipped is folded away. What AWS must hold comes before what uses it. */
export function steps({ rendered }: Proposal, texts: Texts): Section | null {
  const all = orderedSteps(rendered)
  if (all.length === 0) return null
  const [optional, needed] = [all.filter((step) => step.optional), all.filter((step) => !step.optional)]
  const before = needed.filter((step) => step.when === 'before merge')
  const after = needed.filter((step) => step.when === 'after merge')
  const render = (item: (step: Step) => string, most: number) => [
    ...part(texts.pullRequest.beforeMerging, before, item, (left) => texts.pullRequest.andMoreLine(left), most),
    ...part(texts.pullRequest.afterMerging, after, item, (left) => texts.pullRequest.andMoreLine(left), most),
  ]
  const skip =
    optional.length === 0
      ? []
      : [
          details(
            texts.pullRequest.optionalSteps,
            optional
              .map((step) => entry(step, texts))
              .join('\n')
              .trimEnd(),
          ),
        ]
  return {
    full: [...render((step) => entry(step, texts), 1000), ...skip].join('\n\n'),
    short: render((step) => `- [ ] ${tame(clip(step.title, 160))}`, 20).join('\n\n'),
  }
}

function part(
  heading: string,
  of: readonly Step[],
  item: (step: Step) => string,
  more: (left: number) => string,
  most: number,
): readonly string[] {
  return of.length === 0 ? [] : [heading, first(most, of.map(item), more).join('\n').trimEnd()]
}

function entry({ title, text, commands, link }: Step, texts: Texts): string {
  const source = link === null ? '' : ` [${texts.pullRequest.open}](${link})`
  const head = `- [ ] **${tame(title)}**<br>${tame(text)}${source}`
  return commands.length === 0 ? head : `${head}\n\n${indented(block(commands.join('\n'), 'sh'))}\n`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
