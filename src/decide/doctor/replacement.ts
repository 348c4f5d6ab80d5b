import { pins } from '../../render/actions-table.ts'
import type { Use } from './uses.ts'

const byName = new Map(pins.map((pin) => [pin.action.toLowerCase(), pin]))

/** The pin of the table for the action of a `uses:`; undefined where the table has none. */
export function pinOfUse({ action }: Use) {
  return byName.get(action)
}

/** The `uses:` that is to stand in place of these: each once, in order, at the commit of the table. */
export function replacements(uses: readonly Use[]): readonly string[] {
  const lines = uses.flatMap((use) => {
    const pin = pinOfUse(use)
    return pin === undefined ? [] : [`uses: ${pin.action}@${pin.sha} # ${pin.version}`]
  })
  return [...new Set(lines)]
}
