import type { Shape } from './shape.ts'

/**
 * What is wrong with a value, each with its place; empty: nothing. Unknown members and missing required ones are wrong.
 * The value is as JSON carries it: a timestamp may be a number of seconds.
 */
export function problems(value: unknown, shape: Shape, at = ''): readonly string[] {
  switch (shape.kind) {
    case 'document':
      return []
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === shape.kind ? [] : [`${at} is no ${shape.kind}`]
    case 'timestamp':
      return typeof value === 'number' || value instanceof Date ? [] : [`${at} is no timestamp`]
    case 'blob':
      return typeof value === 'string' || value instanceof Uint8Array ? [] : [`${at} is no blob`]
    case 'list':
      if (!Array.isArray(value)) return [`${at} is no list`]
      return value.flatMap((item: unknown, index) => problems(item, shape.of, `${at}[${index}]`))
    case 'map':
      return isRecord(value)
        ? Object.entries(value).flatMap(([key, item]) => problems(item, shape.of, `${at}.${key}`))
        : [`${at} is no map`]
    case 'structure':
      return isRecord(value) ? structureProblems(value, shape, at) : [`${at} is no structure`]
  }
}

function structureProblems(
  value: Readonly<Record<string, unknown>>,
  { name, members }: Extract<Shape, { kind: 'structure' }>,
  at: string,
): readonly string[] {
  const given = Object.entries(value).filter(([, item]) => item !== undefined && item !== null)
  const missing = [...members].filter(([key, { required }]) => required && (value[key] ?? null) === null)
  return [
    ...missing.map(([key]) => `${at}.${key} is missing (${name})`),
    ...given.flatMap(([key, item]) => {
      const member = members.get(key)
      return member === undefined
        ? [`${at}.${key} is not known (${name})`]
        : problems(item, member.shape(), `${at}.${key}`)
    }),
  ]
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}
