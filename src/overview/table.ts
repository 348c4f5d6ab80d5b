import { cell, code, inert, tame } from '../render/markdown.ts'
import { clip } from '../render/pull-request/words.ts'
import type { Texts } from '../text.ts'
import { newIssue, pageOf } from './ready-command.ts'
import type { Row, RowKind } from './row.ts'
import { appsIn, datedWords, pathsIn, todayIn } from './words.ts'

type Column = keyof Texts['survey']['columns']

const columnsOf: Readonly<Record<RowKind, readonly Column[]>> = {
  setup: ['repository', 'apps', 'path', 'today', 'dated', 'open'],
  question: ['repository', 'says', 'answer', 'today', 'dated', 'open'],
  proposed: ['repository', 'apps', 'path', 'today', 'dated', 'pull'],
  checks: ['repository', 'apps', 'today', 'dated', 'open'],
  update: ['repository', 'apps', 'path', 'today', 'dated', 'open'],
  byHand: ['repository', 'apps', 'says', 'today', 'dated'],
  done: ['repository', 'apps', 'path', 'today', 'dated'],
  none: ['repository', 'says'],
  unread: ['repository', 'says'],
}
/** What a shorter table does without. */
const spared: ReadonlySet<Column> = new Set(['today', 'open', 'says'])

/** How long a cell of words may be. */
const longestWords = 200

export interface Style {
  readonly texts: Texts
  /** Left out of names, since it is said above. */
  readonly owner: string | null
  readonly brief: boolean
}

/** The rows of one kind as a table of GitHub's Markdown. A column without a word in it is left out. */
export function table(kind: RowKind, rows: readonly Row[], style: Style): string {
  const wanted = columnsOf[kind].filter((column) => !style.brief || !spared.has(column) || columnsOf[kind].length === 2)
  const cells = rows.map((row) => wanted.map((column) => cell(write[column](row, style))))
  const used = wanted.map((_, index) => cells.some((line) => line[index] !== ''))
  const line = (words: readonly string[]) => `| ${words.filter((_, index) => used[index]).join(' | ')} |`
  const heads = wanted.map((column) => style.texts.survey.columns[column])
  return [line(heads), line(wanted.map(() => '---')), ...cells.map(line)].join('\n')
}

/** The name of a repository, as a link where its page is known. */
export function linked(row: Row, owner: string | null): string {
  const name = owner !== null && row.name.startsWith(`${owner}/`) ? row.name.slice(owner.length + 1) : row.name
  const address = pageOf(row)
  return address === null ? code(name) : `[${inert(name)}](${address})`
}

const write: Readonly<Record<Column, (row: Row, style: Style) => string>> = {
  repository: (row, { owner }) => linked(row, owner),
  apps: (row, { texts }) => appsIn(row, texts, code).map(inert).join(texts.pullRequest.comma),
  // Where something else delivers, what Slipway would choose is of no interest.
  path: (row, { texts }) => (row.kind === 'done' && !row.own ? '' : pathsIn(row, texts).join(texts.pullRequest.comma)),
  today: (row, { texts }) => todayIn(row, texts).map(inert).join(texts.pullRequest.comma),
  dated: (row, { texts }) => datedWords(row, texts).map(inert).join(texts.pullRequest.comma),
  says: ({ says }) => (says === null ? '' : tame(clip(says, longestWords))),
  answer: ({ commands }) => commands.map(code).join(' '),
  pull: (row) => (row.pull === null || pageOf(row) === null ? '' : `[#${row.pull}](${pageOf(row)}/pull/${row.pull})`),
  open: (row, { texts: { survey } }) => {
    const [command] = row.commands
    if (command === undefined || pageOf(row) === null) return ''
    const address = newIssue(row, survey.issueBody(command))
    return address === null ? survey.noIssues : `[${survey.open}](${address})`
  },
}
