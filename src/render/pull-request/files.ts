import type { RenderedFile } from '../../model.ts'
import { cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { pinsIn } from './pins.ts'
import { first, type Section } from './section.ts'
import { clip } from './words.ts'

const verbs: Readonly<Record<RenderedFile['action'], string>> = { create: 'new', update: 'changed', delete: 'removed' }

/** Each file with its purpose; nothing else is touched. */
export function files({ files: all }: Proposal): Section {
  const head = ['### Files', '', '| file | | what it is for |', '| --- | --- | --- |']
  const rows = all.map(({ path, action, purpose }) => {
    const cells = [code(clip(path, 160)), verbs[action], tame(clip(purpose, 300))]
    return `| ${cells.map(cell).join(' | ')} |`
  })
  const tail = ['', `No other file is touched. ${checked(all)}`, ...pins(all)]
  return {
    full: [...head, ...rows, ...tail].join('\n'),
    short: [
      ...head,
      ...first(
        30,
        rows.map((row) => (row.length > 400 ? '| … | | |' : row)),
        (left) => `| and ${left} more | | |`,
      ),
      '',
      'No other file is touched.',
    ].join('\n'),
  }
}

/** What was checked before this was opened; a file that breaks a rule is never proposed. */
function checked(all: readonly RenderedFile[]): string {
  const has = (pattern: RegExp) => all.some((file) => pattern.test(file.path))
  const rules = [
    has(/\.ya?ml$/) ? 'every YAML file reads alike by YAML 1.1 and 1.2' : null,
    has(/^\.github\/workflows\//)
      ? 'every action is pinned to a known commit, every job has its own least permissions and a timeout'
      : null,
    has(/^infra\//) ? 'no role may do everything' : null,
    has(/bootstrap\.yaml$/) ? 'the sign-in is bound to exact subjects' : null,
  ].filter((rule) => rule !== null)
  return rules.length === 0 ? '' : `Checked: ${rules.join('; ')}.`
}

function pins(all: readonly RenderedFile[]): readonly string[] {
  const found = pinsIn(all)
  if (found.length === 0) return []
  const lines = found.map(
    (pin) => `- [${pin.action} ${pin.version}](${pin.source}) = \`${pin.sha.slice(0, 12)}\`, read ${pin.asOf}`,
  )
  return ['', details('Actions, each pinned to one commit', lines.join('\n'))]
}
