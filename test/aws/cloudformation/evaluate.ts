import { isRecord } from '../schema/check.ts'

/** What intrinsic functions refer to. */
export interface Scope {
  readonly parameters: Readonly<Record<string, string>>
  readonly conditions: ReadonlyMap<string, boolean>
  /** `Id` and `Id.Attribute` to values. */
  readonly made: ReadonlyMap<string, string>
  /** `AWS::Region` … */
  readonly pseudo: Readonly<Record<string, string>>
}

const nothing = Symbol('AWS::NoValue')

/** A template's value with its intrinsic functions worked out. Throws for what refers to nothing. */
export function evaluate(value: unknown, scope: Scope): unknown {
  const result = inner(value, scope)
  return result === nothing ? undefined : result
}

function inner(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => inner(item, scope)).filter((item) => item !== nothing)
  if (!isRecord(value)) return value
  const [[name, argument] = [null, null], ...rest] = Object.entries(value)
  if (rest.length === 0 && name !== null && (name === 'Ref' || name.startsWith('Fn::')))
    return call(name, argument, scope)
  const members = Object.entries(value).map(([key, item]) => [key, inner(item, scope)] as const)
  return Object.fromEntries(members.filter(([, item]) => item !== nothing))
}

function call(name: string, argument: unknown, scope: Scope): unknown {
  if (name === 'Ref') return argument === 'AWS::NoValue' ? nothing : lookUp(String(argument), scope)
  if (name === 'Fn::GetAtt') return lookUp(Array.isArray(argument) ? argument.join('.') : String(argument), scope)
  if (name === 'Fn::Sub') return substitute(argument, scope)
  const given: readonly unknown[] = Array.isArray(argument) ? argument : [argument]
  if (name === 'Fn::If') return inner(given[scope.conditions.get(String(given[0])) === true ? 1 : 2], scope)
  if (name === 'Fn::Equals') return inner(given[0], scope) === inner(given[1], scope)
  if (name === 'Fn::Not') return inner(given[0], scope) !== true
  throw new Error(`the stand-in knows no ${name}`)
}

function substitute(argument: unknown, scope: Scope): string {
  const [text, more]: readonly unknown[] = Array.isArray(argument) ? argument : [argument, {}]
  const own = isRecord(more) ? more : {}
  return String(text).replace(/\$\{([^}!]+)\}/g, (_, name: string) =>
    Object.hasOwn(own, name) ? String(inner(own[name], scope)) : lookUp(name, scope),
  )
}

function lookUp(name: string, { parameters, made, pseudo }: Scope): string {
  const found = parameters[name] ?? made.get(name) ?? pseudo[name]
  if (found === undefined) throw new Error(`Unresolved resource dependencies [${name}] in the template`)
  return found
}
