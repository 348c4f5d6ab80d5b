import type { FlagOf } from '../../command/flag.ts'

/** What may be written in a place: one of a few words, a folder, a file, or anything. */
export type Place =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'folder' | 'file' | 'anything' }

/** What a placeholder of the help text stands for: `a|b` is a choice, `folder` and `file` are found on the disk. */
export function placeOf(placeholder: string): Place {
  if (placeholder.includes('|')) return { kind: 'words', words: placeholder.split('|') }
  return { kind: placeholder === 'folder' || placeholder === 'file' ? placeholder : 'anything' }
}

/** The placeholder of a flag; null for a switch. */
export function placeOfFlag({ value }: Pick<FlagOf<never>, 'value'>): Place | null {
  return value === null ? null : placeOf(value)
}
