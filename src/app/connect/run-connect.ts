import { provisions } from '../../decide/provisions.ts'
import type { Context, Provision, Tree } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import type { AwsDoor } from './aws-door.ts'
import type { Whose } from './entry.ts'
import { objection } from './objection.ts'
import { planText, progressText } from './report.ts'
import { markOf, type Surveyed, survey, toMake } from './survey.ts'

/** What a run of `connect` is to go by. */
export interface ConnectAsk {
  readonly tree: Tree
  readonly context: Context
  readonly door: AwsDoor
  /** The organisation's roles. */
  readonly roles: Whose['roles']
  /** `--yes`. */
  readonly yes: boolean
  /** The plan that was shown last, which the same command again confirms. */
  readonly shown: string | null
  /** This run goes on with what an earlier one began: nothing is asked, and nothing that failed is repeated. */
  readonly follows: boolean
  /** Whether the person may change production. */
  readonly production: boolean
  /** What names the run in AWS's log. */
  readonly number: number
  /** The command with its flags, as it is to be given again. */
  readonly command: string
  /** On the command line: the templates of HEAD are deployed, with the caller's own rights. Null: by the app. */
  readonly local?: { readonly templates: ReadonlyMap<string, string> }
}

/**
 * What a run came to. `plan`: shown, nothing made. `working`: AWS is at work. `waiting`: a person has to do something. `stopped`: something failed or
 * was refused. `mark` names the plan that was shown.
 */
export interface ConnectResult {
  readonly kind: 'nothing' | 'refused' | 'denied' | 'plan' | 'working' | 'waiting' | 'stopped' | 'done'
  readonly text: string
  readonly mark: string | null
}

/**
 * Shows what is to be made in AWS, or makes as much of it as can be made now. Everything is looked for before it is made, and nothing is
 * remembered but in AWS: a run that was cut off is simply run again.
 */
export async function runConnect(ask: ConnectAsk): Promise<ConnectResult> {
  const words = textsOf(ask.context).connect
  const wanted = provisions(ask.tree, ask.context, ask.local?.templates)
  const never = refusedAtOnce(ask, wanted)
  if (never !== null) return never
  const seen = await survey(ask.door, whoseOf(ask), wanted, 'look', asking(ask, false))
  const objected = objection(ask.context, ask.yes || ask.follows, seen)
  if (objected !== null) return end('refused', objected)
  if (seen.every((one) => toMake(one).length === 0)) return result(seen, ask)
  const mark = markOf(seen)
  if (!ask.yes && !ask.follows && ask.shown !== mark) return { kind: 'plan', text: planOf(ask, seen), mark }
  const mode = ask.follows ? 'go on' : 'start'
  return result(await survey(ask.door, whoseOf(ask), wanted, mode, asking(ask, true)), ask)

  function planOf({ command, local }: ConnectAsk, all: readonly Surveyed[]): string {
    const confirm = local ? words.confirmHere(code(command)) : words.confirm(code(command))
    return planText(all, confirm, words)
  }
}

/** What needs no look at AWS: nothing to make, an environment that there is not, a person who may not. */
function refusedAtOnce(
  { context, production: mayProduction }: ConnectAsk,
  wanted: readonly Provision[],
): ConnectResult | null {
  const words = textsOf(context).connect
  const { environment } = context.request
  if (wanted.length === 0) {
    const known = environment === null || stages(context).some(({ name }) => name === environment)
    return known ? end('nothing', words.nothing) : end('refused', words.noEnvironment(code(environment)))
  }
  const production = wanted.find(({ destination }) => destination.production)
  if (production === undefined || mayProduction) return null
  return end('denied', words.needsRole(code(environment ?? production.destination.environment)))
}

function whoseOf({ context, roles }: ConnectAsk): Whose {
  return { repository: context.repository, roles }
}

function asking({ number }: ConnectAsk, write: boolean) {
  return { verb: 'connect', number, write }
}

function end(kind: ConnectResult['kind'], text: string): ConnectResult {
  return { kind, text, mark: null }
}

function result(all: readonly Surveyed[], { context, command }: ConnectAsk): ConnectResult {
  const words = textsOf(context).connect
  const states = new Set(all.flatMap(({ progress }) => progress.map(({ standing }) => standing.state)))
  const stuck =
    all.some(({ closed }) => closed !== null) || states.has('failed') || states.has('foreign') || states.has('unknown')
  const [kind, lead] = stuck
    ? (['stopped', words.stoppedLead] as const)
    : states.size === 0
      ? (['nothing', words.onlyByHand] as const)
      : states.has('person')
        ? (['waiting', words.waitingLead] as const)
        : states.size === 1 && states.has('ready')
          ? (['done', words.doneLead] as const)
          : // What failed and was taken away is made by the next run.
            (['working', words.workingLead] as const)
  return end(kind, progressText(all, lead, command, words))
}
