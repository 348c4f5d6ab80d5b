import type { ScopeRule } from './draft.ts'
import { onePlace } from './one-place.ts'
import { workers } from './workers.ts'

/** The rules that see all places at once, in the order in which they are applied. */
export const scopeRules: readonly ScopeRule[] = [onePlace, workers]
