import type { Choice } from '../../model.ts'
import { cell, details, inert } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { first, type Section } from './section.ts'
import { appPlace, appWords, clip, targetName } from './words.ts'

/** What each app is and where it goes, with the reason; what was not chosen, folded away. */
export function choices({ plan, rendered }: Proposal): Section | null {
  if (plan.choices.length === 0) return null
  const head = ['### What was found and chosen', '', '| app | is | goes to | because |', '| --- | --- | --- | --- |']
  const isNew = (choice: Choice) => rendered.some(({ of }) => of === choice.target)
  const rows = plan.choices.map((choice) => row(choice, isNew(choice)))
  const rejected = rejections(plan.choices)
  const fold = rejected.length > 0 ? ['', details('What was not chosen, and why', rejected.join('\n'))] : []
  return {
    full: [...head, ...rows, ...fold].join('\n'),
    short: [
      ...head,
      ...first(
        20,
        rows.map((line) => (line.length > 600 ? '| … | | | |' : line)),
        (left) => `| and ${left} more | | | |`,
      ),
    ].join('\n'),
  }
}

function row({ app, target, because }: Choice, isNew: boolean): string {
  const there = isNew || target === null ? '' : ', left out: it is delivered already'
  const cells = [appPlace(app), appWords(app), `**${targetName(target)}**${there}`, inert(clip(because, 400))]
  return `| ${cells.map(cell).join(' | ')} |`
}

function rejections(all: readonly Choice[]): readonly string[] {
  return all.flatMap(({ app, rejected }) =>
    rejected.map(({ id, target, because }) => {
      const place = all.length > 1 ? `${appPlace(app)}: ` : ''
      return `- \`${id}\` ${place}${targetName(target)}: ${inert(clip(because, 400))}`
    }),
  )
}
