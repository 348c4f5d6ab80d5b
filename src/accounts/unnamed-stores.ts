import { storeKind } from '../config/accounts/store.ts'
import type { Context, Plan, StoreKind } from '../model.ts'
import { code } from '../render/markdown.ts'
import { lineLink } from '../render/pull-request/links.ts'
import { textsOf } from '../text.ts'
import type { Landscape } from './landscape.ts'

/** What the line that lists a driver says of it. */
const drivers: readonly (readonly [RegExp, readonly StoreKind[]])[] = [
  [/pg\b|postgres|psycopg|npgsql|postgrex/iu, ['postgresql', 'aurora-postgresql']],
  [/mysql|mariadb|myxql|trilogy/iu, ['mysql', 'mariadb', 'aurora-mysql']],
  [/redis|jedis|lettuce|sidekiq|celery|bull/iu, ['redis']],
  [/mongo/iu, ['documentdb']],
  [/elasticsearch|opensearch|searchkick/iu, ['opensearch']],
  [/mssql|sqlserver|sqlclient/iu, ['sqlserver']],
]

/** Stores that the repository's code expects and that the wish names none of, each with the line that shows it. */
export function unnamedStores(
  { stores }: Landscape,
  { choices }: Plan,
  context: Context,
  commit: string,
): readonly string[] {
  const { accounts } = textsOf(context)
  const named = stores.map(({ kind }) => kind)
  const wanted = choices.flatMap(({ app }) => app.needs.map((need) => ({ app, kind: storeKind(need) })))
  return wanted.flatMap(({ app, kind }) => {
    const driver = drivers.find(([, kinds]) => kind !== null && kinds.includes(kind))
    if (kind === null || driver === undefined || driver[1].some((one) => named.includes(one))) return []
    const proof = app.evidence.find(({ says }) => driver[0].test(says))
    return [
      accounts.unnamedStore(code(app.name), kind, proof === undefined ? null : lineLink({ context, commit }, proof)),
    ]
  })
}
