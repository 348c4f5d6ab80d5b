import type { Options } from '../command/reading.ts'
import { textsOf } from '../text.ts'
import type { Answer } from './answer.ts'
import { deniedAnswer } from './answer.ts'
import { type ConnectResult, runConnect } from './connect/run-connect.ts'
import { afterConnect } from './follow/after-connect.ts'
import { type Core, look } from './look.ts'
import type { Session } from './session.ts'

/** Seconds until a run that AWS or a person keeps waiting looks again, by how often it has looked: two hours in all. */
const pauses = [10, 15, 20, 30, 45]
const longestPause = 60
const mostLooks = 120

/** Connects the repository to AWS: shows what that takes, or does it, one step or as many as can be done now. */
export async function connect(session: Session, core: Core, options: Options): Promise<Answer> {
  const { job, role, aws, state } = session
  const request = { verb: 'plan' as const, ...options, by: { login: job.actor.login, url: job.comment.url } }
  const seen = await look(session, core, request)
  if (seen === null) return deniedAnswer('config', session.texts)
  if (seen.tree === null) return { outcome: 'unknown', text: textsOf(seen.context).connect.nothing, pull: null }
  const follows = (job.follow ?? 0) > 0
  const result = await runConnect({
    ...{ tree: seen.tree, context: seen.context, door: aws, yes: options.yes, follows },
    roles: seen.configuration.roles,
    shown: state.reply?.mark.plan ?? null,
    production: role === 'maintain' || role === 'admin',
    number: job.comment.id,
    command: commandOf(options),
  })
  const { overdue } = textsOf(seen.context).connect
  const answer = answerOf(result, { looks: job.follow ?? 0, secondMs: aws.secondMs }, overdue)
  return went.has(result.kind) ? afterConnect(session, seen, answer) : answer
}

/** Runs that made something, or saw that all is made. */
const went: ReadonlySet<ConnectResult['kind']> = new Set(['working', 'waiting', 'stopped', 'done'])

const outcomes = {
  nothing: 'nothing',
  refused: 'refused',
  denied: 'denied',
  plan: 'ask',
  working: 'connecting',
  waiting: 'connecting',
  stopped: 'refused',
  done: 'connected',
} as const satisfies Record<ConnectResult['kind'], Answer['outcome']>

function answerOf(
  { kind, text, mark }: ConnectResult,
  { looks, secondMs }: { readonly looks: number; readonly secondMs: number },
  overdue: string,
): Answer {
  const answer: Answer = { outcome: outcomes[kind], text, pull: null, ...(mark === null ? {} : { plan: mark }) }
  if (kind !== 'working' && kind !== 'waiting') return answer
  if (looks >= mostLooks) return { ...answer, text: `${text}\n\n${overdue}` }
  return { ...answer, againMs: (pauses[looks] ?? longestPause) * secondMs }
}

/** The command as it is to be given again. */
function commandOf({ environment, path, target, region }: Options): string {
  const flags = Object.entries({ environment, path, target, region })
  return ['/cicd connect', ...flags.flatMap(([name, value]) => (value === null ? [] : [`--${name}=${value}`]))].join(
    ' ',
  )
}
