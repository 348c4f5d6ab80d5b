import type { Choice } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { cell, details, inert } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { first, type Section } from './section.ts'
import { appPlace, appWords, clip, targetName } from './words.ts'

/** What each app is and where it goes, with the reason; what was not chosen, folded away. */
export function choices({ plan, rendered }: Proposal, texts: Texts): Section | null {
  if (plan.choices.length === 0) return null
  const head = [texts.pullRequest.foundTitle, '', texts.pullRequest.foundHead, '| --- | --- | --- | --- |']
  const isNew = (choice: Choice) => rendered.some(({ of }) => of === choice.target)
  const rows = plan.choices.map((choice) => row(choice, isNew(choice), texts))
  const rejected = rejections(plan.choices, texts)
  const fold = rejected.length > 0 ? ['', details(texts.pullRequest.notChosen, rejected.join('\n'))] : []
  return {
    full: [...head, ...rows, ...fold].join('\n'),
    short: [
      ...head,
      ...first(
        20,
        rows.map((line) => (line.length > 600 ? '| … | | | |' : line)),
        (left) => `| ${texts.pullRequest.andMore(left)} | | | |`,
      ),
    ].join('\n'),
  }
}

function row({ app, target, because }: Choice, isNew: boolean, texts: Texts): string {
  const there = isNew || target === null ? '' : texts.pullRequest.leftOut
  const cells = [
    appPlace(app, texts),
    appWords(app, texts),
    `**${targetName(target, texts)}**${there}`,
    inert(clip(because, 400)),
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

function rejections(all: readonly Choice[], texts: Texts): readonly string[] {
  return all.flatMap(({ app, rejected }) =>
    rejected.map(({ id, target, because }) => {
      const place = all.length > 1 ? `${appPlace(app, texts)}: ` : ''
      return `- \`${id}\` ${place}${targetName(target, texts)}: ${inert(clip(because, 400))}`
    }),
  )
}
