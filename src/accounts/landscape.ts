import type { AccountsWish, Config, StoreKind } from '../model.ts'
import { accountKey, addressPlan, existingRange, type Vpc } from './address-plan.ts'
import { type Network, networkOf } from './network.ts'
import { pairsOf } from './pairs.ts'
import { chooseWays, type Link } from './way.ts'

export type Role = 'management' | 'log-archive' | 'audit' | 'network' | 'images' | 'workload'

/** An account that there will be. `key` is its name, and that of its CLI profile. `ou`: where it hangs in the organization. */
export interface Account {
  readonly key: string
  readonly role: Role
  readonly ou: string
  readonly email: string
  readonly environment: string | null
  readonly products: readonly string[]
  readonly production: boolean
}

/** A store with the account that it moves to. */
export interface Store {
  readonly name: string
  readonly kind: StoreKind
  readonly account: string
  readonly production: boolean
}

/** All that was decided: the accounts, their networks, the links, and where data goes. */
export interface Landscape {
  readonly wish: AccountsWish
  readonly region: string | null
  /** Lowest impact first, production last. */
  readonly environments: readonly string[]
  readonly production: string
  /** Those that others need first. */
  readonly products: readonly string[]
  readonly accounts: readonly Account[]
  readonly vpcs: readonly Vpc[]
  readonly links: readonly Link[]
  readonly network: Network
  readonly stores: readonly Store[]
  readonly existing: { readonly account: string | null; readonly cidr: string | null }
}

/** Works out everything from what is wished. Pure and deterministic. */
export function landscapeOf(given: AccountsWish, config: Pick<Config, 'region'>): Landscape {
  const environments = inOrder(given.environments)
  const production = environments.at(-1) ?? 'production'
  const wish: AccountsWish = { ...given, environments }
  const vpcs = wish.split === 'environment' ? [] : addressPlan(wish)
  const links = chooseWays(pairsOf(wish), vpcs, wish.split)
  const network = networkOf(links, vpcs, wish, production)
  return {
    wish,
    region: wish.region ?? config.region,
    environments,
    production,
    products: neededFirst(wish),
    accounts: accountsOf(wish, production, network),
    ...{ vpcs, links, network },
    stores: storesOf(wish, production),
    existing: { account: wish.existing, cidr: existingRange(wish) },
  }
}

/** What is called production goes last; the rest stays as it is listed. */
function inOrder(environments: readonly string[]): readonly string[] {
  const isProduction = (name: string) => /^(?:prod|production|prd|live)$/u.test(name)
  return [...environments.filter((name) => !isProduction(name)), ...environments.filter(isProduction)]
}

/** A product comes after those that it opens connections to; where they need each other, as listed. */
function neededFirst({ products, links }: AccountsWish): readonly string[] {
  const done: string[] = []
  const visit = (product: string, above: readonly string[]) => {
    if (done.includes(product) || above.includes(product)) return
    for (const { from, to, both } of links) if (from === product && !both) visit(to, [...above, product])
    if (!done.includes(product)) done.push(product)
  }
  for (const product of products) visit(product, [])
  return done
}

function accountsOf(wish: AccountsWish, production: string, { hubs }: Network): readonly Account[] {
  const base = { environment: null, products: [], production: false }
  const account = (key: string, role: Role, ou: string): Account => ({ key, role, ou, email: mail(wish, key), ...base })
  return [
    account('management', 'management', 'Root'),
    account('log-archive', 'log-archive', 'Security'),
    account('audit', 'audit', 'Security'),
    ...(hubs.length > 0 ? [account('network', 'network', 'Infrastructure')] : []),
    ...(wish.images === 'shared' ? [account('images', 'images', 'Deployments')] : []),
    ...wish.environments.flatMap((environment) => workloads(wish, environment, environment === production)),
  ]
}

function workloads(wish: AccountsWish, environment: string, production: boolean): readonly Account[] {
  const ou = production ? 'Workloads/Prod' : /sandbox/u.test(environment) ? 'Sandbox' : 'Workloads/SDLC'
  const one = (key: string, products: readonly string[]): Account => ({
    ...{ key, role: 'workload', ou, email: mail(wish, key), environment, products, production },
  })
  return wish.split === 'environment'
    ? [one(environment, wish.products)]
    : wish.products.map((product) => one(accountKey(product, environment), [product]))
}

function mail({ email }: AccountsWish, key: string): string {
  const [name = 'aws', domain = 'YOUR-DOMAIN'] = email?.split('@') ?? []
  return `${name}+${key}@${domain}`
}

function storesOf({ stores, products, split }: AccountsWish, production: string): readonly Store[] {
  return stores.map(({ name, kind, product, environment }): Store => {
    const where = environment ?? production
    const account = split === 'environment' ? where : accountKey(product ?? products[0] ?? '', where)
    return { name, kind, account, production: where === production }
  })
}
