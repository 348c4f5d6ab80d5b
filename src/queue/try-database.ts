import { PgBoss } from 'pg-boss'
import { postgresDefaults } from './open-boss.ts'

/** Whether the database can be used: its user can get in and has, or can make, our schema. Changes nothing. Gives null, or why not. */
export async function tryDatabase(url: string): Promise<string | null> {
  const { schema } = postgresDefaults
  const boss = new PgBoss({ connectionString: url, schema, migrate: false, supervise: false, schedule: false, max: 1 })
  boss.on('error', () => undefined)
  const db = boss.getDb()
  try {
    // pg-boss opens its own pool when it starts, which would make the schema; here it only looks.
    if ('open' in db && typeof db.open === 'function') await db.open()
    const { rows } = await db.executeSql(
      `SELECT has_database_privilege(current_database(), 'CREATE') AS can, to_regnamespace('${schema}') IS NOT NULL AS has`,
    )
    const [row] = rows
    return row?.can === true || row?.has === true ? null : `the user may not make the schema ${schema}`
  } catch (error) {
    return error instanceof Error ? error.message || error.name : String(error)
  } finally {
    if ('close' in db && typeof db.close === 'function') await db.close()
  }
}
