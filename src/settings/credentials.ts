import { createPrivateKey } from 'node:crypto'
import { getPrivateKey } from '@probot/get-private-key'
import { type Environment, no, type Read } from './read.ts'

/** The app as GitHub knows it. */
export interface Credentials {
  readonly appId: number
  /** PEM. */
  readonly privateKey: string
  /** The secret that signs deliveries, and those that are still accepted after a rotation. */
  readonly webhookSecret: string
  readonly previousSecrets: readonly string[]
}

/** The constant that Probot falls back to when the secret is empty (probot/lib/server/server.js, 14.3.2): anyone can sign with it. */
const probotDefaultSecret = 'development'

/** The credentials; null where none are given and none are needed. In production all must be there and sound. */
export function readCredentials(env: Environment, production: boolean): Read<Credentials | null> {
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
