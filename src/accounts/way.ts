import { overlaps } from '../config/accounts/cidr.ts'
import type { AccountsWish } from '../model.ts'
import type { Say } from '../text.ts'
import type { Vpc } from './address-plan.ts'
import { environmentsOf, isOneWay, type Pair } from './pairs.ts'

/** How two products reach each other. */
export type Way = 'same-account' | 'peering' | 'transit-gateway' | 'privatelink'

/** A pair with the way that was chosen, why, and why no other. `id` as in the texts: `L1`. */
export interface Link extends Pair {
  readonly id: string
  readonly way: Way
  readonly because: Say
  readonly rejected: readonly { readonly way: Way; readonly because: Say }[]
}

type Chosen = Pick<Link, 'way' | 'because' | 'rejected'>

/** So many pairs that talk both ways are still easy to keep apart as single connections. */
const fewPairs = 2

/**
 * Chooses the way of each pair. The same one in every environment, so that staging shows what production will do:
 * 1. in one account there is nothing to connect;
 * 2. ranges that overlap, or that overlap with another network on the same routes: PrivateLink, which needs no routes;
 * 3. connections from one side only: PrivateLink, which opens one port and no network;
 * 4. both ways between few pairs: VPC peering;
 * 5. both ways between many: Transit Gateway.
 */
export function chooseWays(
  pairs: readonly Pair[],
  vpcs: readonly Vpc[],
  split: AccountsWish['split'],
): readonly Link[] {
  const numbered = (chosen: Chosen, pair: Pair, index: number): Link => ({ id: `L${index + 1}`, ...pair, ...chosen })
  if (split === 'environment') return pairs.map((pair, index) => numbered(sameAccount, pair, index))
  const collide = (one: string, other: string, where: readonly string[]) => collision(vpcs, one, other, where)
  const bothWays = pairs.filter((pair) => !isOneWay(pair) && !collide(pair.one, pair.other, environmentsOf(pair)))
  const { routed, crowded } = withoutCrowds(bothWays, vpcs)
  return pairs.map((pair, index) => {
    const overlap = collide(pair.one, pair.other, environmentsOf(pair))
    if (overlap !== null) return numbered(overlapping(overlap), pair, index)
    const crowd = crowded.get(pair)
    if (crowd !== undefined) return numbered(crowdedOut(crowd), pair, index)
    if (isOneWay(pair)) return numbered(oneWay, pair, index)
    const many = component(pair, routed).length
    return numbered(many > fewPairs ? manyToMany(many) : oneToOne, pair, index)
  })
}

/** Two networks in one environment whose ranges share addresses. */
interface Collision {
  readonly one: Vpc
  readonly other: Vpc
}

function collision(vpcs: readonly Vpc[], one: string, other: string, where: readonly string[]): Collision | null {
  for (const environment of where) {
    const a = vpcs.find((vpc) => vpc.product === one && vpc.environment === environment)
    const b = vpcs.find((vpc) => vpc.product === other && vpc.environment === environment)
    if (a !== undefined && b !== undefined && overlaps(a.cidr, b.cidr)) return { one: a, other: b }
  }
  return null
}

/**
 * A network cannot have routes to two others of the same range. Of two such products that hang together over routes, the later
 * one in the list gives way with all of its pairs.
 */
function withoutCrowds(
  pairs: readonly Pair[],
  vpcs: readonly Vpc[],
): { readonly routed: readonly Pair[]; readonly crowded: ReadonlyMap<Pair, Collision> } {
  const crowded = new Map<Pair, Collision>()
  let routed = pairs
  for (let found = firstCrowd(routed, vpcs); found !== null; found = firstCrowd(routed, vpcs)) {
    const { other } = found
    for (const pair of routed.filter((one) => touches(one, other.product))) crowded.set(pair, found)
    routed = routed.filter((pair) => !touches(pair, other.product))
  }
  return { routed, crowded }
}

function firstCrowd(pairs: readonly Pair[], vpcs: readonly Vpc[]): Collision | null {
  for (const pair of pairs) {
    const together = component(pair, pairs)
    const products = [...new Set(together.flatMap(({ one, other }) => [one, other]))]
    const order = [...new Set(vpcs.map(({ product }) => product))].filter((product) => products.includes(product))
    const environments = [...new Set(together.flatMap(environmentsOf))]
    for (const [index, one] of order.entries())
      for (const other of order.slice(index + 1)) {
        const found = collision(vpcs, one, other, environments)
        if (found !== null) return found
      }
  }
  return null
}

function touches({ one, other }: Pair, product: string): boolean {
  return one === product || other === product
}

/** The pairs that hang together with this one. */
function component(pair: Pair, pairs: readonly Pair[]): readonly Pair[] {
  const products = new Set([pair.one, pair.other])
  for (let size = 0; size !== products.size; ) {
    size = products.size
    for (const { one, other } of pairs)
      if (products.has(one) || products.has(other)) {
        products.add(one)
        products.add(other)
      }
  }
  return pairs.filter(({ one }) => products.has(one))
}

const sameAccount: Chosen = { way: 'same-account', because: ({ accounts }) => accounts.sameAccount, rejected: [] }

const oneWay: Chosen = {
  way: 'privatelink',
  because: ({ accounts }) => accounts.oneWay,
  rejected: [
    { way: 'peering', because: ({ accounts }) => accounts.notPeeringOneWay },
    { way: 'transit-gateway', because: ({ accounts }) => accounts.notHubOneWay },
  ],
}

const oneToOne: Chosen = {
  way: 'peering',
  because: ({ accounts }) => accounts.oneToOne,
  rejected: [
    { way: 'transit-gateway', because: ({ accounts }) => accounts.notHubFew(fewPairs) },
    { way: 'privatelink', because: ({ accounts }) => accounts.notPrivateLinkBoth },
  ],
}

function manyToMany(pairs: number): Chosen {
  return {
    way: 'transit-gateway',
    because: ({ accounts }) => accounts.manyToMany(pairs),
    rejected: [
      { way: 'peering', because: ({ accounts }) => accounts.notPeeringMany(pairs) },
      { way: 'privatelink', because: ({ accounts }) => accounts.notPrivateLinkBoth },
    ],
  }
}

function overlapping({ one, other }: Collision): Chosen {
  return byOverlap(({ accounts }) => accounts.overlap(one.key, one.cidr, other.key, other.cidr))
}

function crowdedOut({ one, other }: Collision): Chosen {
  return byOverlap(({ accounts }) => accounts.crowd(one.key, one.cidr, other.key, other.cidr))
}

function byOverlap(because: Say): Chosen {
  return {
    way: 'privatelink',
    because,
    rejected: [
      { way: 'peering', because: ({ accounts }) => accounts.notPeeringOverlap },
      { way: 'transit-gateway', because: ({ accounts }) => accounts.notHubOverlap },
    ],
  }
}
