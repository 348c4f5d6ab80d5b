import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings } from '../src/settings.ts'

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const privateKey = String(rsa.privateKey.export({ type: 'pkcs1', format: 'pem' }))
const complete = {
  NODE_ENV: 'production',
  APP_ID: '1234',
  PRIVATE_KEY: privateKey,
  WEBHOOK_SECRET: 'f4b1c9d2e8a7365019c2',
}
const refusal = (env: Record<string, string | undefined>) => {
  try {
    readSettings(env)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  throw new Error('it started')
}

describe('B60 a start in production', () => {
  it('gives the settings where all is well', () => {
    const settings = readSettings(complete)
    expect(settings).toMatchObject({ production: true, host: '0.0.0.0', port: 3000, apiUrl: 'https://api.github.com' })
    expect(settings.credentials).toMatchObject({ appId: 1234, webhookSecret: complete.WEBHOOK_SECRET })
    expect(settings.log).toEqual({ level: 'info', format: 'json' })
  })

  const broken = `-----BEGIN RSA PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END RSA PRIVATE KEY-----`
  const curve = String(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
  )
  it.each([
    ['no secret', { WEBHOOK_SECRET: undefined }, 'WEBHOOK_SECRET is missing'],
    ['an empty secret', { WEBHOOK_SECRET: '' }, 'WEBHOOK_SECRET is missing'],
    ['the secret that Probot falls back to', { WEBHOOK_SECRET: 'development' }, 'WEBHOOK_SECRET is "development"'],
    ['a short secret', { WEBHOOK_SECRET: 'abc' }, 'WEBHOOK_SECRET is shorter than 16'],
    ['no key', { PRIVATE_KEY: undefined }, 'PRIVATE_KEY is missing'],
    ['a malformed key', { PRIVATE_KEY: 'not a key' }, 'PRIVATE_KEY is malformed'],
    ['the first line of a key', { PRIVATE_KEY: '-----BEGIN RSA PRIVATE KEY-----' }, 'PRIVATE_KEY is malformed'],
    ['a key of noise', { PRIVATE_KEY: broken }, 'PRIVATE_KEY is malformed'],
    ['a key of another kind', { PRIVATE_KEY: curve }, 'PRIVATE_KEY is not an RSA key'],
    [
      'a key file that is not there',
      { PRIVATE_KEY: '', PRIVATE_KEY_PATH: '/nowhere.pem' },
      'PRIVATE_KEY_PATH is malformed or cannot be read',
    ],
    ['a key file that is none', { PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'package.json' }, 'PRIVATE_KEY_PATH is malformed'],
    ['no app id', { APP_ID: '' }, 'APP_ID is missing'],
    ['an app id that is no number', { APP_ID: 'slipway' }, 'APP_ID is not a number'],
    ['a port that is none', { PORT: '70000' }, 'PORT is not a whole number'],
    ['a log level that is none', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL is one of trace'],
    ['a database that is not PostgreSQL', { DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL is not of the form'],
    ['a host with a scheme', { GHE_HOST: 'https://git.example.com' }, 'GHE_HOST is a host name'],
  ])('is refused with one line for %s', (_what, change, reason) => {
    const message = refusal({ ...complete, ...change })
    expect(message).toContain(reason)
    expect(message).not.toContain('\n')
  })

  it('names all that is wrong at once, and never a secret', () => {
    const message = refusal({
      ...complete,
      APP_ID: '',
      PRIVATE_KEY: 'hunter2hunter2',
      WEBHOOK_SECRET: 'development',
      PORT: 'x',
    })
    for (const name of ['APP_ID', 'PRIVATE_KEY', 'WEBHOOK_SECRET', 'PORT']) expect(message).toContain(name)
    expect(message).not.toContain('hunter2')
  })
})

describe('the private key', () => {
  const pkcs8 = String(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  it.each([
    ['PEM', privateKey],
    ['PEM with \\n written out', privateKey.replaceAll('\n', '\\n')],
    ['base64 of PEM', Buffer.from(privateKey).toString('base64')],
    ['PKCS#8', pkcs8],
  ])('may be %s', (_form, key) => {
    expect(readSettings({ ...complete, PRIVATE_KEY: key }).credentials?.privateKey).toMatch(
      /^-----BEGIN (?:RSA )?PRIVATE KEY-----\n/u,
    )
  })
})

describe('other settings', () => {
  it('asks for the set-up page where nothing is registered, but never in production', () => {
    expect(readSettings({}).credentials).toBeNull()
    expect(readSettings({ WEBHOOK_SECRET: 'development' }).credentials).toBeNull()
    expect(refusal({ NODE_ENV: 'production' })).toContain('APP_ID is missing')
    expect(refusal({ APP_ID: '1' })).toContain('PRIVATE_KEY is missing')
  })

  it('takes GitHub Enterprise Server, with its protocol and port', () => {
    const settings = readSettings({ ...complete, GHE_HOST: 'git.example.com:8443' })
    expect([settings.githubHost, settings.apiUrl]).toEqual([
      'git.example.com:8443',
      'https://git.example.com:8443/api/v3',
    ])
    expect(readSettings({ ...complete, GHE_HOST: 'octocorp.ghe.com' }).apiUrl).toBe('https://api.octocorp.ghe.com')
    expect(readSettings({ ...complete, GHE_HOST: '127.0.0.1:80', GHE_PROTOCOL: 'http' }).apiUrl).toBe(
      'http://127.0.0.1:80/api/v3',
    )
  })

  it('accepts the secret before a rotation too, unless anyone knows it', () => {
    expect(readSettings({ ...complete, WEBHOOK_SECRET_PREVIOUS: 'older' }).credentials?.previousSecrets).toEqual([
      'older',
    ])
    expect(readSettings({ ...complete, WEBHOOK_SECRET_PREVIOUS: 'development' }).credentials?.previousSecrets).toEqual(
      [],
    )
  })
})

describe('the files beside it', () => {
  it('.env.example explains every setting that is read, and no other', () => {
    const source = ['src/settings.ts', 'src/settings/aws.ts', 'src/settings/credentials.ts']
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n')
    const read = [...source.matchAll(/\benv\.([A-Z_]+)|readNumber\(env, '([A-Z_]+)'/gu)].map(([, a, b]) => a ?? b)
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z_]+)=/gmu)].map(([, name]) => name)
    // Node itself reads these.
    const proxies = ['HTTPS_PROXY', 'NO_PROXY']
    expect([...new Set(explained)].sort()).toEqual([...new Set([...read, ...proxies])].sort())
  })

  it('app.yml asks for the permissions and events of the app, and no more', () => {
    const manifest: unknown = parse(readFileSync('app.yml', 'utf8'))
    const write = Object.fromEntries(
      ['contents', 'pull_requests', 'issues', 'workflows', 'checks', 'deployments'].map((name) => [name, 'write']),
    )
    expect(manifest).toMatchObject({
      default_permissions: { ...write, actions: 'read', metadata: 'read' },
      default_events: ['issue_comment', 'pull_request'],
    })
  })
})
