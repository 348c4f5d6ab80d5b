import type { ScopeRule } from './draft.ts'

/** The rules that see all places at once, in the order in which they are applied. */
export const scopeRules: readonly ScopeRule[] = []
