import type { AccountsWish } from '../model.ts'

/** One direction: `from` opens connections to these TCP ports of `to`. */
export interface Flow {
  readonly from: string
  readonly to: string
  readonly ports: readonly number[]
  readonly environments: readonly string[]
}

/** Two products that talk to each other, in whichever direction. `one` comes first in the list of products. */
export interface Pair {
  readonly one: string
  readonly other: string
  readonly flows: readonly Flow[]
}

/** The wished links by pairs of products, in the order of the products. */
export function pairsOf({ links, products, environments }: AccountsWish): readonly Pair[] {
  const flows = links.flatMap(({ from, to, both, ports, environments: where }): Flow[] => {
    const flow = { from, to, ports, environments: where ?? environments }
    return both ? [flow, { ...flow, from: to, to: from }] : [flow]
  })
  return products.flatMap((one, index) =>
    products.slice(index + 1).flatMap((other): Pair[] => {
      const mine = flows.filter(({ from, to }) => (from === one && to === other) || (from === other && to === one))
      return mine.length === 0 ? [] : [{ one, other, flows: mine }]
    }),
  )
}

/** Whether connections are opened from one side only. */
export function isOneWay({ flows }: Pair): boolean {
  return new Set(flows.map(({ from }) => from)).size === 1
}

/** The environments in which the two talk. */
export function environmentsOf({ flows }: Pair): readonly string[] {
  return [...new Set(flows.flatMap(({ environments }) => environments))]
}

/** The ports that are opened from one product to another in an environment, in rising order. */
export function portsOf({ flows }: Pair, from: string, environment: string): readonly number[] {
  const mine = flows.filter((flow) => flow.from === from && flow.environments.includes(environment))
  return [...new Set(mine.flatMap(({ ports }) => ports))].sort((a, b) => a - b)
}
