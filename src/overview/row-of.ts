import type { App, Choice, Complaint, Outcome, RepositoryFacts } from '../model.ts'
import { lockPath } from '../render/lock.ts'
import { clip } from '../render/pull-request/words.ts'
import { datedIn } from './dated.ts'
import type { Row, RowApp, RowKind } from './row.ts'

/** A repository that was looked at. */
export interface Looked {
  /** The files that were read, by path. */
  readonly files: ReadonlyMap<string, string>
  readonly outcome: Outcome
  /** What the check-up found, without AWS. */
  readonly complaints: readonly Complaint[]
  /** ISO 8601. */
  readonly today: string
  readonly repository: Pick<RepositoryFacts, 'host' | 'owner' | 'name'>
  readonly issues: boolean
  /** Our pull request that is open there; null: none, or not known. */
  readonly pull: number | null
}

/** A row is kept between the parts of a long run, and shown in a comment: more than these say no more. */
const most = { name: 120, apps: 12, root: 80, word: 40, existing: 6, says: 300, commands: 4, command: 120 }

/** One repository at a glance. */
export function rowOf({ files, outcome, complaints, today, repository, issues, pull }: Looked): Row {
  const own = files.has(lockPath)
  const kind = kindOf(outcome, own, pull)
  return {
    ...identity(repository),
    kind,
    own,
    apps: outcome.choices.slice(0, most.apps).map(appOf),
    existing: existingOf(outcome),
    dated: datedIn(outcome, complaints, today),
    says: saysOf(outcome, kind),
    commands: commandsOf(outcome).slice(0, most.commands),
    issues,
    pull,
  }
}

/** A repository that could not be looked at, with the reason for people. */
export function unreadRow(repository: Looked['repository'], because: string, issues = false): Row {
  const nothing = { own: false, apps: [], existing: [], dated: [], commands: [], pull: null }
  return { ...identity(repository), ...nothing, kind: 'unread', says: clip(because, most.says), issues }
}

function identity({ host, owner, name }: Looked['repository']): Pick<Row, 'name' | 'url'> {
  const full = owner === null ? name : `${owner}/${name}`
  return { name: clip(full, most.name), url: owner === null ? null : `https://${host}/${full}` }
}

function kindOf(outcome: Outcome, own: boolean, pull: number | null): RowKind {
  if (outcome.kind === 'ask') return 'question'
  if (outcome.kind === 'unknown') return 'none'
  const ours = outcome.choices.some(({ target }) => target !== null)
  if (outcome.kind === 'nothing') return ours || isDelivered(outcome) ? 'done' : 'byHand'
  if (pull !== null) return 'proposed'
  if (own) return 'update'
  if (!ours) return 'byHand'
  return outcome.rendered.every(({ of }) => of === 'ci') ? 'checks' : 'setup'
}

function isDelivered({ choices, existing }: Outcome): boolean {
  return choices.length === 0 || existing.some(({ role }) => role === 'deploy')
}

function appOf({ app, target }: Choice): RowApp {
  return { root: clip(app.root, most.root), what: clip(whatOf(app), most.word), target }
}

function whatOf({ framework, language, kind }: App): string {
  return framework ?? language ?? kind
}

function existingOf({ existing }: Outcome): Row['existing'] {
  const all = existing.map(({ what, role, to }) => ({
    what: clip(what, most.word),
    role,
    to: to && clip(to, most.word),
  }))
  const unique = new Map(all.map((one) => [JSON.stringify(one), one]))
  return [...unique.values()].slice(0, most.existing)
}

function saysOf(outcome: Outcome, kind: RowKind): string | null {
  if (outcome.kind === 'ask') return clip(outcome.question.text, most.says)
  if (outcome.kind === 'unknown') return clip(firstSentence(outcome.because), most.says)
  if (outcome.kind !== 'proposal') return clip(outcome.because, most.says)
  const because = kind === 'byHand' ? outcome.choices[0]?.because : undefined
  return because === undefined ? null : clip(because, most.says)
}

function commandsOf(outcome: Outcome): readonly string[] {
  if (outcome.kind === 'proposal') return ['/cicd setup']
  if (outcome.kind !== 'ask') return []
  return outcome.question.choices.filter((choice) => choice.length <= most.command)
}

function firstSentence(text: string): string {
  return /^.*?(?:\.(?= [\p{Lu}/])|。|$)/su.exec(text)?.[0] ?? text
}
