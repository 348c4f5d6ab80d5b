import { createHash } from 'node:crypto'
import type { Account } from '../../aws/account.ts'
import type { Mode, Progress } from '../../aws/advance.ts'
import type { Destination, Provision, Refusal } from '../../model.ts'
import type { AwsDoor } from './aws-door.ts'
import { type Asking, entryFor, type NoEntry, type Whose } from './entry.ts'

/** A provision and how far it is; `account` null: AWS could not be entered, `closed` says why. */
export interface Surveyed {
  readonly provision: Provision
  readonly account: Pick<Account, 'id' | 'region'> | null
  readonly closed: NoEntry | Refusal | null
  readonly progress: readonly Progress[]
}

/** Goes over all provisions; with `look` nothing is made. Accounts are entered once for each environment. */
export async function survey(
  door: AwsDoor,
  whose: Whose,
  provisions: readonly Provision[],
  mode: Mode,
  asking: Asking,
): Promise<readonly Surveyed[]> {
  const entered = new Map<string, Awaited<ReturnType<typeof open>>>()
  const all: Surveyed[] = []
  for (const provision of provisions) {
    const { destination } = provision
    const way = entered.get(destination.environment) ?? (await open(door, whose, destination, asking))
    entered.set(destination.environment, way)
    if ('closed' in way) all.push({ provision, account: null, closed: way.closed, progress: [] })
    else {
      const progress = await door.advance(provision, way, mode)
      all.push({ provision, account: way, closed: null, progress })
    }
  }
  return all
}

async function open(
  door: AwsDoor,
  whose: Whose,
  destination: Destination,
  asking: Asking,
): Promise<Account | { readonly closed: NoEntry | Refusal }> {
  const entry = entryFor(door, whose, destination, asking)
  if (typeof entry === 'string') return { closed: entry }
  const way = await door.enter(entry)
  return way.ok ? way.account : { closed: way.refusal }
}

/** What a run would make, update or take away and make again. */
export function toMake({ progress }: Surveyed): readonly Progress[] {
  return progress.filter(
    ({ standing }) =>
      standing.state === 'absent' || standing.state === 'different' || (standing.state === 'failed' && standing.again),
  )
}

/** What a plan is: two plans with the same mark would make the same. */
export function markOf(all: readonly Surveyed[]): string {
  const parts = all.flatMap((surveyed) =>
    toMake(surveyed).map(({ resource, standing }) => [
      surveyed.provision.destination.environment,
      surveyed.account?.id,
      surveyed.account?.region,
      resource,
      standing.state,
    ]),
  )
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
}
