/** Names and values. */
export type Environment = Readonly<Record<string, string | undefined>>
/** A value, or the line that says what is wrong with it. */
export type Read<T> = { readonly value: T; readonly wrong: null } | { readonly value: null; readonly wrong: string }

/** What is wrong, as a part of the one line that is shown. */
export function no(wrong: string): { readonly value: null; readonly wrong: string } {
  return { value: null, wrong }
}
