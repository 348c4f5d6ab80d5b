import type { Asked } from '../../aws/existing.ts'
import { unknownAccount } from '../../config/unknown-account.ts'
import type { AwsFacts, Config, Request } from '../../model.ts'
import type { AwsDoor } from './aws-door.ts'
import { type Asking, entryFor, type Whose } from './entry.ts'

/** What is asked about. */
export interface Question {
  readonly config: Config
  readonly request: Request
  readonly asking: Asking
  /** Told what AWS did not say, and why: for the log. */
  readonly onRefusal: (refusal: object) => void
}

/** Longer than this no answer waits for AWS. */
const patienceMs = 20_000

/**
 * What is known of the account of the environment that is asked for, else of the last one, which is production. Nothing where there is no way in:
 * every fact is unknown then, as it is where AWS refuses or does not answer in time.
 */
export async function knownAccount(door: AwsDoor, whose: Whose, question: Question): Promise<AwsFacts> {
  const { config, request, asking, onRefusal } = question
  const environments = Array.isArray(config.environments) ? config.environments : []
  const name = request.environment ?? environments.at(-1)?.name ?? 'production'
  const environment = environments.find((one) => one.name === name)
  const region = environment?.region ?? request.region ?? config.region
  const entry = entryFor(door, whose, { environment: name, account: environment?.account ?? null, region }, asking)
  if (typeof entry === 'string') return unknownAccount
  const timer = Promise.withResolvers<AwsFacts>()
  const timeout = setTimeout(timer.resolve, patienceMs, unknownAccount)
  const facts = async () => {
    const way = await door.enter(entry)
    if (!way.ok) {
      onRefusal(way.refusal)
      return unknownAccount
    }
    const learned = await door.facts(way.account, askedOf(whose.repository))
    for (const refusal of learned.refusals) onRefusal(refusal)
    return learned.facts
  }
  return Promise.race([facts(), timer.promise]).finally(() => clearTimeout(timeout))
}

function askedOf({ host, owner, name }: Whose['repository']): Asked {
  const prefix = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
  return {
    repositoryUrl: `https://${host}/${owner ?? ''}/${name}`,
    imagePrefix: `${prefix === '' ? 'repository' : prefix}/`,
  }
}
