import { provisions } from '../../decide/provisions.ts'
import type { Context, Provision, Tree } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import type { AwsDoor } from './aws-door.ts'
import type { Whose } from './entry.ts'
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
  const { environment } = ask.context.request
  const wanted = provisions(ask.tree, ask.context, ask.local?.templates)
  if (wanted.length === 0) {
    const known = stages(ask.context).some(({ name }) => name === environment)
    return environment === null || known
      ? end('nothing', words.nothing)
      : end('refused', words.noEnvironment(code(environment)))
  }
  const production = wanted.find(({ destination }) => destination.production)
  if (production !== undefined && !ask.production) {
    return end('denied', words.needsRole(code(environment ?? production.destination.environment)))
  }
  const seen = await survey(ask.door, whoseOf(ask), wanted, 'look', asking(ask, false))
  const refused = refusal(ask, seen)
  if (refused !== null) return end('refused', refused)
  if (seen.every((one) => one.account === null)) return result(seen, ask)
  const mark = markOf(seen)
  const anything = seen.some((one) => toMake(one).length > 0)
  if (anything && !ask.yes && !ask.follows && ask.shown !== mark) {
    return {
      kind: 'plan',
      text: planText(seen, ask.local ? words.confirmHere(code(ask.command)) : words.confirm(code(ask.command)), words),
      mark,
    }
  }
  if (!anything) return result(seen, ask)
  const mode = ask.follows ? 'go on' : 'start'
  return result(await survey(ask.door, whoseOf(ask), wanted, mode, asking(ask, true)), ask)
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

/** Why nothing is made, whoever asks; null: nothing stands against it. */
function refusal({ context, yes, follows }: ConnectAsk, seen: readonly Surveyed[]): string | null {
  const words = textsOf(context).connect
  const open = seen.filter((one) => toMake(one).length > 0)
  const of = (merged: Provision['merged']) => open.find(({ provision }) => provision.merged === merged)?.provision
  const edited = of('edited')
  if (edited !== undefined) return words.edited(code(edited.unmerged ?? ''))
  if (makesProvider(open) && context.aws.oidcProvider === null) return words.noProviderFact
  if (yes || follows) return null
  const older = of('older')
  if (older !== undefined) return words.older(code(older.unmerged ?? ''))
  const absent = of('absent')
  return absent === undefined ? null : words.notMerged(code(absent.unmerged ?? ''))
}

/** A stack that is made anew and has to know whether there is an OIDC provider (case G37). */
function makesProvider(open: readonly Surveyed[]): boolean {
  return open.some((one) =>
    toMake(one).some(
      ({ resource, standing }) =>
        resource.kind === 'stack' && standing.state !== 'different' && 'CreateOidcProvider' in resource.parameters,
    ),
  )
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
