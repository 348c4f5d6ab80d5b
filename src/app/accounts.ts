import { proposeAccounts } from '../accounts.ts'
import type { Options } from '../command/reading.ts'
import { type FormRead, readForm } from '../config/accounts/form.ts'
import type { Request } from '../model.ts'
import { tame } from '../render/markdown.ts'
import type { Answer } from './answer.ts'
import type { Said } from './command-job.ts'
import type { Session } from './session.ts'
import { type Core, setUp } from './set-up.ts'

/**
 * Proposes the plan for several accounts: from a form in the comment, else in the text of the issue, else from the configuration.
 * A form with mistakes is answered with each of them, and its place; nothing is done then.
 */
export async function accounts(session: Session, core: Core, options: Options, by: Request['by']): Promise<Answer> {
  const form = formIn(session.job.said, session)
  if (form !== null && !form.read.ok) return { outcome: 'refused', text: mistakes(form, session), pull: null }
  const given = {
    form: form?.read.ok ? { wish: form.read.wish, where: form.where } : null,
    format: options.format,
  }
  const own: Core = { ...core, propose: (tree, context) => proposeAccounts(tree, context, given) }
  return setUp(session, own, { verb: 'setup', ...options, by })
}

interface Form {
  readonly where: 'comment' | 'issue'
  readonly read: FormRead
}

function formIn(said: Said | undefined, { texts }: Session): Form | null {
  if (said === undefined) return null
  for (const where of ['comment', 'issue'] as const) {
    const read = readForm(said[where], texts)
    if (read !== null) return { where, read }
  }
  return null
}

const shown = 10

function mistakes({ where, read }: Form, { texts }: Session): string {
  const faults = read.ok ? [] : read.faults
  const lines = faults
    .slice(0, shown)
    .map(({ line, column, message }) => tame(texts.config.mistake(line, column, message)))
  return texts.accounts.formMistakes(where, lines.join('\n'))
}
