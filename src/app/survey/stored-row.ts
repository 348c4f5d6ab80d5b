import { targetIds } from '../../command/flags/target.ts'
import { type Dated, type Row, type RowApp, rowKinds } from '../../overview/row.ts'

/** A row as it was kept, or null where it is none. Its page is worked out again: a link from a mark could lead anywhere. */
export function toRow(value: unknown, host: string): Row | null {
  const fields = fieldsOf(value)
  const kind = rowKinds.find((one) => one === fields.get('kind'))
  const name = textOf(fields.get('name'))
  if (kind === undefined || name === null) return null
  return {
    ...{ name, kind, url: `https://${host}/${name}` },
    own: fields.get('own') === true,
    apps: listOf(fields.get('apps'), toApp),
    existing: listOf(fields.get('existing'), toExisting),
    dated: listOf(fields.get('dated'), toDated),
    says: textOf(fields.get('says')),
    commands: listOf(fields.get('commands'), textOf),
    issues: fields.get('issues') === true,
    pull: numberOf(fields.get('pull')),
  }
}

function toApp(value: unknown): RowApp | null {
  const fields = fieldsOf(value)
  const [root, what] = [textOf(fields.get('root')), textOf(fields.get('what'))]
  const target = targetIds.find((id) => id === fields.get('target')) ?? null
  return root === null || what === null ? null : { root, what, target }
}

const roles = ['ci', 'deploy', 'config'] as const

function toExisting(value: unknown): Row['existing'][number] | null {
  const fields = fieldsOf(value)
  const what = textOf(fields.get('what'))
  const role = roles.find((one) => one === fields.get('role'))
  return what === null || role === undefined ? null : { what, role, to: textOf(fields.get('to')) }
}

const datedKinds = ['runtime', 'rule'] as const satisfies readonly Dated['kind'][]

function toDated(value: unknown): Dated | null {
  const fields = fieldsOf(value)
  const kind = datedKinds.find((one) => one === fields.get('kind'))
  const what = textOf(fields.get('what'))
  return kind === undefined || what === null ? null : { kind, what, since: textOf(fields.get('since')) }
}

function fieldsOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null
}

function listOf<T>(value: unknown, to: (item: unknown) => T | null): readonly T[] {
  return Array.isArray(value) ? value.flatMap((item: unknown): T[] => some(to(item))) : []
}

function some<T>(value: T | null): T[] {
  return value === null ? [] : [value]
}
