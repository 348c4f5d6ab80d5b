import { block, details, inert } from '../render/markdown.ts'
import type { Texts } from '../text.ts'
import { byKind, mostRepositories, type Overview } from './overview.ts'
import { atOnce } from './ready-command.ts'
import type { Row, RowKind } from './row.ts'
import { linked, table } from './table.ts'
import { appRunnerNote, targetTally } from './words.ts'

/** GitHub takes 65,536 characters; the mark and a margin are left out. */
const longest = 64_000

/** What there is nothing to do about is folded away. */
const folded: ReadonlySet<RowKind> = new Set(['checks', 'byHand', 'done', 'none'])

type Form = 'table' | 'brief' | 'list'

/** From all of it to names alone; the first that fits is taken. */
const forms: readonly { readonly open: Form; readonly folded: Form }[] = [
  { open: 'table', folded: 'table' },
  { open: 'table', folded: 'brief' },
  { open: 'table', folded: 'list' },
  { open: 'brief', folded: 'list' },
  { open: 'list', folded: 'list' },
]

/** The answer to `/cicd survey`, in Markdown of at most `limit` characters: totals, then a table for each kind. What finds no room is counted. */
export function overviewReport(overview: Overview, texts: Texts, limit: number = longest): string {
  if (overview.rows.length === 0) return [texts.survey.empty, ...leftOut(overview, texts)].join('\n\n')
  for (const form of forms) {
    const text = written(overview, texts, form)
    if (text.length <= limit) return text
  }
  return cut(overview, texts, limit)
}

function written(
  overview: Overview,
  texts: Texts,
  form: (typeof forms)[number],
  shown: readonly Row[] = overview.rows,
): string {
  const missing = overview.rows.length - shown.length
  const kinds = byKind(shown)
  const whole = form.open === 'table' && form.folded === 'table'
  return [
    ...head(overview, texts),
    ...(whole ? [] : [texts.survey.shorter]),
    ...kinds.map(([kind, rows]) => section(kind, rows, overview.owner, form, texts)),
    ...(missing === 0 ? [] : [texts.survey.tooLong(missing)]),
    ...(form.open === 'table' ? together(overview.rows, texts) : []),
    ...leftOut(overview, texts),
  ].join('\n\n')
}

function head({ owner, rows }: Overview, texts: Texts): readonly string[] {
  const { survey } = texts
  const title = owner === null ? survey.titleHere(rows.length) : survey.title(inert(owner), rows.length)
  const counts = byKind(rows).map(([kind, found]) => `${survey.kinds[kind]}: **${found.length}**`)
  const ready = rows.filter(({ kind }) => kind === 'setup' || kind === 'question')
  const targets = targetTally(ready, texts)
  const dated = rows.filter((row) => row.dated.length > 0).length
  return [
    `### ${title}`,
    counts.join(' · '),
    ...(targets.length === 0 ? [] : [survey.targets(targets)]),
    ...appRunnerNote(ready, '/cicd setup --target=ecr', texts),
    ...(dated === 0 ? [] : [survey.dated(dated, '/cicd doctor')]),
    ...(rows.some(({ kind }) => kind === 'setup') ? [survey.howTo] : []),
  ]
}

function section(
  kind: RowKind,
  rows: readonly Row[],
  owner: string | null,
  form: (typeof forms)[number],
  texts: Texts,
): string {
  const isFolded = folded.has(kind)
  const how = isFolded ? form.folded : form.open
  const body =
    how === 'list'
      ? rows.map((row) => linked(row, owner)).join(texts.pullRequest.comma)
      : table(kind, rows, { texts, owner, brief: how === 'brief' })
  const title = `${texts.survey.kinds[kind]} (${rows.length})`
  return isFolded ? details(title, body) : `#### ${title}\n\n${body}`
}

function together(rows: readonly Row[], texts: Texts): readonly string[] {
  const found = atOnce(
    rows.filter(({ kind }) => kind === 'setup'),
    '/cicd setup',
  )
  return found === null ? [] : [details(texts.survey.atOnce(found.count), block(found.script, 'sh'))]
}

function leftOut({ leftOut: left, audience }: Overview, { survey }: Texts): readonly string[] {
  const items = [
    ...(left.archived > 0 ? [survey.archived(left.archived)] : []),
    ...(left.forks > 0 ? [survey.forks(left.forks)] : []),
    ...(left.hidden > 0 ? [survey.hidden(left.hidden)] : []),
  ]
  return [
    ...(items.length === 0 ? [] : [survey.leftOut(items)]),
    ...(audience === 'public' ? [survey.publicOnly] : []),
    ...(audience === 'internal' ? [survey.internalOnly] : []),
    ...(left.unlooked > 0 ? [survey.unlooked(left.unlooked)] : []),
    ...(left.beyond ? [survey.beyond(mostRepositories)] : []),
  ]
}

/** Names alone, as many as fit: what there is something to do about comes first. */
function cut(overview: Overview, texts: Texts, limit: number): string {
  const ordered = byKind(overview.rows).flatMap(([, rows]) => rows)
  const form = { open: 'list', folded: 'list' } as const
  let count = ordered.length
  let text = ''
  do {
    count = Math.floor(count * 0.9)
    text = written(overview, texts, form, ordered.slice(0, count))
  } while (text.length > limit && count > 0)
  return text
}

/** How far a survey is. */
export function progressReport(done: number, total: number, { survey }: Texts): string {
  return `${survey.progress(done, total)}\n\n${survey.progressMore}`
}
