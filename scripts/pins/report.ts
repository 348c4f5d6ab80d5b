import type { Pin } from '../../src/render/actions.ts'
import { faultsOf, type Reading } from './read-pin.ts'

const day = 86_400_000

/** How many days ago a pin was read. `today` in milliseconds. */
export function ageOf({ asOf }: Pin, today: number): number {
  return Math.max(0, Math.floor((today - Date.parse(asOf)) / day))
}

/** The baked table with its age, one line for each pin: what there is without a network (case G57). */
export function bakedReport(pins: readonly Pin[], today: number): string {
  const lines = pins.map((pin) => `${short(pin)}  read ${pin.asOf}, ${ageOf(pin, today)} days ago`)
  const oldest = Math.max(0, ...pins.map((pin) => ageOf(pin, today)))
  return [...lines, '', `${pins.length} actions, the oldest record is ${oldest} days old.`].join('\n')
}

/** What was read, one line for each pin, faults below it; the last line sums up. */
export function readReport(readings: readonly Reading[]): string {
  const lines = readings.flatMap((reading) => [
    `${short(reading.pin)}  ${newer(reading)}`,
    ...faultsOf(reading).map((fault) => `  FAULT ${fault}`),
  ])
  const faults = readings.flatMap(faultsOf).length
  return [...lines, '', `${readings.length} actions, ${faults} ${faults === 1 ? 'fault' : 'faults'}.`].join('\n')
}

function newer({ pin, newest }: Reading): string {
  return newest === null || newest === pin.version ? 'newest' : `${newest} is out`
}

function short({ action, version, sha }: Pin): string {
  return `${action} ${version} ${sha.slice(0, 12)}`
}
