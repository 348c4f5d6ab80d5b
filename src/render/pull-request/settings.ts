import type { Setting } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { block, cell, code, details, tame } from '../markdown.ts'
import type { Proposal } from '../pull-request.ts'
import { shellWord } from '../shell.ts'
import type { Section } from './section.ts'
import { clip } from './words.ts'

/** Every variable and secret that the workflows read: name, place, purpose. Never a secret's value. */
export function settings({ rendered }: Proposal, texts: Texts): Section | null {
  const all = rendered.flatMap(({ rendering }) => rendering.settings)
  if (all.length === 0) return null
  const commands = rendered.flatMap(({ rendering }) => rendering.steps.flatMap((step) => step.commands))
  const open = all.filter(
    ({ name }) => !commands.some((command) => new RegExp(`gh (variable|secret) set ${name}\\b`).test(command)),
  )
  const rows = [...new Set(all.map((setting) => row(setting, texts)))]
  const body = [texts.pullRequest.settingsHead, '| --- | --- | --- | --- |', ...rows]
  const lines = open.length === 0 ? [] : ['', block(open.map(command).join('\n'), 'sh')]
  const note = lines.length === 0 ? ['', texts.pullRequest.stepsSetThem] : lines
  return { full: details(texts.pullRequest.settings, [...body, ...note].join('\n')), short: '' }
}

function row({ name, kind, environment, why }: Setting, texts: Texts): string {
  const where =
    environment === null ? texts.pullRequest.inRepository : texts.pullRequest.inEnvironment(code(clip(environment, 60)))
  return `| ${[code(name), texts.pullRequest.kinds[kind], where, tame(clip(why, 200))].map(cell).join(' | ')} |`
}

function command({ name, kind, environment, example }: Setting): string {
  const place = environment === null ? '' : ` --env ${shellWord(environment)}`
  return kind === 'secret'
    ? `gh secret set ${name}${place}`
    : `gh variable set ${name}${place} --body ${shellWord(example)}`
}
