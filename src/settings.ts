import { createPrivateKey } from 'node:crypto'
import { getPrivateKey } from '@probot/get-private-key'
import { UserError } from './errors.ts'
import { type AwsSettings, readAwsSettings } from './settings/aws.ts'

/** The app as GitHub knows it. */
export interface Credentials {
  readonly appId: number
  /** PEM. */
  readonly privateKey: string
  /** The secret that signs deliveries, and those that are still accepted after a rotation. */
  readonly webhookSecret: string
  readonly previousSecrets: readonly string[]
}

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const

export interface Settings {
  readonly production: boolean
  /** Null: the app is not registered yet, and the set-up page is opened. Never null in production. */
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

type Environment = Readonly<Record<string, string | undefined>>
/** A value, or the line that says what is wrong with it. */
type Read<T> = { readonly value: T; readonly wrong: null } | { readonly value: null; readonly wrong: string }

/** The constant that Probot falls back to when the secret is empty (probot/lib/server/server.js, 14.3.2): anyone can sign with it. */
const probotDefaultSecret = 'development'

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

function readCredentials(env: Environment, production: boolean): Read<Credentials | null> {
  const registered = env.APP_ID || env.PRIVATE_KEY || env.PRIVATE_KEY_PATH
  if (!production && !registered) return { value: null, wrong: null }
  const appId = readAppId(env)
  const privateKey = readPrivateKey(env)
  const secret = readSecret(env, production)
  const wrong = [appId, privateKey, secret].flatMap((read) => (read.wrong === null ? [] : [read.wrong]))
  if (appId.value === null || privateKey.value === null || secret.value === null) {
    return { value: null, wrong: wrong.join('; ') }
  }
  const previous = env.WEBHOOK_SECRET_PREVIOUS
  return {
    value: {
      appId: appId.value,
      privateKey: privateKey.value,
      webhookSecret: secret.value,
      previousSecrets: previous && previous !== probotDefaultSecret ? [previous] : [],
    },
    wrong: null,
  }
}

function readAppId(env: Environment): Read<number> {
  const text = env.APP_ID ?? ''
  if (text === '') return no('APP_ID is missing: the number on the settings page of the GitHub App')
  return /^[1-9]\d{0,15}$/u.test(text) ? { value: Number(text), wrong: null } : no('APP_ID is not a number')
}

/** `@probot/get-private-key` takes PEM, PEM with `\n` written out, base64 of either, or a file; Node then proves that it is an RSA key. */
function readPrivateKey(env: Environment): Read<string> {
  if (!env.PRIVATE_KEY && !env.PRIVATE_KEY_PATH) {
    return no('PRIVATE_KEY is missing: the contents of the .pem file, or its place in PRIVATE_KEY_PATH')
  }
  const name = env.PRIVATE_KEY ? 'PRIVATE_KEY' : 'PRIVATE_KEY_PATH'
  try {
    const key = getPrivateKey({ env })
    if (key !== null && createPrivateKey(key).asymmetricKeyType === 'rsa') return { value: key, wrong: null }
    return no(`${name} is not an RSA key`)
  } catch {
    return no(`${name} is malformed or cannot be read: it must give the whole .pem file that GitHub made`)
  }
}

function readSecret(env: Environment, production: boolean): Read<string> {
  const secret = env.WEBHOOK_SECRET ?? ''
  if (secret === '') return no('WEBHOOK_SECRET is missing: without it anyone can send commands')
  if (secret === probotDefaultSecret) return no('WEBHOOK_SECRET is "development", which anyone knows: set a random one')
  if (production && secret.length < 16) return no('WEBHOOK_SECRET is shorter than 16 characters: set a random one')
  return { value: secret, wrong: null }
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

function no(wrong: string): { readonly value: null; readonly wrong: string } {
  return { value: null, wrong }
}
