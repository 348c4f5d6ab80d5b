import { intersects, validRange } from 'semver'

/**
 * Release lines of Node.js and the day each one ends: https://github.com/nodejs/Release (read 2026-11-22).
 * Odd lines are never chosen.
 */
const ends: ReadonlyMap<number, string> = new Map([
  [4, '2018-04-30'],
  [5, '2016-06-30'],
  [6, '2019-04-30'],
  [7, '2017-06-30'],
  [8, '2019-12-31'],
  [9, '2018-06-30'],
  [10, '2021-04-30'],
  [11, '2019-06-01'],
  [12, '2022-04-30'],
  [13, '2020-06-01'],
  [14, '2023-04-30'],
  [15, '2021-06-01'],
  [16, '2023-09-11'],
  [17, '2022-06-01'],
  [18, '2025-04-30'],
  [19, '2023-06-01'],
  [20, '2026-04-30'],
  [21, '2024-06-01'],
  [22, '2027-04-30'],
  [23, '2025-06-01'],
  [24, '2028-04-30'],
  [25, '2026-06-01'],
  [26, '2029-04-30'],
])

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
  return supported.includes(major) ? null : (ends.get(major) ?? null)
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
