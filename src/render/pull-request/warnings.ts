import type { Texts } from '../../text.ts'
import { code, inert, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { pinsIn } from './pins.ts'
import { first, type Section } from './section.ts'
import { appPlace, clip } from './words.ts'

/** What a reviewer must not miss, first. */
export function warnings(proposal: Proposal, texts: Texts): Section | null {
  const { plan, rendered, leftAlone } = proposal
  const remarks = plan.choices.flatMap(({ app }) =>
    app.remarks.map((remark) => `${appPlace(app, texts)}: ${inert(clip(remark, 500))}`),
  )
  const lines = [
    ...rendered.flatMap(({ rendering }) => rendering.warnings.map((text) => tame(clip(text, 1000)))),
    ...connect(proposal, texts),
    ...leftAlone.map(({ path, why }) => texts.pullRequest.leftAlone(code(clip(path, 160)), inert(clip(why, 300)))),
    ...remarks,
    ...plan.notes.map((note) => inert(clip(note, 500))),
  ]
  const all = [...new Set(lines)].map((line) => `- ${line}`)
  if (all.length === 0) return null
  const render = (of: readonly string[]) => [texts.pullRequest.warnings, '', ...of].join('\n')
  return {
    full: render(all),
    short: render(
      first(
        12,
        all.map((line) => clip(line, 300)),
        (left) => texts.pullRequest.andMoreLine(left),
      ),
    ),
  }
}

/** Actions of others come to GitHub Enterprise Server through GitHub Connect only. */
function connect({ files, context }: Proposal, texts: Texts): readonly string[] {
  const foreign = context.repository.enterprise ? pinsIn(files).filter((pin) => !pin.bundled) : []
  if (foreign.length === 0) return []
  return [texts.pullRequest.connect(foreign.map((pin) => code(pin.action)).join(', '))]
}
