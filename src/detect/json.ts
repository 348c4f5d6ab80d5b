/** Anything that JSON, YAML or TOML can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A mapping without a prototype of its own: `constructor` and `__proto__` are plain keys. */
export type JsonRecord = Readonly<Record<string, Json>>

const empty: JsonRecord = Object.freeze(Object.create(null))

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as a mapping; an empty one for everything else. Only own keys count. */
export function record(value: Json | undefined): JsonRecord {
  return isRecord(value) ? value : empty
}

/** An own key of a mapping; undefined for a missing one and for a value that is no mapping. */
export function get(value: Json | undefined, ...keys: readonly string[]): Json | undefined {
  let at = value
  for (const key of keys) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return undefined
    at = at[key]
  }
  return at
}

/** The value as text; null for everything else and for blank text. */
export function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

/** The value as a list; an empty one for everything else. */
export function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? value : []
}

/** The text items of a list; a single text counts as a list of one. */
export function texts(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  return list(value).filter((item) => typeof item === 'string')
}
