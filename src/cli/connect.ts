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

/** Seconds between two looks at what AWS or a person is at work on, and how often: two hours in all. */
const pause = 15
const looks = 480

/**
 * Connects a local repository to AWS with the caller's own credentials, by the templates of its HEAD. `say` gets each text as it is to be shown.
 * Without `--yes` it only shows what it would make. Gives the exit code: 0 where everything is there or the plan was shown, 1 where it stopped.
 */
export async function connectHere(
  asked: { readonly directory: string; readonly options: Options },
  say: (text: string) => void,
  secondMs = 1000,
): Promise<0 | 1> {
  const run = await prepare(asked)
  let shown = ''
  for (let look = 0; look < looks; look += 1) {
    const { kind, text } = await run(look)
    if (text !== shown) say(`${text}\n`)
    shown = text
    if (kind !== 'working' && kind !== 'waiting')
      return kind === 'done' || kind === 'plan' || kind === 'nothing' ? 0 : 1
    await setTimeout(pause * secondMs)
  }
  return 1
}

/** What a look needs that stays the same. */
async function prepare({
  directory: given,
  options,
}: Parameters<typeof connectHere>[0]): Promise<(look: number) => Promise<ConnectResult>> {
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
