import { pins } from '../../render/actions-table.ts'
import { left, refused, takenOver } from './troubled-actions.ts'
import { isBefore, type Use } from './uses.ts'

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

/** How many major versions behind; 0 where that is not known, or where another rule says that it does not run at all. */
export function behind(use: Use): number {
  const pin = pinOfUse(use)
  const [newest] = /\d+/.exec(pin?.version ?? '') ?? []
  const [own] = use.version
  if (newest === undefined || own === undefined) return 0
  const isRefused = refused.some(({ action, before }) => action === use.action && own < (before[0]?.[0] ?? 0))
  return isRefused ? 0 : Number(newest) - own
}

/** Whether another complaint says already what is to stand in place of a `uses:`. */
export function isMended(use: Use): boolean {
  return (
    behind(use) > 0 ||
    refused.some(
      ({ action, before }) => action === use.action && before.some((bound) => isBefore(use.version, bound)),
    ) ||
    takenOver.some(({ action, fixed }) => action === use.action && isBefore(use.version, fixed)) ||
    left.some(({ action }) => action.test(use.action))
  )
}
