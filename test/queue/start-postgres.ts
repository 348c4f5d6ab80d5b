import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** A PostgreSQL for tests. */
export interface Postgres {
  /** `postgres://…` */
  readonly url: string
  /** Stops the server, and starts it again on the same port with the same data. `between` runs while it is away. */
  restart(between?: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const missing =
  'These tests need PostgreSQL. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql), ' +
  'or give an empty database of your own in TEST_DATABASE_URL.'

/**
 * Starts PostgreSQL from the binaries on this machine, on a free port of the loopback, with its data in a folder for temporary
 * files; or uses `TEST_DATABASE_URL`, which cannot be restarted. Throws with what to install where there is neither.
 */
export async function startPostgres(): Promise<Postgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, restart: () => Promise.reject(new Error(missing)), stop: async () => undefined }
  const folder = binaries()
  const user = otherUser()
  const data = mkdtempSync(join(tmpdir(), 'postgres-'))
  if (user !== null) chownSync(data, user.uid, user.gid)
  const how = { ...(user ?? {}), cwd: data, env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  execFileSync(join(folder, 'initdb'), ['-D', data, '-U', 'slipway', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...how,
    stdio: 'ignore',
  })
  const port = await freePort()
  const start = async () => {
    const settings = ['fsync=off', 'max_connections=200'].flatMap((one) => ['-c', one])
    const place = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', data]
    const server = spawn(join(folder, 'postgres'), [...place, ...settings], {
      ...how,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await listening(server)
    return server
  }
  let server = await start()
  const end = async () => {
    const gone = once(server, 'exit')
    server.kill('SIGINT')
    await gone
  }
  return {
    url: `postgres://slipway@127.0.0.1:${port}/postgres`,
    restart: async (between = async () => undefined) => {
      await end()
      await between()
      server = await start()
    },
    stop: async () => {
      await end()
      rmSync(data, { recursive: true, force: true })
    },
  }
}

/** The folder of `postgres` and `initdb`: in PATH, or where Debian and Homebrew put them. */
function binaries(): string {
  const debian = '/usr/lib/postgresql'
  const versions = list(debian).toSorted((a, b) => Number(b) - Number(a))
  const brewed = list('/opt/homebrew/opt').filter((name) => name.startsWith('postgresql'))
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => `${debian}/${version}/bin`),
    ...brewed.map((name) => `/opt/homebrew/opt/${name}/bin`),
  ]
  const found = folders.find((folder) => has(join(folder, 'postgres')) && has(join(folder, 'initdb')))
  if (found === undefined) throw new Error(missing)
  return found
}

/** PostgreSQL refuses to run as root, so root runs it as somebody else. */
function otherUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const id = (flag: string, name: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }))
  return { uid: id('-u', 'nobody'), gid: id('-g', 'nobody') }
}

async function listening(server: ChildProcess): Promise<void> {
  let said = ''
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  while (!said.includes('ready to accept connections')) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL did not start:\n${said}`)
    await pause(20)
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

function list(folder: string): readonly string[] {
  return has(folder) ? readdirSync(folder) : []
}

function has(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
