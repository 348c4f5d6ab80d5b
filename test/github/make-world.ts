import type { Objects } from './git/objects.ts'
import { callLog } from './http/call-log.ts'
import type { KeyPair } from './keys.ts'
import type { GithubOptions } from './start-github.ts'
import { account } from './state/account.ts'
import type { EventName, Permissions } from './state/installation.ts'
import type { Outbox } from './webhooks/outbox.ts'
import type { World } from './world.ts'

const defaultPermissions: Permissions = {
  actions: 'read',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  workflows: 'write',
}

const defaultEvents: readonly EventName[] = ['issue_comment', 'pull_request']

/** The clock of a world: the real one, or one that starts where the test says; both can be moved. */
export interface Clock {
  now(): number
  advance(ms: number): void
}

export function makeClock(start: number | undefined): Clock {
  let moved = 0
  return {
    now: () => (start ?? Date.now()) + moved,
    advance: (ms) => {
      moved += ms
    },
  }
}

/** A world with an app, its bot and its owner, and nothing else. Ids count up from 1001. */
export function makeWorld(
  options: GithubOptions,
  parts: { objects: Objects; origin: string; key: KeyPair; clock: Clock; outbox: () => Outbox },
): World {
  let last = 1000
  const { clock, key, objects, origin, outbox } = parts
  const enterprise = options.enterprise ?? null
  const empty = { accounts: new Map(), repositories: new Map(), installations: new Map(), tokens: new Map() }
  const world: Omit<World, 'app'> = {
    ...empty,
    origin,
    pages: enterprise === null ? 'https://github.com' : origin,
    enterprise,
    refuseWorkflowTrees: true,
    objects,
    deliveries: [],
    calls: callLog(),
    faults: [],
    limits: { requestsPerHour: null, changesPerMinute: null, changesPerHour: null },
    manifestCodes: new Set(),
    now: () => clock.now(),
    time: () => new Date(clock.now()).toISOString().replace(/\.\d+Z/, 'Z'),
    id: () => ++last,
    emit: (event) => outbox().post(event),
    redeliver: (id) => outbox().redeliver(id),
  }
  return Object.assign(world, { app: makeApp(world, options.app ?? {}, key) })
}

function makeApp(world: Parameters<typeof account>[0], options: NonNullable<GithubOptions['app']>, key: KeyPair) {
  const slug = options.slug ?? 'slipway'
  return {
    id: options.id ?? 4242,
    clientId: 'Iv23liStandInClient1',
    slug,
    name: slug,
    owner: account(world, 'slipway-owner'),
    bot: account(world, `${slug}[bot]`),
    ...key,
    webhookSecret: options.webhookSecret ?? 'a secret of the tests',
    webhookUrl: null,
    permissions: options.permissions ?? defaultPermissions,
    events: [...(options.events ?? defaultEvents)],
    createdAt: world.time(),
  }
}
