import { accountsBranch } from '../accounts.ts'
import { UserError } from '../errors.ts'
import type { BranchCommit } from '../github/branch.ts'
import type { Follows } from '../github/marker.ts'
import type { Published } from '../github/publication.ts'
import type { Choice, Outcome, Question } from '../model.ts'
import { block, code, details, tame } from '../render/markdown.ts'
import { targetNames } from '../render/target-names.ts'
import type { Texts } from '../text.ts'

type Proposal = Extract<Outcome, { readonly kind: 'proposal' }>

/** The same code in the reply, in logs and in metrics. */
export type OutcomeCode =
  | 'proposed'
  | 'up_to_date'
  | 'ask'
  | 'nothing'
  | 'unknown'
  | 'dry_run'
  | 'denied'
  | 'refused'
  | 'failed'
  /** `connect` goes on by itself: AWS or a person is at work. */
  | 'connecting'
  | 'connected'
  /** `survey` goes on by itself. */
  | 'surveying'
  | 'surveyed'
  /** What was merged is on its way, and is looked at again by itself. */
  | 'deploying'
  | 'deployed'
  /** It did not get into service, or not while it was looked at. */
  | 'not_deployed'

/** What a command came to. `text` is Markdown; `pull` the number of the pull request, where there is one. */
export interface Answer {
  readonly outcome: OutcomeCode
  readonly text: string
  readonly pull: number | null
  /** A plan that was shown for confirmation. */
  readonly plan?: string
  /** How far a survey is, for its next part. */
  readonly survey?: string
  /** Something else wrote to the branch meanwhile: another process may have answered on the thread, too. */
  readonly raced?: true
  /** Nobody else did this work: no other process answers the same command. */
  readonly alone?: true
  /** What the reply tells of since a merge. */
  readonly follows?: Follows
  /** In how many milliseconds the same command is to be looked at again, by itself. */
  readonly againMs?: number
  /** Which of its runs the next one is; absent: one more than this. A run that is queued twice is one run. */
  readonly step?: number
}

/** The reply for what was published. */
export function publishedAnswer(
  { outcome, pull, others, kept }: Published,
  choices: readonly Choice[],
  texts: Texts,
): Answer {
  const link = `[#${pull.number}](${pull.url})`
  const text = [
    outcome === 'proposed' ? texts.reply.proposed(link) : texts.reply.upToDate(link),
    ...(outcome === 'proposed' ? chosen(choices, texts) : []),
    ...byPeople(others, texts),
    ...asTheyHaveIt(kept, texts),
  ].join('\n\n')
  return {
    outcome,
    text,
    pull: pull.number,
    ...(pull.by === undefined ? {} : pull.by === 'us' ? { alone: true } : { raced: true }),
  }
}

/** The reply for a proposal that is only to be shown. */
export function dryRunAnswer({ choices, files, notes, pullRequest }: Proposal, texts: Texts): Answer {
  const rows = files.map(
    ({ action, path, purpose }) => `- ${texts.reply.actions[action]} ${code(path)}: ${tame(purpose)}`,
  )
  const lead = pullRequest.branch === accountsBranch ? texts.accounts.dryRun : texts.reply.dryRun
  const text = [lead, ...chosen(choices, texts), rows.join('\n'), ...noted(notes, texts)].join('\n\n')
  return { outcome: 'dry_run', text, pull: null }
}

/** The reply where there is no proposal. */
export function otherAnswer(outcome: Exclude<Outcome, { kind: 'proposal' }>, texts: Texts): Answer {
  const first = outcome.kind === 'ask' ? asked(outcome.question, texts) : [tame(outcome.because)]
  return { outcome: outcome.kind, text: [...first, ...noted(outcome.notes, texts)].join('\n\n'), pull: null }
}

/** A question with the commands that answer it, or with the form to fill in. */
function asked({ text, choices, form }: Question, texts: Texts): string[] {
  if (form !== undefined) return [tame(text), block(form, 'yaml')]
  return [tame(text), choices.map((choice) => `- ${code(choice)}`).join('\n'), texts.reply.chooseOne]
}

/** The reply for an error: its own words for a `UserError`, else nothing but a number that leads to the log. */
export function errorAnswer(error: unknown, correlation: string, texts: Texts): Answer {
  if (error instanceof UserError) return { outcome: 'refused', text: error.in(texts), pull: null }
  return { outcome: 'failed', text: texts.reply.failed(correlation), pull: null }
}

/** The reply for someone who may not give commands: by their role, because GitHub could not be asked, or by the configuration. */
export function deniedAnswer(because: 'no' | 'unknown' | 'config', { reply }: Texts): Answer {
  const text = { no: reply.deniedNo, unknown: reply.deniedUnknown, config: reply.deniedConfig }[because]
  return { outcome: 'denied', text, pull: null }
}

function chosen(choices: readonly Choice[], texts: Texts): string[] {
  const rows = choices.map(({ app, target, because }) => {
    const place = app.root === '.' ? '' : `${code(app.root)}: `
    return `- ${place}${texts.reply.chosen(target === null ? null : `**${targetNames[target]}**`, tame(because))}`
  })
  return rows.length === 0 ? [] : [rows.join('\n')]
}

function noted(notes: readonly string[], texts: Texts): string[] {
  const shown = notes.slice(0, 10).map((note) => `- ${tame(note)}`)
  return shown.length === 0 ? [] : [texts.reply.notes(shown.join('\n'))]
}

function byPeople(others: readonly BranchCommit[], texts: Texts): string[] {
  if (others.length === 0) return []
  const list = others.slice(0, 5).map(({ sha, author }) => texts.reply.commitBy(code(sha.slice(0, 8)), code(author)))
  return [texts.reply.keptChanges(list.join(', '))]
}

function asTheyHaveIt(kept: Published['kept'], texts: Texts): string[] {
  if (kept.length === 0) return []
  const rows = kept.map(({ path, why, conflict }) => {
    const row = `- ${texts.reply.keptFile(code(path), why)}`
    return conflict === null ? row : `${row}\n\n${details(texts.reply.decideHere, block(conflict))}\n`
  })
  return [texts.reply.keptFiles(rows.join('\n'))]
}
