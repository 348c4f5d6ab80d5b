import type { Proof } from '../finding.ts'
import { once } from '../once.ts'
import type { Place } from '../place.ts'

/** The gems that a Gemfile installs in production, by name. */
export type Gems = ReadonlyMap<string, Proof>

/** Gems outside the groups for development and test; null where there is no Gemfile. */
export const gemsAt = once((place: Place): Gems | null => {
  const file = place.pick('Gemfile', 'gems.rb')
  const lines = file === undefined ? undefined : place.text(file)?.split('\n')
  if (file === undefined || lines === undefined) return null
  const gems = new Map<string, Proof>()
  let aside = false
  lines.forEach((line, at) => {
    if (/^\s*group\b.*\bdo\b/.test(line)) aside = /:(?:development|test)\b/.test(line) && !/:production\b/.test(line)
    else if (/^end\b/.test(line)) aside = false
    const name = /^\s*gem\s*\(?\s*["']([\w.-]+)["']/.exec(line)?.[1]
    const forWork = /group[s]?:?\s*(?:=>)?\s*\[?:(?:development|test)/.test(line)
    if (name !== undefined && !aside && !forWork && !gems.has(name))
      gems.set(name, { path: place.at(file), line: at + 1, says: line.trim() })
  })
  return gems
})
