import { basename } from 'node:path'
import { byKind } from '../overview/overview.ts'
import type { Row } from '../overview/row.ts'
import { appRunnerNote, appsIn, datedWords, pathsIn, targetTally, todayIn } from '../overview/words.ts'
import type { Texts } from '../text.ts'
import { commandHere } from './command-here.ts'
import { type Line, type Part, printLines } from './lines.ts'
import type { Terminal } from './terminal.ts'
import { padded, widthOf } from './width.ts'

/** A repository at a glance, and where it lies. */
export interface LocalRow {
  readonly directory: string
  readonly row: Row
}

/** Names that are longer have their row's words on the next line. */
const widestName = 32

/** The answer of `slipway survey` for people: totals, then what each repository waits for. Ends with a line break. */
export function printOverview(rows: readonly LocalRow[], terminal: Terminal): string {
  const { texts, paint, columns } = terminal
  const names = namesOf(rows)
  const width = Math.min(widestName, Math.max(0, ...[...names.values()].map(widthOf)))
  const at = new Map(rows.map((one) => [one.row, one]))
  const sections = byKind(rows.map(({ row }) => row)).flatMap(([kind, found]) => [
    blank,
    line([['bold', texts.survey.kinds[kind]], ` (${found.length})`]),
    ...found.flatMap((row) => aboutRow(row, names.get(at.get(row)?.directory ?? '') ?? row.name, width, texts)),
  ])
  return printLines([...head(rows, terminal), ...sections, ...next(rows, terminal)], paint, columns)
}

const blank: Line = { parts: [''], hang: 0 }

function line(parts: readonly Part[], hang = 0): Line {
  return { parts, hang }
}

/** The last part of each folder, or all of it where two end alike. */
function namesOf(rows: readonly LocalRow[]): ReadonlyMap<string, string> {
  const short = rows.map(({ directory }) => basename(directory))
  const isShort = new Set(short).size === short.length && !short.includes('.')
  return new Map(rows.map(({ directory }) => [directory, isShort ? basename(directory) : directory]))
}

function head(rows: readonly LocalRow[], { program, texts }: Terminal): readonly Line[] {
  const { survey } = texts
  const all = rows.map(({ row }) => row)
  const ready = all.filter(({ kind }) => kind === 'setup' || kind === 'question')
  const targets = targetTally(ready, texts)
  const dated = all.filter((row) => row.dated.length > 0).length
  return [
    line([['bold', survey.titleHere(rows.length)]]),
    ...(targets.length === 0 ? [] : [line([survey.targets(targets)])]),
    ...appRunnerNote(ready, `${program} setup --target=ecr`, texts).map((note) => line([note])),
    ...(dated === 0 ? [] : [line([['yellow', survey.dated(dated, `${program} doctor`)]])]),
  ]
}

function aboutRow(row: Row, name: string, width: number, texts: Texts): readonly Line[] {
  const indent = ' '.repeat(width + 4)
  const [first, ...rest] = wordsOf(row, texts)
  const label = padded(name, width)
  if (widthOf(label) > width) {
    return [
      line([`  ${name}`]),
      ...[first, ...rest].flatMap((parts) => (parts ? [line([indent, ...parts], width + 4)] : [])),
    ]
  }
  return [
    line([`  ${label}  `, ...(first ?? [])], width + 4),
    ...rest.map((parts) => line([indent, ...parts], width + 4)),
  ]
}

/** What there is to say of a repository, line by line. */
function wordsOf(row: Row, texts: Texts): readonly (readonly Part[])[] {
  const { columns } = texts.survey
  const { comma } = texts.pullRequest
  const apps = appsIn(row, texts).join(comma)
  const paths = row.kind === 'done' && !row.own ? [] : pathsIn(row, texts)
  const today = todayIn(row, texts)
  const dated = datedWords(row, texts)
  const goes: readonly Part[] = paths.length === 0 ? [] : [' ', ['green', '→'], ` ${paths.join(comma)}`]
  return [
    ...(apps === '' ? [] : [[apps, ...goes]]),
    ...(row.says === null || row.kind === 'done' ? [] : [[row.says]]),
    ...(row.kind === 'question' ? row.commands.map((command) => [['cyan', command]] as const) : []),
    ...(today.length === 0 ? [] : [[['dim', `${columns.today}: `], today.join(comma)] as const]),
    ...(dated.length === 0 ? [] : [[['yellow', `${columns.dated}: `], dated.join(comma)] as const]),
  ]
}

function next(rows: readonly LocalRow[], { program, texts }: Terminal): readonly Line[] {
  const first = rows.find(({ row }) => row.kind === 'setup') ?? rows.find(({ row }) => row.commands.length > 0)
  const command = first?.row.commands[0]
  if (first === undefined || command === undefined) return []
  return [blank, line([texts.cli.next]), line(['  ', ['cyan', commandHere(command, first.directory, program)]])]
}
