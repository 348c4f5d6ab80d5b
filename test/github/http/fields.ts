import { unprocessable } from './refusal.ts'

/** The members of a JSON object that somebody sent. */
export type Fields = Readonly<Record<string, unknown>>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asFields(value: unknown): Fields {
  if (isFields(value)) return value
  throw unprocessable("Invalid request.\n\nFor 'links/0/schema', the value is not an object.")
}

/** Reads a body; an empty one is an object without members. */
export function parseFields(body: Buffer): Fields {
  if (body.length === 0) return {}
  try {
    return asFields(JSON.parse(body.toString('utf8')))
  } catch (error) {
    if (error instanceof SyntaxError) throw unprocessable('Problems parsing JSON')
    throw error
  }
}

/** A string that must be there. Refuses with 422 in GitHub's words. */
export function text(fields: Fields, name: string): string {
  if (fields[name] === undefined) throw unprocessable(`Invalid request.\n\n"${name}" wasn't supplied.`)
  return optionalText(fields, name) ?? wrong(name, 'nil', 'string')
}

/** A string, or null where it is absent or null. */
export function optionalText(fields: Fields, name: string): string | null {
  const value = fields[name] ?? null
  return value === null || typeof value === 'string' ? value : wrong(name, JSON.stringify(value), 'string')
}

export function optionalNumber(fields: Fields, name: string): number | null {
  const value = fields[name] ?? null
  return value === null || typeof value === 'number' ? value : wrong(name, JSON.stringify(value), 'number')
}

export function flag(fields: Fields, name: string): boolean {
  const value = fields[name] ?? false
  return typeof value === 'boolean' ? value : wrong(name, JSON.stringify(value), 'boolean')
}

/** A list, or null where it is absent. */
export function optionalList(fields: Fields, name: string): readonly unknown[] | null {
  const value = fields[name] ?? null
  return value === null || Array.isArray(value) ? value : wrong(name, JSON.stringify(value), 'array')
}

export function texts(fields: Fields, name: string): readonly string[] {
  return (optionalList(fields, name) ?? []).map((value) =>
    typeof value === 'string' ? value : wrong(name, JSON.stringify(value), 'string'),
  )
}

/** One of the allowed values, or null where it is absent. */
export function oneOf<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T | null {
  const value = optionalText(fields, name)
  if (value === null) return null
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw unprocessable(`Invalid request.\n\n${value} is not a member of ${JSON.stringify(allowed)}.`)
}

function wrong(name: string, value: string, type: string): never {
  throw unprocessable(`Invalid request.\n\nFor 'properties/${name}', ${value} is not a ${type}.`)
}
