import type { App, Choice, Evidence, Outcome, RenderedFile } from '../model.ts'
import { targetNames } from '../render/target-names.ts'
import type { Texts } from '../text.ts'
import { type Line, type Part, printLines } from './lines.ts'
import type { Paint } from './paint.ts'
import { padded, widthOf } from './width.ts'

/** A label is eight wide, whatever the language. */
const labelWidth = 8

/** How the answer is shown: the styles, and where lines are broken (null: nowhere). */
export interface Look {
  readonly paint: Paint
  readonly columns: number | null
}

/** The answer for people: short, readable, without colours unless `paint` adds them. Ends with a line break. */
export function printOutcome(outcome: Outcome, repository: string, { paint, columns }: Look, texts: Texts): string {
  const { cli } = texts
  const at = outcome.commit ? cli.at(outcome.commit.slice(0, 7), outcome.defaultBranch) : cli.noCommits
  const blocks = [
    [row(0, ['bold', repository], ' ', ['dim', at])],
    ...outcome.choices.map((choice) => choiceLines(choice, texts)),
    verdict(outcome, texts),
    ...(outcome.notes.length === 0 ? [] : [[row(0, ['bold', cli.notes]), ...outcome.notes.map(note)]]),
  ]
  return blocks.map((lines) => printLines(lines, paint, columns)).join('\n')
}

/** A line, and the column where it goes on. */
function row(hang: number, ...parts: readonly Part[]): Line {
  return { parts, hang }
}

const note = (text: string) => row(4, `  - ${text}`)

function choiceLines({ app, target, because, rejected }: Choice, { cli }: Texts): readonly Line[] {
  const title = [cli.kinds[app.kind], app.framework ?? app.language, manager(app), runtime(app)].filter(
    (part) => part !== null,
  )
  return [
    row(2, ['bold', app.root === '.' ? cli.root : app.root], `  ${title.join(' · ')}`),
    row(4, '  ', ['green', '→'], ' ', ['bold', target ? targetNames[target] : cli.noTarget], `: ${because}`),
    ...values(app, cli).map(([label, value]) => labelled(label, value)),
    ...app.evidence.slice(0, 8).map((evidence) => labelled(cli.labels.seen, `${where(evidence)}  ${evidence.says}`)),
    ...rejected.map((rejection) => labelled(cli.labels.not, `${targetNames[rejection.target]}: ${rejection.because}`)),
    ...app.remarks.map((remark) => labelled(cli.labels.note, remark, 'yellow')),
  ]
}

function labelled(label: string, text: string, style: 'dim' | 'yellow' = 'dim'): Line {
  return row(4 + labelWidth + 1, '    ', [style, padded(label, labelWidth)], ` ${text}`)
}

/** The place of a line of evidence. */
export const where = ({ path, line }: Evidence) => (line === null ? path : `${path}:${line}`)
const manager = ({ packageManager: found }: App) =>
  found && (found.version ? `${found.name} ${found.version}` : found.name)
const runtime = ({ runtime: found }: App) => found && `${found.name} ${found.version}`

function values(app: App, { labels }: Texts['cli']): readonly (readonly [string, string])[] {
  const rows: readonly (readonly [string, string | null])[] = [
    [labels.install, app.install],
    [labels.build, app.build],
    [labels.output, app.output],
    [labels.start, app.start],
    [labels.port, app.port === null ? null : String(app.port)],
  ]
  return rows.flatMap(([label, value]) => (value === null ? [] : [[label, value] as const]))
}

const signs: Readonly<Record<RenderedFile['action'], string>> = { create: '+', update: '~', delete: '-' }

function verdict(outcome: Outcome, { cli }: Texts): readonly Line[] {
  if (outcome.kind === 'proposal') {
    const { title, branch } = outcome.pullRequest
    return [row(2, ['bold', title], ' ', ['dim', cli.branch(branch)]), ...fileLines(outcome.files)]
  }
  if (outcome.kind === 'ask') {
    const { text, choices, form } = outcome.question
    const lines = form?.split('\n').map((line) => row(0, line)) ?? []
    return [
      row(2, ['yellow', '?'], ` ${text}`),
      ...(form === undefined ? [] : [row(0, '')]),
      ...lines,
      ...choices.map((choice) => row(4, '    ', ['cyan', choice])),
    ]
  }
  return [row(2, ['yellow', outcome.kind === 'nothing' ? '✓' : '!'], ` ${outcome.because}`)]
}

function fileLines(files: readonly RenderedFile[]): readonly Line[] {
  const width = Math.max(...files.map(({ path }) => widthOf(path)))
  return files.map(({ action, path, purpose }) =>
    row(width + 6, '  ', ['green', signs[action]], ` ${padded(path, width)}  `, ['dim', purpose]),
  )
}
