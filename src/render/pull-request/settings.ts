import type { Setting } from '../../model.ts'
import { block, cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { shellWord } from '../shell.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** Every variable and secret that the workflows read: name, place, purpose. Never a secret's value. */
export function settings({ rendered }: Proposal): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.settings)
  if (all.length === 0) return null
  const commands = rendered.flatMap(({ rendering }) => rendering.steps.flatMap((step) => step.commands))
  const open = all.filter(
    ({ name }) => !commands.some((command) => new RegExp(`gh (variable|secret) set ${name}\\b`).test(command)),
  )
  const rows = [...new Set(all.map(row))]
  const body = ['| name | | where | for |', '| --- | --- | --- | --- |', ...rows]
  const lines = open.length === 0 ? [] : ['', block(open.map(command).join('\n'), 'sh')]
  const note = lines.length === 0 ? ['', 'The steps above set them.'] : lines
  return { full: details('Variables and secrets', [...body, ...note].join('\n')), short: '' }
}

function row({ name, kind, environment, why }: Setting): string {
  const where = environment === null ? 'repository' : `environment ${code(clip(environment, 60))}`
  return `| ${[code(name), kind, where, tame(clip(why, 200))].map(cell).join(' | ')} |`
}

function command({ name, kind, environment, example }: Setting): string {
  const place = environment === null ? '' : ` --env ${shellWord(environment)}`
  return kind === 'secret'
    ? `gh secret set ${name}${place}`
    : `gh variable set ${name}${place} --body ${shellWord(example)}`
}
