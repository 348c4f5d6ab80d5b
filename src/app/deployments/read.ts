import type { Account } from '../../aws/account.ts'
import type { Watching } from '../../github/delivery-of.ts'
import type { DeliveredApp, DeploymentStatus, Refusal } from '../../model.ts'
import type { AwsDoor } from '../connect/aws-door.ts'
import { type Asking, entryFor, type NoEntry, type Whose } from '../connect/entry.ts'
import { combined } from './combined.ts'

/** Whom to ask about deployments. */
export interface Sources {
  readonly door: AwsDoor
  readonly whose: Whose
  readonly asking: Asking
  /** Null: GitHub is not asked. */
  readonly github: Watching | null
}

/** How each app stands in each environment, by AWS and by GitHub. Reads only; whoever does not answer is in the answer. Accounts are entered once for each environment. */
export async function readDeployments(
  apps: readonly DeliveredApp[],
  sources: Sources,
): Promise<readonly DeploymentStatus[]> {
  const entered = new Map<string, ReturnType<typeof open>>()
  return Promise.all(
    apps.map(async (of) => {
      const { environment } = of.destination
      const way = entered.get(environment) ?? open(of, sources)
      entered.set(environment, way)
      const aws = await fromAws(of, await way, sources.door)
      // What AWS builds by itself is AWS's to tell.
      const ask = of.workflow !== null || aws.source === 'nobody'
      const github = ask ? ((await sources.github?.see(of, aws.url === null)) ?? null) : null
      return combined(aws, github)
    }),
  )
}

type Way = { readonly account: Account } | { readonly closed: NoEntry | Refusal }

async function open({ destination }: DeliveredApp, { door, whose, asking }: Sources): Promise<Way> {
  const entry = entryFor(door, whose, destination, asking)
  if (typeof entry === 'string') return { closed: entry }
  const way = await door.enter(entry)
  return way.ok ? { account: way.account } : { closed: way.refusal }
}

async function fromAws(of: DeliveredApp, way: Way, door: AwsDoor): Promise<DeploymentStatus> {
  if ('account' in way) return door.deployment(of, way.account)
  const nothing = { state: 'unknown', last: null, url: null, console: null, logs: null, cause: null } as const
  return { of, service: nameOf(of), ...nothing, source: 'nobody', silence: way.closed }
}

/** What the app is called in AWS, as the files of the pull request have it. */
function nameOf({ host }: DeliveredApp): string {
  if (host.kind === 'express') return host.service
  return 'stack' in host ? host.stack : host.name
}
