import { connect } from 'node:net'
import type { Variables } from './environment.ts'
import { type Running, start, stop, wait } from './processes.ts'
import { tail } from './session.ts'

const patience = 90_000

export interface Server {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Variables
  /** The port that the generated file says. */
  readonly port: number
  readonly user?: number | undefined
}

/** An answer over HTTP. */
export interface Reply {
  readonly path: string
  readonly status: number
  readonly body: string
}

/** Starts a server, waits until it listens on its port, does something with it, and ends it. Gives what that gave. */
export async function serving<T>(
  server: Server,
  use: (get: (path: string) => Promise<Reply>) => Promise<T>,
): Promise<T> {
  await portIsFree(server.port)
  const running = start(server)
  try {
    await listening(running, server)
    return await use((path) => get(server.port, path))
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\nThe server printed:\n${tail(running.output())}`)
  } finally {
    await stop(running)
  }
}

async function get(port: number, path: string): Promise<Reply> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, {
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  })
  return { path, status: response.status, body: await response.text() }
}

async function listening(running: Running, { port, argv }: Server): Promise<void> {
  let ended: number | null = null
  void running.ended.then(
    (code) => {
      ended = code
    },
    () => {
      ended = 127
    },
  )
  for (const until = Date.now() + patience; Date.now() < until; await wait(200)) {
    if (ended !== null) throw new Error(`"${argv.join(' ')}" ended with ${ended} before it listened on port ${port}`)
    if (await open(port)) return
  }
  throw new Error(`"${argv.join(' ')}" did not listen on port ${port} within ${patience / 1000} s`)
}

/** Generated files name their ports, so a port that another program holds can only be waited for. */
async function portIsFree(port: number): Promise<void> {
  for (const until = Date.now() + patience; Date.now() < until; await wait(500)) if (!(await open(port))) return
  throw new Error(`Port ${port} is in use on this machine. End what listens there and run again.`)
}

function open(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => resolve(true))
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
    socket.setTimeout(1000, () => socket.destroy())
    socket.once('connect', () => socket.destroy())
  })
}
