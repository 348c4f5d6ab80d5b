import type { Texts } from '../text.ts'
import { commands as comments } from './commands.ts'
import type { Grammar } from './definition.ts'
import type { FlagOf } from './flag.ts'

/** What the help text needs of a command. */
interface Told extends Omit<Grammar<never>, 'flags'> {
  readonly flags: readonly Pick<FlagOf<never>, 'name' | 'value' | 'summary'>[]
}

/**
 * The help text, plain text without Markdown, made of the lists that run. `program` is what every command begins with:
 * `/cicd` in a comment. `about` is a verb, or null for all of the `commands`.
 */
export function helpText(
  program: string,
  about: string | null,
  texts: Texts,
  commands: readonly Told[] = comments,
): string {
  const definition = commands.find(({ verb }) => verb === about)
  return (definition === undefined ? overview(program, texts, commands) : details(program, definition, texts)).join(
    '\n',
  )
}

function overview(program: string, texts: Texts, commands: readonly Told[]): string[] {
  const rows = commands.map(({ verb, summary }): [string, string] => [`${program} ${verb}`, summary(texts)])
  return [...table(rows), '', texts.command.flagsOf(program)]
}

function details(program: string, definition: Told, texts: Texts): string[] {
  const { argument } = definition
  const rows = [
    ...(argument === null ? [] : [[argument.name, argument.summary(texts)] satisfies [string, string]]),
    ...definition.flags.map((flag): [string, string] => [form(flag), flag.summary(texts)]),
  ]
  return [
    `${program} ${definition.verb}: ${definition.summary(texts)}`,
    '',
    ...(rows.length === 0 ? [] : [...table(rows), '']),
    texts.command.example(`${program} ${definition.example}`),
  ]
}

function form(flag: Told['flags'][number]): string {
  return flag.value === null ? flag.name : `${flag.name}=${flag.value}`
}

function table(rows: readonly [string, string][]): string[] {
  const short = rows.map(([left]) => left.length).filter((length) => length <= 24)
  const width = Math.max(0, ...short)
  return rows.flatMap(([left, right]) =>
    left.length > width ? [`  ${left}`, `  ${' '.repeat(width)}  ${right}`] : [`  ${left.padEnd(width)}  ${right}`],
  )
}
