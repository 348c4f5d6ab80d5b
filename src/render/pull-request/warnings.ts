import { code, inert, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { pinsIn } from './pins.ts'
import { first, type Section } from './section.ts'
import { appPlace, clip } from './words.ts'

/** What a reviewer must not miss, first. */
export function warnings(proposal: Proposal): Section | null {
  const { plan, rendered, leftAlone } = proposal
  const remarks = plan.choices.flatMap(({ app }) =>
    app.remarks.map((remark) => `${appPlace(app)}: ${inert(clip(remark, 500))}`),
  )
  const lines = [
    ...rendered.flatMap(({ rendering }) => rendering.warnings.map((text) => tame(clip(text, 1000)))),
    ...connect(proposal),
    ...leftAlone.map(({ path, why }) => `${code(clip(path, 160))} was left alone: ${inert(clip(why, 300))}.`),
    ...remarks,
    ...plan.notes.map((note) => inert(clip(note, 500))),
  ]
  const all = [...new Set(lines)].map((line) => `- ${line}`)
  if (all.length === 0) return null
  const render = (of: readonly string[]) => ['### Before you merge, know this', '', ...of].join('\n')
  return {
    full: render(all),
    short: render(
      first(
        12,
        all.map((line) => clip(line, 300)),
        (left) => `- … and ${left} more`,
      ),
    ),
  }
}

/** Actions of others come to GitHub Enterprise Server through GitHub Connect only. */
function connect({ files, context }: Proposal): readonly string[] {
  const foreign = context.repository.enterprise ? pinsIn(files).filter((pin) => !pin.bundled) : []
  if (foreign.length === 0) return []
  return [
    `The workflows use actions that do not come with GitHub Enterprise Server: ${foreign.map((pin) => code(pin.action)).join(', ')}. An administrator must allow them through GitHub Connect, or mirror them.`,
  ]
}
