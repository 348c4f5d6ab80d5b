import type { Delivery } from '../state/delivery.ts'
import type { World } from '../world.ts'
import { markFailed, prepare, repeat, send } from './deliver.ts'
import type { Event } from './event.ts'

/**
 * What becomes of a delivery: `send` (the rule), `twice` (at the same time), `hold` (until `release`), `fail` (not sent, and
 * logged as if the app had been down), `lose` (not sent, and not in the log either).
 */
export type Fate = 'send' | 'twice' | 'hold' | 'fail' | 'lose'

/** The way of deliveries to the app. */
export interface Outbox {
  /** Decides what becomes of each delivery; set it to make GitHub unreliable. */
  fate: (delivery: Delivery) => Fate
  /** Deliveries that wait, oldest first. */
  readonly held: Delivery[]
  /** Queues what happened. `done` settles when the app has answered. */
  post(event: Event): { readonly delivery: Delivery | null; readonly done: Promise<void> }
  /** Sends what waits, in the order that `order` gives it, one after another. */
  release(order?: (held: readonly Delivery[]) => readonly Delivery[]): Promise<void>
  /** Sends a delivery of the log again, by its id, as the button of the settings page does. */
  redeliver(id: number): Promise<Delivery>
  /** Settles when nothing is under way any more. */
  idle(): Promise<void>
}

export function openOutbox(world: World): Outbox {
  const underWay = new Set<Promise<unknown>>()
  const track = (promise: Promise<unknown>) => {
    const settled: Promise<void> = promise.then(() => {
      underWay.delete(settled)
    })
    underWay.add(settled)
    return settled
  }
  const outbox: Outbox = {
    fate: () => 'send',
    held: [],
    post: (event) => {
      const delivery = prepare(world, event)
      if (delivery === null) return { delivery, done: Promise.resolve() }
      return { delivery, done: track(carryOut(world, outbox, delivery)) }
    },
    release: async (order = (held) => held) => {
      for (const delivery of order(outbox.held.splice(0))) await track(send(world, delivery))
    },
    redeliver: async (id) => {
      const delivery = world.deliveries.find((one) => one.id === id)
      if (delivery === undefined) throw new Error(`no delivery ${id} in the log`)
      const again = repeat(world, delivery)
      world.deliveries.push(again)
      await track(send(world, again))
      return again
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
  return outbox
}

async function carryOut(world: World, outbox: Outbox, delivery: Delivery): Promise<void> {
  const fate = outbox.fate(delivery)
  if (fate === 'lose') return
  world.deliveries.push(delivery)
  if (fate === 'hold') outbox.held.push(delivery)
  if (fate === 'fail') markFailed(delivery, 'failed to connect to host', 502)
  if (fate === 'send') await send(world, delivery)
  if (fate === 'twice') await Promise.all([send(world, delivery), send(world, delivery)])
}
