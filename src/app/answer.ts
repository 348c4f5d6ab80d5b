import { UserError } from '../errors.ts'
import type { BranchCommit } from '../github/branch.ts'
import type { Published } from '../github/publication.ts'
import type { Choice, Outcome, RenderedFile, TargetId } from '../model.ts'
import { block, code, details, tame } from '../render/markdown.ts'
import { targets } from '../targets.ts'

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

/** What a command came to. `text` is Markdown; `pull` the number of the pull request, where there is one. */
export interface Answer {
  readonly outcome: OutcomeCode
  readonly text: string
  readonly pull: number | null
  /** A plan that was shown for confirmation. */
  readonly plan?: string
  /** Something else wrote to the branch meanwhile: another process may have answered on the thread, too. */
  readonly raced?: true
  /** In how many milliseconds the same command is to be looked at again, by itself. */
  readonly againMs?: number
}

/** The reply for what was published. */
export function publishedAnswer({ outcome, pull, others, kept }: Published, choices: readonly Choice[]): Answer {
  const link = `[#${pull.number}](${pull.url})`
  const first =
    outcome === 'proposed' ? `Ready for review: ${link}` : `Up to date: ${link} already holds what would be proposed.`
  const text = [
    first,
    ...(outcome === 'proposed' ? chosen(choices) : []),
    ...byPeople(others),
    ...asTheyHaveIt(kept),
  ].join('\n\n')
  return { outcome, text, pull: pull.number, ...(pull.found ? { raced: true } : {}) }
}

/** The reply for a proposal that is only to be shown. */
export function dryRunAnswer(
  choices: readonly Choice[],
  files: readonly RenderedFile[],
  notes: readonly string[],
): Answer {
  const rows = files.map(({ action, path, purpose }) => `- ${action} ${code(path)}: ${tame(purpose)}`)
  const text = [
    'This is what `/cicd setup` would propose. Nothing was written.',
    ...chosen(choices),
    rows.join('\n'),
    ...noted(notes),
  ].join('\n\n')
  return { outcome: 'dry_run', text, pull: null }
}

/** The reply where there is no proposal. */
export function otherAnswer(outcome: Exclude<Outcome, { kind: 'proposal' }>): Answer {
  const first =
    outcome.kind === 'ask'
      ? [
          tame(outcome.question.text),
          outcome.question.choices.map((choice) => `- ${code(choice)}`).join('\n'),
          'Comment one of these.',
        ]
      : [tame(outcome.because)]
  return { outcome: outcome.kind, text: [...first, ...noted(outcome.notes)].join('\n\n'), pull: null }
}

/** The reply for an error: its own words for a `UserError`, else nothing but a number that leads to the log. */
export function errorAnswer(error: unknown, correlation: string): Answer {
  if (error instanceof UserError) return { outcome: 'refused', text: error.message, pull: null }
  const text =
    'Something went wrong on our side. Comment the command again in a few minutes: it goes on where it stopped. ' +
    `If it fails again, tell whoever runs this app: \`${correlation}\`.`
  return { outcome: 'failed', text, pull: null }
}

const denials = {
  no: 'Commands need write access to this repository. Ask someone who has it to comment the command.',
  unknown:
    'GitHub could not be asked whether you may give commands here, so nothing was done. Comment the command again in a few minutes.',
  config:
    'The configuration (`commanders` in `.github/cicd.yml` of this repository or of its organisation) leaves commands to others. Ask one of them.',
} as const

/** The reply for someone who may not give commands: by their role, because GitHub could not be asked, or by the configuration. */
export function deniedAnswer(because: keyof typeof denials): Answer {
  return { outcome: 'denied', text: denials[because], pull: null }
}

function chosen(choices: readonly Choice[]): string[] {
  const rows = choices.map(({ app, target, because }) => {
    const place = app.root === '.' ? '' : `${code(app.root)}: `
    return `- ${place}${target === null ? 'no delivery' : `**${titleOf(target)}**`}. ${tame(because)}`
  })
  return rows.length === 0 ? [] : [rows.join('\n')]
}

function titleOf(id: TargetId): string {
  return targets.find((target) => target.id === id)?.title ?? id
}

function noted(notes: readonly string[]): string[] {
  const shown = notes.slice(0, 10).map((note) => `- ${tame(note)}`)
  return shown.length === 0 ? [] : [`Notes:\n\n${shown.join('\n')}`]
}

function byPeople(others: readonly BranchCommit[]): string[] {
  if (others.length === 0) return []
  const list = others.slice(0, 5).map(({ sha, author }) => `${code(sha.slice(0, 8))} by ${code(author)}`)
  return [`The branch also holds changes of people, which were kept: ${list.join(', ')}.`]
}

function asTheyHaveIt(kept: Published['kept']): string[] {
  if (kept.length === 0) return []
  const rows = kept.map(({ path, why, conflict }) => {
    const row = `- ${code(path)}: ${why}.`
    return conflict === null ? row : `${row}\n\n${details('The lines to decide about', block(conflict))}\n`
  })
  return [`These files stay as people have them, where the new proposal wants them otherwise:\n\n${rows.join('\n')}`]
}
