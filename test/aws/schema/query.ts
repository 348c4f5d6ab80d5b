import type { Shape } from './shape.ts'

/** The form of the query protocol (`Tags.member.1.Key=…`) as the structure that it stands for. */
export function fromQuery(form: ReadonlyMap<string, string>, shape: Shape, prefix = ''): unknown {
  switch (shape.kind) {
    case 'number':
      return Number(form.get(prefix))
    case 'boolean':
      return form.get(prefix) === 'true'
    case 'timestamp':
      return new Date(form.get(prefix) ?? '')
    case 'list':
      return items(form, `${prefix}.member`).map((at) => fromQuery(form, shape.of, at))
    case 'map':
      return Object.fromEntries(
        items(form, `${prefix}.entry`).map((at) => [
          form.get(`${at}.key`) ?? '',
          fromQuery(form, shape.of, `${at}.value`),
        ]),
      )
    case 'structure':
      return structure(form, shape, prefix === '' ? '' : `${prefix}.`)
    default:
      return form.get(prefix)
  }
}

function structure(
  form: ReadonlyMap<string, string>,
  { members }: Extract<Shape, { kind: 'structure' }>,
  prefix: string,
) {
  const given = new Set(
    [...form.keys()].flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length).split('.')[0] ?? ''] : [])),
  )
  // What no member takes is kept, so that it is refused.
  return Object.fromEntries(
    [...given].map((name) => {
      const member = members.get(name)
      const at = `${prefix}${name}`
      return [name, member === undefined ? form.get(at) : fromQuery(form, member.shape(), at)]
    }),
  )
}

function items(form: ReadonlyMap<string, string>, prefix: string): readonly string[] {
  const found: string[] = []
  for (let number = 1; ; number += 1) {
    const at = `${prefix}.${number}`
    if (![...form.keys()].some((key) => key === at || key.startsWith(`${at}.`))) return found
    found.push(at)
  }
}
