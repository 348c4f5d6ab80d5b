import type { App } from '../../model.ts'
import type { ServiceContainer } from '../workflow.ts'

interface Store extends ServiceContainer {
  /** Variables of the app that lead to the store, in the form the app's language wants. */
  readonly variables: (app: App) => Readonly<Record<string, string>>
}

const health = (command: string) =>
  `--health-cmd "${command}" --health-interval 5s --health-timeout 5s --health-retries 20`

/** Throw-away stores of one CI job; their password is no secret. */
const stores: Readonly<Record<string, Store>> = {
  postgresql: {
    image: 'postgres:17-alpine',
    env: { POSTGRES_PASSWORD: 'postgres', POSTGRES_DB: 'test' },
    ports: ['5432:5432'],
    options: health('pg_isready -U postgres'),
    variables: () => ({
      DATABASE_URL: 'postgresql://postgres:postgres@localhost:5432/test',
      POSTGRES_URL: 'postgresql://postgres:postgres@localhost:5432/test',
      ...connection('5432', 'postgres', 'postgres'),
      PGHOST: 'localhost',
      PGPORT: '5432',
      PGUSER: 'postgres',
      PGPASSWORD: 'postgres',
      PGDATABASE: 'test',
    }),
  },
  mysql: {
    image: 'mysql:8.4',
    env: { MYSQL_ROOT_PASSWORD: 'mysql', MYSQL_DATABASE: 'test' },
    ports: ['3306:3306'],
    options: health('mysqladmin ping --silent'),
    variables: (app) => ({
      DATABASE_URL: `${app.language === 'ruby' ? 'mysql2' : 'mysql'}://root:mysql@127.0.0.1:3306/test`,
      MYSQL_HOST: '127.0.0.1',
      ...connection('3306', 'root', 'mysql'),
    }),
  },
  redis: {
    image: 'redis:8-alpine',
    ports: ['6379:6379'],
    options: health('redis-cli ping'),
    variables: () => ({ REDIS_URL: 'redis://localhost:6379', REDIS_HOST: 'localhost', REDIS_PORT: '6379' }),
  },
}

function connection(port: string, user: string, password: string): Readonly<Record<string, string>> {
  const names = {
    HOST: '127.0.0.1',
    PORT: port,
    USER: user,
    USERNAME: user,
    PASSWORD: password,
    NAME: 'test',
    DATABASE: 'test',
  }
  return Object.fromEntries(Object.entries(names).map(([name, value]) => [`DB_${name}`, value]))
}

function needed(app: App): readonly (readonly [string, Store])[] {
  return Object.entries(stores).filter(([name]) => app.needs.includes(name))
}

/** The stores that the app's tests expect, as service containers; null for none. */
export function services(app: App): Readonly<Record<string, ServiceContainer>> | null {
  const found = needed(app).map(([name, { variables: _, ...container }]) => [name, container] as const)
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** Of the stores' variables, those that the app reads. Rails reads DATABASE_URL without naming it. */
export function serviceEnv(app: App): Readonly<Record<string, string>> {
  const reads = new Set([...app.env, ...(app.framework === 'rails' ? ['DATABASE_URL'] : [])])
  const all = needed(app).flatMap(([, store]) => Object.entries(store.variables(app)))
  const rails = app.framework === 'rails' ? [['RAILS_ENV', 'test'] as const] : []
  return Object.fromEntries([...rails, ...all.filter(([name]) => reads.has(name))])
}
