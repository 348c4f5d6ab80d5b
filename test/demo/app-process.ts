import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Github } from '../github/start-github.ts'

/** The app in a process of its own, as it runs in production. */
export interface AppProcess {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly pid: number
  /** All that it printed so far. */
  output(): string
  /** Sends a signal (SIGTERM: it finishes what is in hand; SIGKILL: it does not), and resolves when it is gone. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

const standard = fileURLToPath(new URL('../../src/main.ts', import.meta.url))

/**
 * Starts `src/main.ts` with `NODE_ENV=production` on a free port of the loopback, pointed at the stand-in GitHub, and sets the
 * app's webhook URL there. The process sees nothing of our environment but PATH; `env` adds to it. Rejects with what it printed
 * where it does not come to listen. `main` is another program to start instead.
 */
export async function startAppProcess(
  github: Github,
  env: Readonly<Record<string, string>> = {},
  main = standard,
): Promise<AppProcess> {
  // A folder of its own, so that no `.env` of the working directory is read.
  const cwd = await mkdtemp(join(tmpdir(), 'app-'))
  const settings = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: '0', ...github.env, ...env }
  const child = spawn(process.execPath, [main], { cwd, env: { PATH: process.env.PATH, ...settings } })
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve(rm(cwd, { recursive: true, force: true })))
  })
  const printed = collect(child)
  const url = await listening(child, printed)
  github.app.webhookUrl = `${url}/api/github/webhooks`
  const stop = (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    child.kill(signal)
    return gone
  }
  return { url, pid: child.pid ?? 0, output: () => printed.text, stop }
}

function collect(child: ChildProcess): { text: string } {
  const printed = { text: '' }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed.text += chunk.toString()
    })
  }
  return printed
}

function listening(child: ChildProcess, printed: { readonly text: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`the app did not start:\n${printed.text}`)))
    child.stdout?.on('data', () => {
      const url = /Listening on (http:\/\/[^\s"]+)/.exec(printed.text)?.[1]
      if (url !== undefined) resolve(url)
    })
  })
}
