import { setTimeout } from 'node:timers/promises'
import { awsDoor } from '../app/connect/aws-door.ts'
import { knownAccount } from '../app/connect/known-account.ts'
import { type ConnectResult, runConnect } from '../app/connect/run-connect.ts'
import type { Options } from '../command/reading.ts'
import { configOf } from '../config.ts'
import { UserError } from '../errors.ts'
import { localFacts } from '../local/facts.ts'
import { findRepository } from '../local/find-repository.ts'
import { localReader } from '../local/reader.ts'
import type { Context, Request, Tree } from '../model.ts'
import { readRepository } from '../read.ts'
import { readAwsSettings } from '../settings/aws.ts'
import { ownEnvironment } from '../settings.ts'
import type { Terminal } from './terminal.ts'

/** Seconds between two looks at what AWS or a person is at work on, and how often: two hours in all. */
const pause = 15
const looks = 480

/** What of a terminal this needs. */
type Screen = Pick<Terminal, 'say' | 'progress' | 'program' | 'texts'>

/**
 * Connects a local repository to AWS with the caller's own credentials, by the templates of its HEAD. Each text is said when it is new; with `--json`
 * only the last one, as an object. Without `--yes` it only shows what it would make. Gives the exit code: 0 where everything is there or the plan was
 * shown, 1 where it stopped.
 */
export async function connectHere(
  asked: { readonly directory: string; readonly options: Options & { readonly json: boolean } },
  screen: Screen,
  secondMs = 1000,
): Promise<0 | 1> {
  const { progress, texts } = screen
  progress.show(texts.cli.askingAws)
  const run = await prepare(asked)
  const tell = asked.options.json ? () => undefined : teller(screen)
  for (let look = 0; look < looks; look += 1) {
    const result = await run(look)
    tell(result)
    const { kind } = result
    if (kind !== 'working' && kind !== 'waiting') {
      if (asked.options.json) screen.say(`${JSON.stringify(connectJson(result, screen), null, 2)}\n`)
      progress.clear()
      return kind === 'done' || kind === 'plan' || kind === 'nothing' ? 0 : 1
    }
    progress.show(texts.cli.waitingForAws(look * pause, kind === 'waiting'))
    await setTimeout(pause * secondMs)
  }
  progress.clear()
  return 1
}

/** Says a text where it is another than the one before. */
function teller(screen: Screen): (result: ConnectResult) => void {
  let shown = ''
  return ({ text }) => {
    if (text !== shown) screen.say(`${here(text, screen)}\n`)
    shown = text
  }
}

/** The contract of `slipway connect --json`: fields may be added, never changed. */
function connectJson({ kind, text }: ConnectResult, screen: Screen) {
  return { outcome: kind, text: here(text, screen) }
}

/** A text for a comment, with commands as they are written here. */
function here(text: string, { program }: Screen): string {
  return text.replaceAll('/cicd', program)
}

/** What a look needs that stays the same. */
async function prepare({
  directory: given,
  options,
}: {
  readonly directory: string
  readonly options: Options
}): Promise<(look: number) => Promise<ConnectResult>> {
  const directory = await findRepository(given)
  const repository = await localFacts(directory)
  const tree = await readRepository(localReader(directory))
  if (tree === null) throw new UserError(({ cli }) => cli.commitFirst)
  if (repository.owner === null) throw new UserError(({ cli }) => cli.noRemote)
  const { config } = configOf(tree)
  const door = awsDoor(readAwsSettings(ownEnvironment()), {}, () => true)
  const request: Request = { verb: 'plan', ...options, by: null }
  const asking = { verb: 'look', number: 0, write: false }
  const whose = { repository, roles: [] }
  const aws = await knownAccount(door, whose, { config, request, asking, onRefusal: () => undefined })
  const context: Context = { repository, aws, config, request }
  const templates = await templatesOf(directory, tree)
  return (look) =>
    runConnect({
      ...{ tree, context, door, roles: [], yes: options.yes, shown: null, follows: look > 0, production: true },
      ...{ number: 0, command: 'slipway connect', local: { templates } },
    })
}

/** The templates as HEAD has them: with their own credentials people may deploy what they wrote. */
async function templatesOf(directory: string, tree: Tree): Promise<ReadonlyMap<string, string>> {
  const entries = tree.entries.filter(({ path, type }) => type === 'file' && /^infra\/cicd\/.*\.ya?ml$/u.test(path))
  const blobs = await localReader(directory).read(entries)
  return new Map([...blobs].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')]))
}
