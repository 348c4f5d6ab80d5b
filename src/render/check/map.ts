import type { Texts } from '../../text.ts'
import { block } from '../markdown.ts'
import { label } from '../pull-request/diagram.ts'
import { targetName } from '../pull-request/words.ts'
import type { Proposal } from '../pull-request.ts'

const most = 16

/** The repository as its apps, and where each goes, in Mermaid; null where there are too many to draw. */
export function map({ plan, context }: Proposal, texts: Texts): string | null {
  const { choices } = plan
  if (choices.length === 0 || choices.length > most) return null
  const targets = [...new Set(choices.map(({ target }) => targetName(target, texts)))]
  const { owner, name } = context.repository
  const lines = [
    'flowchart LR',
    `  r["${label(owner === null ? name : `${owner}/${name}`)}"]`,
    ...choices.map(({ app }, at) => `  a${at}["${label(app.root === '.' ? app.name : app.root)}"]`),
    ...targets.map((target, at) => `  t${at}(["${label(target)}"])`),
    ...choices.map(({ target }, at) => `  r --> a${at} --> t${targets.indexOf(targetName(target, texts))}`),
  ]
  return block(lines.join('\n'), 'mermaid')
}
