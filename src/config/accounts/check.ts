import type { LinkWish, NetworkWish, StoreWish } from '../../model.ts'
import type { Say } from '../../text.ts'
import type { Position } from '../node.ts'
import type { Reading } from '../shape.ts'
import { unknownName } from './name.ts'
import { existingName } from './network.ts'
import type { Placed } from './phrase.ts'

/** What was read, each part with its place. */
export interface Declared {
  readonly environments: readonly Placed<{ readonly name: string }>[]
  readonly products: readonly Placed<{ readonly name: string }>[]
  readonly links: readonly Placed<LinkWish>[]
  readonly networks: readonly Placed<NetworkWish>[]
  readonly stores: readonly Placed<StoreWish>[]
}

/** More than this is no start of several accounts, and no pull request that a person can review. */
const most = { environments: 6, products: 12, links: 30, networks: 80, stores: 40 } as const

/** Accounts of these names are there anyway, or the word means something else in a line. */
export const reserved: readonly string[] = [
  'management',
  'audit',
  'log-archive',
  'network',
  'images',
  'in',
  existingName,
]

/** Reports what does not fit together: names that are not declared, doubles, links to oneself. */
export function check(all: Declared, report: Reading['report']): void {
  for (const key of ['environments', 'products', 'links', 'networks', 'stores'] as const) {
    const extra = all[key][most[key]]
    if (extra !== undefined) report(extra.at, ({ accountsForm }) => accountsForm.tooMany(most[key]))
  }
  checkNames(all, report)
  checkReferences(all, report)
  doubles(all.stores, ({ name }) => name, report)
  doubles(all.networks, ({ product, environment }) => `${product} ${environment ?? ''}`, report)
}

/** Every product and environment that is named must be declared. */
function checkReferences(
  { products, environments, links, networks, stores }: Declared,
  report: Reading['report'],
): void {
  const names = { product: products.map(({ name }) => name), environment: environments.map(({ name }) => name) }
  const known = (what: 'product' | 'environment', words: readonly (string | null)[], at: Position) => {
    for (const word of words.filter((one) => one !== null))
      if (names[what].length > 0 && !names[what].includes(word)) report(at, unknownName(what, word, names[what]))
  }
  for (const { from, to, environments: where, at } of links) {
    known('product', [from, to], at)
    known('environment', where ?? [], at)
    if (from === to) report(at, ({ accountsForm }) => accountsForm.toItself)
  }
  for (const { product, environment, at } of networks) {
    known('product', product === existingName ? [] : [product], at)
    known('environment', [environment], at)
  }
  for (const { product, environment, at } of stores) {
    known('product', [product], at)
    known('environment', [environment], at)
    if (product === null && products.length > 1) report(at, ({ accountsForm }) => accountsForm.whoseStore)
  }
}

function checkNames({ environments, products }: Declared, report: Reading['report']): void {
  for (const { name, at } of [...environments, ...products])
    if (reserved.includes(name)) report(at, ({ accountsForm }) => accountsForm.reserved(name))
  doubles(environments, ({ name }) => name, report)
  doubles(products, ({ name }) => name, report)
  const keys = new Map<string, string>()
  for (const { name, at } of products)
    for (const { name: environment } of environments) {
      const key = `${name}-${environment}`
      const other = keys.get(key)
      if (other !== undefined && other !== name) report(at, ({ accountsForm }) => accountsForm.sameAccount(key))
      keys.set(key, name)
    }
}

function doubles<T extends object>(
  items: readonly Placed<T>[],
  keyOf: (item: T) => string,
  report: Reading['report'],
): void {
  const seen = new Set<string>()
  const twice: Say = ({ accountsForm }) => accountsForm.twice
  for (const item of items) {
    const key = keyOf(item)
    if (seen.has(key)) report(item.at, twice)
    seen.add(key)
  }
}
