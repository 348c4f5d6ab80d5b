import { type ChildProcess, spawn } from 'node:child_process'
import type { Variables } from './environment.ts'

const groups = new Set<number>()

process.once('exit', () => {
  for (const group of groups) signal(group, 'SIGKILL')
})

export interface Running {
  readonly child: ChildProcess
  /** Everything it has printed so far. */
  readonly output: () => string
  /** The exit code, once it has ended; a signal counts as 128. */
  readonly ended: Promise<number>
}

export interface Start {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly env: Variables
  /** Numeric user and group, where it must not run as the user of the harness. */
  readonly user?: number | undefined
}

/** Starts a program at low priority in a process group of its own, so that everything it starts can be ended with it. */
export function start({ argv, cwd, env, user }: Start): Running {
  const identity = user === undefined ? {} : { uid: user, gid: user }
  const child = spawn('nice', ['-n', '10', ...argv], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity,
  })
  const group = child.pid
  if (group !== undefined) groups.add(group)
  let text = ''
  const add = (part: Buffer) => {
    text += part.toString('utf8')
  }
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 128))
  })
  ended.catch(() => undefined)
  return { child, output: () => text, ended }
}

/** Ends a process group: asks first, and makes sure after `patience` milliseconds. True where asking was enough. */
export async function stop({ child, ended }: Running, patience = 10_000): Promise<boolean> {
  const group = child.pid
  if (group === undefined) return true
  signal(group, 'SIGTERM')
  const inTime = await Promise.race([ended.then(() => true), wait(patience).then(() => false)])
  signal(group, 'SIGKILL')
  if (!inTime) await ended
  groups.delete(group)
  return inTime
}

/** Runs a program to its end, within `limit` milliseconds. */
export async function finish(
  running: Running,
  limit: number,
): Promise<{ readonly code: number; readonly output: string }> {
  const timer = setTimeout(() => void stop(running, 1000), limit)
  const code = await running.ended
  clearTimeout(timer)
  await stop(running, 0)
  return { code, output: running.output() }
}

export function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

function signal(group: number, name: NodeJS.Signals): void {
  try {
    process.kill(-group, name)
  } catch {
    // nothing of the group is left
  }
}
