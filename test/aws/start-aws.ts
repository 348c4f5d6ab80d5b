import { catalogue } from './catalogue.ts'
import type { Call } from './http/call-log.ts'
import type { Fault } from './http/faults.ts'
import { serve } from './http/server.ts'
import { type RegionState, regionOf, type World } from './state.ts'

/** A running AWS. See `startAws`. */
export interface Aws {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** Environment that points the SDK here, as an IAM user of the first account. */
  readonly env: Readonly<
    Record<'AWS_ENDPOINT_URL' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY' | 'AWS_REGION', string>
  >
  /** Every call so far, oldest first. */
  readonly calls: Call[]
  /** Push what shall go wrong. */
  readonly faults: Fault[]
  /** All of the state; `durations`, `failing`, `trusted` and `tokens` say how it behaves. */
  readonly world: World
  /** A Region of an account; by default those of `env`. */
  region(name?: string, account?: string): RegionState
  /** Lets time pass for what is under way. */
  advance(ms: number): void
  stop(): Promise<void>
}

export const ownAccount = '111122223333'
export const ownRegion = 'ap-northeast-1'
const ownKey = 'AKIASTANDIN'

/**
 * Starts a stand-in for AWS on a free port of the loopback: the services and operations that the product uses, with state. What
 * comes in and what goes out is checked against the schemas that the SDK's own packages publish; what does not fit is refused.
 *
 * ```ts
 * const aws = await startAws()
 * const child = spawn('slipway', ['connect'], { env: { ...process.env, ...aws.env } })
 * aws.world.durations.service = 60_000          // a service takes a minute of `aws.advance(ms)`
 * aws.faults.push({ match: 'amplify:CreateApp', kind: 'lost-answer' })
 * aws.region().connections[0].Status = 'AVAILABLE'   // somebody completes the handshake
 * aws.calls.filter((call) => call.changes)
 * await aws.stop()
 * ```
 */
export async function startAws(): Promise<Aws> {
  let moved = 0
  let last = 1000
  const world: World = {
    regions: new Map(),
    accounts: new Map(),
    keys: new Map([[ownKey, { account: ownAccount, arn: `arn:aws:iam::${ownAccount}:user/slipway` }]]),
    trusted: [],
    units: new Map(),
    durations: { service: 0, job: 0, deployment: 0 },
    failing: { service: null, job: null, deployment: null, resource: null },
    tokens: new Set(),
    now: () => Date.now() + moved,
    id: () => String(++last),
  }
  const calls: Call[] = []
  const faults: Fault[] = []
  const server = serve({ world, catalogue, calls, faults })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${address === null || typeof address === 'string' ? 0 : address.port}`
  return {
    ...{ url, calls, faults, world },
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_ACCESS_KEY_ID: ownKey,
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: ownRegion,
    },
    region: (name = ownRegion, account = ownAccount) => regionOf(world, account, name),
    advance: (ms) => {
      moved += ms
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
