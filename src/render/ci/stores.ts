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
  const found = needed(app).map(([name, { variables: _, ...container }]) => [name, named(app, container)] as const)
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** The database that `.env.example` of Laravel names, so that neither it nor an SQLite in phpunit.xml has to be overruled. */
function named(app: App, container: ServiceContainer): ServiceContainer {
  if (app.framework !== 'laravel' || !container.env) return container
  const env = Object.entries(container.env).map(([name, value]) => [name, value === 'test' ? 'laravel' : value])
  return { ...container, env: Object.fromEntries(env) }
}

// What these frameworks read without naming it in the repository.
const unnamed: Readonly<Record<string, readonly string[]>> = {
  rails: ['DATABASE_URL'],
  laravel: ['DB_HOST', 'DB_PORT', 'DB_USERNAME', 'DB_PASSWORD', 'REDIS_HOST'],
}
const overruling: ReadonlySet<string> = new Set(['DB_DATABASE', 'DB_NAME', 'DATABASE_URL'])

/** Of the stores' variables, those that the app reads; the URLs where it names none of them. */
export function serviceEnv(app: App): Readonly<Record<string, string>> {
  const names = new Set([...app.env, ...(unnamed[app.framework ?? ''] ?? [])])
  const all = needed(app).flatMap(([, store]) => {
    const variables = Object.entries(store.variables(app))
    const read = variables.filter(([name]) => names.has(name))
    return read.length > 0 ? read : variables.filter(([name]) => /^(?:DATABASE|REDIS)_URL$/.test(name))
  })
  const own = app.framework === 'laravel' ? all.filter(([name]) => !overruling.has(name)) : all
  const rails = app.framework === 'rails' ? [['RAILS_ENV', 'test'] as const] : []
  return Object.fromEntries([...rails, ...own])
}
