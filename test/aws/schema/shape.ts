/** What an operation takes or gives, as the SDK's own packages publish it (`schemas_0.js`, the static form of `@smithy/types`). */
export type Shape =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'blob' | 'document' }
  | { readonly kind: 'list' | 'map'; readonly of: Shape }
  | { readonly kind: 'structure'; readonly name: string; readonly members: ReadonlyMap<string, Member> }

export interface Member {
  /** A getter: shapes may hold themselves. */
  readonly shape: () => Shape
  readonly required: boolean
  readonly traits: Traits
}

/** As much of the traits as matters here. */
export interface Traits {
  readonly label: boolean
  /** Name in the query string. */
  readonly query: string | null
  /** `[method, path, status]` of a REST operation. */
  readonly http: readonly [string, string] | null
}

/** One operation. */
export interface OperationShape {
  readonly name: string
  readonly http: Traits['http']
  readonly input: Shape
  readonly output: Shape
}

const simple: ReadonlyMap<number, Shape> = new Map<number, Shape>([
  [0, { kind: 'string' }],
  [1, { kind: 'number' }],
  [17, { kind: 'number' }],
  [19, { kind: 'number' }],
  [2, { kind: 'boolean' }],
  [4, { kind: 'timestamp' }],
  [5, { kind: 'timestamp' }],
  [6, { kind: 'timestamp' }],
  [7, { kind: 'timestamp' }],
  [15, { kind: 'document' }],
  [21, { kind: 'blob' }],
  [42, { kind: 'blob' }],
])

/** The operations among what a client package exports, by name. */
export function operationsOf(exported: Readonly<Record<string, unknown>>): ReadonlyMap<string, OperationShape> {
  const found = new Map<string, OperationShape>()
  for (const value of Object.values(exported)) {
    if (!Array.isArray(value) || value[0] !== 9) continue
    const [, , name, traits, input, output]: unknown[] = value
    found.set(String(name), {
      name: String(name),
      http: traitsOf(traits).http,
      input: shapeOf(input),
      output: shapeOf(output),
    })
  }
  return found
}

/** The shape behind a schema, a getter of one, or a schema with traits. */
export function shapeOf(reference: unknown): Shape {
  const schema = unwrap(reference).schema
  if (typeof schema === 'number') return ofNumber(schema)
  if (!Array.isArray(schema)) return { kind: 'structure', name: String(schema), members: new Map() }
  const [id, , name, , first, second, required]: unknown[] = schema
  if (id === 0) return shapeOf(first)
  if (id === 1) return lazy('list', first)
  if (id === 2) return lazy('map', second)
  return structure(String(name), first, second, typeof required === 'number' ? required : 0)
}

function lazy(kind: 'list' | 'map', of: unknown): Shape {
  return {
    kind,
    get of() {
      return shapeOf(of)
    },
  }
}

function structure(name: string, names: unknown, schemas: unknown, required: number): Shape {
  const members = new Map<string, Member>()
  if (!Array.isArray(names) || !Array.isArray(schemas)) throw new Error(`${name} has no members`)
  for (const [index, member] of names.entries()) {
    const schema: unknown = schemas[index]
    members.set(String(member), {
      shape: () => shapeOf(schema),
      required: index < required,
      traits: traitsOf(unwrap(schema).traits),
    })
  }
  return { kind: 'structure', name, members }
}

function ofNumber(value: number): Shape {
  const list = (value & 64) !== 0
  const map = (value & 128) !== 0
  const of = simple.get(value & ~(64 | 128))
  if (of === undefined) throw new Error(`there is no simple schema ${value}`)
  return list ? { kind: 'list', of } : map ? { kind: 'map', of } : of
}

function unwrap(reference: unknown): { readonly schema: unknown; readonly traits: unknown } {
  const value: unknown = typeof reference === 'function' ? reference() : reference
  if (!Array.isArray(value) || value.length !== 2) return { schema: value, traits: 0 }
  const [schema, traits]: unknown[] = value
  return { schema: unwrap(schema).schema, traits }
}

function traitsOf(traits: unknown): Traits {
  const none = { label: false, query: null, http: null }
  if (typeof traits === 'number') return { ...none, label: (traits & 1) !== 0 }
  if (typeof traits !== 'object' || traits === null) return none
  const query = 'httpQuery' in traits && typeof traits.httpQuery === 'string' ? traits.httpQuery : null
  const http = 'http' in traits && Array.isArray(traits.http) ? traits.http : null
  return {
    label: 'httpLabel' in traits,
    query,
    http: http === null ? null : [String(http[0]), String(http[1])],
  }
}
