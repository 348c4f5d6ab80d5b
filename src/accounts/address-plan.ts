import { overlaps } from '../config/accounts/cidr.ts'
import { existingName } from '../config/accounts/network.ts'
import type { AccountsWish } from '../model.ts'

/** The network of a product in an environment. `key` is the name of its account. `given`: the range was wished for. */
export interface Vpc {
  readonly key: string
  readonly product: string
  readonly environment: string
  readonly cidr: string
  readonly given: boolean
}

/** The name of the account of a product in an environment. */
export function accountKey(product: string, environment: string): string {
  return `${product}-${environment}`
}

/**
 * A network for each product in each environment: the range that was given, else the next /16 from 10.16.0.0 on that overlaps with none
 * that is given. Ranges that are chosen here never overlap with any other.
 */
export function addressPlan(wish: AccountsWish): readonly Vpc[] {
  const free = freeRanges(wish.networks.map(({ cidr }) => cidr))
  return wish.environments.flatMap((environment) =>
    wish.products.map((product): Vpc => {
      const cidr = givenRange(wish, product, environment)
      const rest = { key: accountKey(product, environment), product, environment }
      return { ...rest, cidr: cidr ?? next(free), given: cidr !== null }
    }),
  )
}

/** The range of the network in the account that is left, where it was told. */
export function existingRange({ networks }: AccountsWish): string | null {
  return networks.find(({ product }) => product === existingName)?.cidr ?? null
}

function givenRange({ networks }: AccountsWish, product: string, environment: string): string | null {
  const mine = networks.filter((one) => one.product === product)
  const found = mine.find((one) => one.environment === environment) ?? mine.find((one) => one.environment === null)
  return found?.cidr ?? null
}

function* freeRanges(taken: readonly string[]): Generator<string, void> {
  // 10.0 to 10.15 are what offices and other people's VPCs take most.
  for (let second = 16; second < 256; second += 1) {
    const cidr = `10.${second}.0.0/16`
    if (taken.every((other) => !overlaps(cidr, other))) yield cidr
  }
  for (let second = 64; second < 128; second += 1) {
    const cidr = `100.${second}.0.0/16`
    if (taken.every((other) => !overlaps(cidr, other))) yield cidr
  }
}

function next(ranges: Generator<string, void>): string {
  const { value } = ranges.next()
  if (value === undefined) throw new Error('no address range is free')
  return value
}
