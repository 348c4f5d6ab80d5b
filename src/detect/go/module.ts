import type { Proof } from '../finding.ts'
import { once } from '../once.ts'
import { lineOf, type Place } from '../place.ts'

/** A `go.mod`: its module, the version of Go, and the modules that it requires directly. */
export interface GoModule {
  readonly module: string
  readonly version: string | null
  readonly requires: ReadonlyMap<string, Proof>
}

/** The module of a place; null where there is no `go.mod`. */
export const goModule = once((place: Place): GoModule | null => {
  const text = place.text('go.mod')
  if (text === undefined) return null
  const requires = new Map<string, Proof>()
  text.split('\n').forEach((line, at) => {
    const path = /^\s*(?:require\s+)?([\w.-]+\.[\w.-]+\/\S+)\s+v\S+(?!.*\/\/ indirect)/.exec(line)?.[1]
    if (path !== undefined && !line.includes('// indirect'))
      requires.set(path, { path: place.at('go.mod'), line: at + 1, says: line.trim() })
  })
  return {
    module: /^module\s+(\S+)/m.exec(text)?.[1] ?? '',
    version: /^go\s+(\d+\.\d+)/m.exec(text)?.[1] ?? null,
    requires,
  }
})

/** Proof of the line that says the version. */
export function versionProof(place: Place): Proof {
  const text = place.text('go.mod')
  const line = /^go\s+\S+/m.exec(text ?? '')?.[0] ?? 'go.mod'
  return { path: place.at('go.mod'), line: lineOf(text, /^go\s/m), says: line }
}
