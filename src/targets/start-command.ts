import type { App } from '../model.ts'

/** The port of an app whose code shows none: what it is told by `PORT`. */
const defaultPort = 8080

/** The port that the process listens on in AWS; null for a worker, which has none. */
export function portOf(app: App): number | null {
  if (app.kind === 'worker') return null
  const exposed = app.dockerfile?.usable && app.dockerfile.ports.length === 1 ? app.dockerfile.ports[0] : undefined
  return exposed ?? app.port ?? defaultPort
}

/**
 * The start command of a server, made to listen on all interfaces and on `port`: gunicorn, uvicorn and others take only
 * connections from their own machine unless told otherwise, and no load balancer reaches them then.
 * Give `$PORT` for a port that the shell fills in.
 */
export function listenEverywhere(start: string, port: string): string {
  for (const { command, has, add } of binds) {
    if (command.test(start) && !has.test(start)) return insert(start, command, add(port))
    if (command.test(start)) return start.replace(local, '$10.0.0.0')
  }
  return start
}

const local = /((?:--host|--bind|-b|-h)[ =])(?:127\.0\.0\.1|localhost)/g

const binds = [
  {
    command: /\bgunicorn\b/,
    has: /(?:\s-b|--bind)[ =]?\S|(?:\s-c|--config)[ =]/,
    add: (port: string) => `--bind 0.0.0.0:${port}`,
  },
  {
    command: /\bhypercorn\b/,
    has: /(?:\s-b|--bind)[ =]?\S|(?:\s-c|--config)[ =]/,
    add: (port: string) => `--bind 0.0.0.0:${port}`,
  },
  { command: /\buvicorn\b/, has: /--host[ =]|--uds[ =]/, add: (port: string) => `--host 0.0.0.0 --port ${port}` },
  { command: /\bfastapi run\b/, has: /--host[ =]|--port[ =]/, add: (port: string) => `--port ${port}` },
  { command: /\bflask\b.*\brun\b/, has: /(?:--host|-h)[ =]/, add: (port: string) => `--host 0.0.0.0 --port ${port}` },
  { command: /\bwaitress-serve\b/, has: /--listen[ =]|--port[ =]/, add: (port: string) => `--port ${port}` },
]

function insert(start: string, command: RegExp, flags: string): string {
  const match = command.exec(start)
  if (!match) return start
  const clean = flags.includes('--port') && /--port[ =]/.test(start) ? flags.replace(/ ?--port \S+/, '') : flags
  const end = match.index + match[0].length
  return `${start.slice(0, end)} ${clean}${start.slice(end)}`
}

/**
 * A command as an argument list for `CMD`: as it is where it is plain words, else through a shell that hands over to it,
 * so that the process gets the stop signal itself.
 */
export function argumentList(command: string): readonly string[] {
  const words = command.trim().split(/\s+/)
  if (!/[^\w\s@%+=:,./-]/.test(command) && !words[0]?.includes('=')) return words
  const at = Math.max(...['&&', '||', ';', '|'].map((mark) => ends(command, mark)))
  const tail = command.slice(at).trim()
  const exec = /^(?:exec|cd|source|\.)\s/.test(tail) ? tail : `exec ${/^\w+=/.test(tail) ? `env ${tail}` : tail}`
  return ['/bin/sh', '-c', at === 0 ? exec : `${command.slice(0, at).trim()} ${exec}`]
}

function ends(text: string, mark: string): number {
  const index = text.lastIndexOf(mark)
  return index < 0 ? 0 : index + mark.length
}
