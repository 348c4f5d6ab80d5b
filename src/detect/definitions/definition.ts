import type { Reads } from '../detector.ts'
import type { Finding } from '../finding.ts'
import type { Place } from '../place.ts'
import type { Stack } from '../stack.ts'

/** What a definition says about its folder, and which toolchain builds it. */
export interface Defined {
  readonly findings: readonly Finding[]
  /** Install command, package manager, runtime … come from there where the definition does not name them; null: from none. */
  readonly tools: Stack | null
}

/** Recognises the file that defines a serverless app. Pure. */
export interface Definition extends Reads {
  /** Null where the place holds none. `known` is what the detectors found in the place. */
  find(place: Place, known: readonly Finding[]): Defined | null
}
