import { overlaps } from '../config/accounts/cidr.ts'
import { existingName } from '../config/accounts/network.ts'
import type { AccountsWish, StoreWish } from '../model.ts'
import { existingRange, type Vpc } from './address-plan.ts'
import { environmentsOf, portsOf } from './pairs.ts'
import { storePort } from './store-port.ts'
import type { Link } from './way.ts'

/** Two networks with routes to each other. Ports are what the other side may open connections to. */
export interface Peering {
  readonly link: string
  readonly requester: Vpc
  readonly accepter: Vpc
  readonly portsOfAccepter: readonly number[]
  readonly portsOfRequester: readonly number[]
  /** Only until the data has moved out of the account that is left. */
  readonly temporary: boolean
}

/** One network on a hub, and whom it talks to there. */
export interface Spoke {
  readonly vpc: Vpc
  readonly partners: readonly { readonly vpc: Vpc; readonly link: string; readonly mayOpen: readonly number[] }[]
}

/** The Transit Gateway of one environment. */
export interface Hub {
  readonly environment: string
  readonly spokes: readonly Spoke[]
}

/** A product that others reach over PrivateLink, in one environment. */
export interface Offer {
  readonly provider: Vpc
  readonly consumers: readonly { readonly vpc: Vpc; readonly link: string; readonly ports: readonly number[] }[]
}

/** Everything between the accounts. */
export interface Network {
  readonly peerings: readonly Peering[]
  readonly hubs: readonly Hub[]
  readonly offers: readonly Offer[]
}

/** The connections that the chosen ways need, environment by environment. No two ends lie in different environments. */
export function networkOf(
  links: readonly Link[],
  vpcs: readonly Vpc[],
  wish: AccountsWish,
  production: string,
): Network {
  const of = (product: string, environment: string) => vpcAt(vpcs, product, environment)
  const places = links.flatMap((link) => environmentsOf(link).map((environment) => ({ link, environment })))
  const peerings = places
    .filter(({ link }) => link.way === 'peering')
    .map(
      ({ link, environment }): Peering => ({
        link: link.id,
        requester: of(link.one, environment),
        accepter: of(link.other, environment),
        portsOfAccepter: portsOf(link, link.one, environment),
        portsOfRequester: portsOf(link, link.other, environment),
        temporary: false,
      }),
    )
  const hubs = wish.environments.flatMap((environment) => hubIn(environment, links, of))
  return {
    peerings: [...peerings, ...toExisting(vpcs, wish, production, { peerings, hubs })],
    hubs,
    offers: wish.environments.flatMap((environment) =>
      wish.products.flatMap((product) => offerOf(product, environment, links, of)),
    ),
  }
}

type Of = (product: string, environment: string) => Vpc

function vpcAt(vpcs: readonly Vpc[], product: string, environment: string): Vpc {
  const found = vpcs.find((vpc) => vpc.product === product && vpc.environment === environment)
  if (found === undefined) throw new Error(`no network of ${product} in ${environment}`)
  return found
}

function hubIn(environment: string, links: readonly Link[], of: Of): Hub[] {
  const mine = links.filter((link) => link.way === 'transit-gateway' && environmentsOf(link).includes(environment))
  const products = [...new Set(mine.flatMap(({ one, other }) => [one, other]))]
  const spokes = products.map((product): Spoke => {
    const partners = mine.flatMap((link) => {
      const partner = link.one === product ? link.other : link.other === product ? link.one : null
      if (partner === null) return []
      return [{ vpc: of(partner, environment), link: link.id, mayOpen: portsOf(link, partner, environment) }]
    })
    return { vpc: of(product, environment), partners }
  })
  return spokes.length === 0 ? [] : [{ environment, spokes }]
}

function offerOf(product: string, environment: string, links: readonly Link[], of: Of): Offer[] {
  const consumers = links
    .filter(({ way, one, other }) => way === 'privatelink' && (one === product || other === product))
    .flatMap((link) => {
      const from = link.one === product ? link.other : link.one
      const ports = portsOf(link, from, environment)
      return ports.length === 0 ? [] : [{ vpc: of(from, environment), link: link.id, ports }]
    })
  return consumers.length === 0 ? [] : [{ provider: of(product, environment), consumers }]
}

/**
 * Until the data has moved, what runs in the new production accounts reaches it where it is: by a peering with the account that is left,
 * where its range is known and overlaps with none on the same routes.
 */
function toExisting(
  vpcs: readonly Vpc[],
  wish: AccountsWish,
  production: string,
  routes: Pick<Network, 'peerings' | 'hubs'>,
): readonly Peering[] {
  const cidr = existingRange(wish)
  if (cidr === null || wish.existing === null || wish.split === 'environment') return []
  const existing: Vpc = { key: existingName, product: existingName, environment: production, cidr, given: true }
  const taken: Vpc[] = [existing]
  return wish.products.flatMap((product): Peering[] => {
    const ports = portsOfStores(wish, product, production)
    const requester = vpcAt(vpcs, product, production)
    const others = routedFrom(requester, routes)
    if (ports.length === 0 || taken.some((other) => overlaps(other.cidr, requester.cidr))) return []
    if (others.some((other) => overlaps(other.cidr, cidr))) return []
    taken.push(requester)
    const rest = { portsOfAccepter: ports, portsOfRequester: [], temporary: true }
    return [{ link: `T${taken.length - 1}`, requester, accepter: existing, ...rest }]
  })
}

/** Whom an offer lets in, by range: consumers may have the same one, and a rule can be there once only. */
export function rangesOf({ consumers }: Offer): readonly { cidr: string; ports: readonly number[]; whose: string }[] {
  return [...Map.groupBy(consumers, ({ vpc }) => vpc.cidr)].map(([cidr, all]) => ({
    cidr,
    ports: [...new Set(all.flatMap(({ ports }) => ports))].sort((a, b) => a - b),
    whose: all.map(({ vpc }) => vpc.key).join(', '),
  }))
}

/** The networks that this one has routes to. */
export function routedFrom({ key }: Vpc, { peerings, hubs }: Pick<Network, 'peerings' | 'hubs'>): readonly Vpc[] {
  const direct = peerings.flatMap(({ requester, accepter }) =>
    requester.key === key ? [accepter] : accepter.key === key ? [requester] : [],
  )
  const spokes = hubs.flatMap((hub) => hub.spokes).filter(({ vpc }) => vpc.key === key)
  return [...direct, ...spokes.flatMap(({ partners }) => partners.map(({ vpc }) => vpc))]
}

function portsOfStores({ stores, products }: AccountsWish, product: string, production: string): readonly number[] {
  const mine = (store: StoreWish) =>
    (store.product ?? products[0]) === product && (store.environment ?? production) === production
  const ports = stores.filter(mine).flatMap(({ kind }) => storePort(kind) ?? [])
  return [...new Set(ports)].sort((a, b) => a - b)
}
