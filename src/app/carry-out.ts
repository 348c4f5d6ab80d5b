import { helpText } from '../command/help-text.ts'
import { mistakeText } from '../command/mistake-text.ts'
import { parseComment, trigger } from '../command/parse.ts'
import type { Mistake } from '../command/reading.ts'
import { permissionOf } from '../github/permission.ts'
import { react } from '../github/reply.ts'
import { accounts } from './accounts.ts'
import { type Answer, deniedAnswer, type OutcomeCode } from './answer.ts'
import { connect } from './connect.ts'
import { doctor } from './doctor.ts'
import { explain } from './explain.ts'
import { reply, replyIfPossible, type Session } from './session.ts'
import { type Core, setUp } from './set-up.ts'
import { status } from './status.ts'
import { survey } from './survey.ts'

/**
 * Answers someone who may not give commands: thumbs down, and one short reply per issue at most.
 * A reply that is there already is for someone who may, and stays.
 */
export async function deny(session: Session, because: 'no' | 'unknown'): Promise<Answer> {
  const answer = deniedAnswer(because, session.texts)
  await react(session.place, session.job.comment.id, '-1')
  if (session.state.reply === null) await reply(session, answer)
  return answer
}

/** Says that nothing can be written to an archived repository, where GitHub still lets that be said. */
export async function refuseArchived(session: Session): Promise<OutcomeCode> {
  const text = session.texts.github.archived
  await replyIfPossible(session, { outcome: 'refused', text, pull: null })
  return 'refused'
}

/** Whether the person who gave the command may give commands, now. */
export function permission({ place, job }: Session): ReturnType<typeof permissionOf> {
  return permissionOf(place, job.actor)
}

/** Does what the command says, and gives the reply. */
export async function carryOut(session: Session, core: Core): Promise<Answer> {
  const { reading } = session.job
  switch (reading.kind) {
    case 'mistake':
      return { outcome: 'refused', text: mistakeText(inWords(reading, session), session.texts), pull: null }
    case 'help':
      return {
        outcome: 'nothing',
        text: ['````text', helpText(trigger, reading.about, session.texts), '````'].join('\n'),
        pull: null,
      }
    case 'explain':
      return explain(session, core, { verb: 'plan', ...reading.options, by: by(session) }, reading.id)
    case 'connect':
      return connect(session, core, reading.options)
    case 'status':
      return status(session, core, { verb: 'plan', ...reading.options, by: by(session) })
    case 'doctor':
      return doctor(session, core, { verb: 'plan', ...reading.options, by: by(session) })
    case 'survey':
      return survey(session, core)
    case 'accounts':
      return accounts(session, core, reading.options, by(session))
    case 'request':
      return setUp(session, core, { verb: reading.verb, ...reading.options, by: by(session) })
  }
}

/** The mistake in the language of the answer, which was not known when the comment was read. */
function inWords(mistake: Mistake, { texts }: Session): Mistake {
  const again = parseComment(mistake.line, texts)
  return again?.kind === 'mistake' ? again : mistake
}

function by({ job }: Session): { readonly login: string; readonly url: string } {
  return { login: job.actor.login, url: job.comment.url }
}
