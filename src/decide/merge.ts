import { diff3Merge } from 'node-diff3'

/** A three-way merge of text. `conflict` is what a person must decide, as text with the usual markers. */
export type Merged =
  | { readonly kind: 'clean'; readonly content: string }
  | { readonly kind: 'conflict'; readonly conflict: string }

/**
 * Merges two versions of a text that come from the same base, line by line. Changes that both made alike are no conflict.
 * Where they differ, only the hunks that differ are given: yours above, the template's below.
 */
export function merge(base: string, yours: string, template: string): Merged {
  const lines = (text: string) => text.split('\n')
  const regions = diff3Merge(lines(yours), lines(base), lines(template), { excludeFalseConflicts: true })
  const hunks = regions.flatMap(({ conflict }) => conflict ?? [])
  if (hunks.length === 0) return { kind: 'clean', content: regions.flatMap(({ ok }) => ok ?? []).join('\n') }
  const texts = hunks.map(({ a, b }) => ['<<<<<<< yours', ...a, '=======', ...b, '>>>>>>> template'].join('\n'))
  return { kind: 'conflict', conflict: texts.join('\n…\n') }
}
