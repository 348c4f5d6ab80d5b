import { UserError } from './errors.ts'
import { type Credentials, readCredentials } from './settings/credentials.ts'
import { type Environment, no, type Read } from './settings/read.ts'

export type { Credentials } from './settings/credentials.ts'

import { type AwsSettings, readAwsSettings } from './settings/aws.ts'

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

export interface Settings {
  readonly production: boolean
  /** Null: the app is not registered yet, and the page that registers it is shown. Never null in production. */
  readonly credentials: Credentials | null
  /** `github.com`, or the host (and port) of a GitHub Enterprise Server. */
  readonly githubHost: string
  /** Where the REST API is, without a trailing slash. */
  readonly apiUrl: string
  readonly host: string
  /** 0: any free port. */
  readonly port: number
  readonly webhookPath: string
  /** A smee.io channel that deliveries come through while developing, or null. */
  readonly webhookProxy: string | null
  readonly log: { readonly level: (typeof logLevels)[number]; readonly format: 'json' | 'pretty' }
  /** PostgreSQL, for more than one process; null: the queue is in this process. */
  readonly databaseUrl: string | null
  readonly aws: AwsSettings
  /** How long work in hand may go on after SIGTERM, in milliseconds. */
  readonly graceMs: number
}

/** Puts settings that were just made into the environment of the process: `.env` fills in only what is not set, be it empty. */
export function addToEnvironment(values: Readonly<Record<string, string>>): void {
  Object.assign(process.env, values)
}

/** The environment of the process as it is, for what runs in the folder of a foreign repository: a file `.env` there is not ours to read. */
export function ownEnvironment(): Environment {
  return process.env
}

/** The environment of the process; a file `.env` in the working directory fills in what is not set. */
export function environment(): Environment {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return process.env
}

/**
 * Reads the settings of the process. `.env.example` explains each. Throws `UserError`, one line that names all that is wrong.
 * In production nothing may be missing; elsewhere a process without `APP_ID` and private key gets `credentials: null`.
 */
export function readSettings(env: Environment): Settings {
  const production = env.NODE_ENV === 'production'
  const credentials = readCredentials(env, production)
  const host = readHost(env)
  const port = readNumber(env, 'PORT', 3000, 0, 65_535)
  const grace = readNumber(env, 'SHUTDOWN_GRACE_SECONDS', 25, 0, 3600)
  const level = readLevel(env)
  const database = readDatabase(env)
  const wrong = [credentials, host, port, grace, level, database].flatMap((read) =>
    read.wrong === null ? [] : [read.wrong],
  )
  if (host.value === null || port.value === null || grace.value === null || level.value === null || wrong.length > 0) {
    throw new UserError(`Cannot start: ${wrong.join('; ')}`)
  }
  return {
    production,
    credentials: credentials.value,
    ...host.value,
    host: env.HOST || (production ? '0.0.0.0' : 'localhost'),
    port: port.value,
    webhookPath: env.WEBHOOK_PATH || '/api/github/webhooks',
    webhookProxy: env.WEBHOOK_PROXY_URL || null,
    log: { level: level.value, format: logFormat(env, production) },
    databaseUrl: database.value,
    aws: readAwsSettings(env),
    graceMs: grace.value * 1000,
  }
}

function readHost(env: Environment): Read<{ readonly githubHost: string; readonly apiUrl: string }> {
  const host = env.GHE_HOST || 'github.com'
  const protocol = env.GHE_PROTOCOL || 'https'
  if (!/^[a-z0-9.-]+(?::\d+)?$/iu.test(host)) return no('GHE_HOST is a host name without https:// and without a path')
  if (protocol !== 'https' && protocol !== 'http') return no('GHE_PROTOCOL is https or http')
  return { value: { githubHost: host, apiUrl: apiOf(host, protocol) }, wrong: null }
}

/** Enterprise Server has its API below a path, GitHub's own clouds (`github.com`, `*.ghe.com`) on a host of its own. */
function apiOf(host: string, protocol: string): string {
  if (host === 'github.com' || /^[a-z0-9-]+\.ghe\.com$/iu.test(host)) return `https://api.${host}`
  return `${protocol}://${host}/api/v3`
}

function readNumber(env: Environment, name: string, otherwise: number, from: number, to: number): Read<number> {
  const text = env[name] || String(otherwise)
  const value = Number(text)
  const fits = /^\d{1,6}$/u.test(text) && value >= from && value <= to
  return fits ? { value, wrong: null } : no(`${name} is not a whole number from ${from} to ${to}`)
}

function readDatabase(env: Environment): Read<string | null> {
  const url = env.DATABASE_URL || null
  if (url === null || /^postgres(?:ql)?:\/\/\S+$/u.test(url)) return { value: url, wrong: null }
  return no('DATABASE_URL is not of the form postgres://user:password@host:5432/database')
}

function readLevel(env: Environment): Read<Settings['log']['level']> {
  const text = env.LOG_LEVEL || 'info'
  const value = logLevels.find((level) => level === text)
  return value === undefined ? no(`LOG_LEVEL is one of ${logLevels.join(', ')}`) : { value, wrong: null }
}

function logFormat(env: Environment, production: boolean): 'json' | 'pretty' {
  return env.LOG_FORMAT === 'json' || (production && env.LOG_FORMAT !== 'pretty') ? 'json' : 'pretty'
}
