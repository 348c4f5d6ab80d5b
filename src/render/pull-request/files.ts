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
  const tail = ['', 'No other file is touched.', ...pins(all)]
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

function pins(all: readonly RenderedFile[]): readonly string[] {
  const found = pinsIn(all)
  if (found.length === 0) return []
  const lines = found.map(
    (pin) => `- [${pin.action} ${pin.version}](${pin.source}) = \`${pin.sha.slice(0, 12)}\`, read ${pin.asOf}`,
  )
  return ['', details('Actions, each pinned to one commit', lines.join('\n'))]
}
