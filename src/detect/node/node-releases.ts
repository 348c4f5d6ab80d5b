import { intersects, validRange } from 'semver'
import { endOfLife } from '../end-of-life.ts'

/** Supported lines, in the order in which one is chosen for a range: 22 is the one that every AWS runtime named in this project offers. */
const supported = [22, 24, 26]
const old = [20, 18, 16, 14, 12, 10, 8, 6, 4]

/** The release lines for long-term support by their names, from 4 on: https://github.com/nodejs/Release (read 2026-11-22). */
export const codenames: ReadonlyMap<string, number> = new Map(
  [
    'argon',
    'boron',
    'carbon',
    'dubnium',
    'erbium',
    'fermium',
    'gallium',
    'hydrogen',
    'iron',
    'jod',
    'krypton',
    'lithium',
  ].map((name, i) => [name, 4 + 2 * i]),
)

/** When a release line ended; null while it is supported, or is not known. */
export function endOf(major: number): string | null {
  return supported.includes(major) ? null : (endOfLife('node', String(major))?.on ?? null)
}

/** The range that a pin of any form stands for: `v20.11`, `lts/iron`, `20.x`, `>=18 <21`; null where it says nothing. */
export function rangeOf(pin: string): string | null {
  const text = pin.trim().toLowerCase()
  const codename = codenames.get(text.replace(/^lts[/-]/, ''))
  if (codename !== undefined) return `${codename}.x`
  if (isFloating(text)) return '>=22'
  return validRange(text.replace(/^(?:node@?|nodejs@?)?v?(?=\d)/, '').replace(/^=v/, ''))
}

/** Whether a pin names whatever is newest, so that any other pin says more. */
export function isFloating(pin: string): boolean {
  return /^(lts|lts\/\*|lts\/-\d|node|latest|current|stable|system|\*|lts_latest)$/i.test(pin.trim())
}

/** Whether a range leaves only one release line, so that it pins rather than bounds. */
export function isExact(range: string): boolean {
  return [...supported, ...old, 19, 21, 23, 25].filter((major) => allows(range, major)).length === 1
}

/** Whether some release of a line is within a range. */
export function allows(range: string, major: number): boolean {
  return intersects(range, `>=${major}.0.0 <${major + 1}.0.0-0`)
}

/** The release line to use for a range: the first supported one, else the newest that is allowed; null when it allows none. */
export function lineFor(range: string, needs: string | null): number | null {
  const fits = (major: number) => allows(range, major) && (needs === null || allows(needs, major))
  const odd = [25, 23, 21, 19, 17, 15, 13, 11, 9]
  return [...supported, ...old, ...odd].find(fits) ?? null
}
