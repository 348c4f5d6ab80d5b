import { nearest } from '../command/nearest.ts'
import type { Say } from '../text.ts'
import type { Entry, Node } from './node.ts'
import { type Reading, type Schema, type Shape, wrong } from './shape.ts'

/** One key of a mapping. `about` is for editors: one or two sentences. */
export interface Field<T> {
  readonly key: string
  readonly about: string
  readonly shape: Shape<T>
  readonly needed?: true
  /** Only the organisation's file may say it: a repository's own people must not. */
  readonly organisationOnly?: true
}

/** The value of a field, or null where it is absent or wrong. */
export type Get = <T>(field: Field<T>) => T | null

/**
 * A mapping with these keys and no others. Keys that are not known are reported with the nearest one, and so are keys that are missing,
 * or that belong into the other file. `make` gives the value, or null where it cannot be one.
 */
export function mapping<T>(
  fields: readonly Field<unknown>[],
  make: (get: Get, node: Node, reading: Reading) => T | null,
): Shape<T> {
  return {
    schema: schemaOf(fields),
    read: (node, reading) => {
      const found = entriesOf(node, fields, reading)
      const get: Get = (field) => {
        const entry = found.get(field.key)
        if (entry !== undefined) return field.shape.read(entry.node, reading)
        return field.needed ? wrong(reading.report, node.at, ({ config }) => config.missing(field.key)) : null
      }
      return make(get, node, reading)
    },
  }
}

function schemaOf(fields: readonly Field<unknown>[]): Schema {
  const properties = fields.map(({ key, about, shape, organisationOnly }): [string, Schema] => [
    key,
    { description: organisationOnly ? `${about} In the organisation's file only.` : about, ...shape.schema },
  ])
  const required = fields.flatMap(({ key, needed }) => (needed ? [key] : []))
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
  }
}

function entriesOf(
  node: Node,
  fields: readonly Field<unknown>[],
  { level, report }: Reading,
): ReadonlyMap<string, Entry> {
  if (node.kind !== 'map') {
    report(node.at, ({ config }) => config.mapping)
    return new Map()
  }
  const found = new Map<string, Entry>()
  for (const entry of node.entries) {
    const field = fields.find(({ key }) => key === entry.key)
    if (field === undefined) report(entry.at, unknown(entry.key, fields))
    else if (field.organisationOnly && level === 'repository') report(entry.at, misplaced(field.key))
    else found.set(entry.key, entry)
  }
  return found
}

function unknown(key: string, fields: readonly Field<unknown>[]): Say {
  const known = fields.map((field) => field.key)
  return ({ config }) => config.unknownKey(shown(key), nearest(key.toLowerCase(), known), known)
}

function misplaced(key: string): Say {
  return ({ config }) => config.misplaced(key)
}

function shown(key: string): string {
  return key.replace(/[^\w .-]/gu, '?').slice(0, 40)
}
