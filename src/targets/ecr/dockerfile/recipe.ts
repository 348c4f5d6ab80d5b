import type { App } from '../../../model.ts'
import type { Say } from '../../../text.ts'
import { portOf } from '../../start-command.ts'

/** A Dockerfile's text and what the build context leaves out, or the reason why none can be written. */
export type Recipe =
  | { readonly ok: true; readonly dockerfile: string; readonly ignore: readonly string[] }
  | { readonly ok: false; readonly because: Say }

/** Writes the Dockerfile of one language. `commands` have been found free of line breaks. */
export type Cook = (app: App) => Recipe

/** Joins the parts of a Dockerfile: each part is a block of lines, a part that is empty or false is left out. */
export function blocks(...parts: readonly (readonly (string | false)[])[]): string {
  const texts = parts.map((part) => part.filter((line) => line !== false).join('\n')).filter((text) => text !== '')
  return `${['# syntax=docker/dockerfile:1', ...texts].join('\n\n')}\n`
}

/** The folder of the build context, relative to the repository: the workspace's, else the app's own. */
export function contextOf(app: App): string {
  return app.workspace?.root ?? app.root
}

/** The app's folder inside the build context, `.` when it is the context itself. */
export function folderInContext(app: App): string {
  const context = contextOf(app)
  if (app.root === context) return '.'
  return context === '.' ? app.root : app.root.slice(context.length + 1)
}

/** Debian packages that detection found the app to call, e.g. `ffmpeg`. */
export function systemPackages(app: App): readonly string[] {
  return app.needs.flatMap((need) => {
    const name = /^system package: ([a-z0-9][a-z0-9+.-]*)$/.exec(need)?.[1]
    return name ? [name] : []
  })
}

/** One layer that installs Debian packages and leaves no package lists behind; nothing for no packages. */
export function apt(packages: readonly string[]): string | false {
  if (packages.length === 0) return false
  const names = [...new Set(packages)].sort().join(' ')
  return [
    'RUN apt-get update \\',
    ` && apt-get install --yes --no-install-recommends ${names} \\`,
    ' && rm -rf /var/lib/apt/lists/*',
  ].join('\n')
}

/** A user without rights, for Debian images that bring none. */
export const createUser = 'RUN useradd --system --uid 10001 --user-group --create-home app'

/** An argument list as `CMD` takes it. */
export function execForm(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`
}

/** The health path where it can stand in a command without quoting; null: only the port is asked. */
export function plainHealthPath(app: App): string | null {
  return app.healthPath !== null && /^\/[\w./?=&%~-]*$/.test(app.healthPath) ? app.healthPath : null
}

/** ` PORT=…` for an `ENV` line, where the process or its start command reads it. */
export function portVariable(app: App, start: string): string {
  const port = portOf(app)
  const read = app.honoursPort !== false || /\$\{?PORT\b/.test(start)
  return port !== null && read ? ` PORT=${port}` : ''
}

/** The change to a user without rights; a port below 1024 is root's. */
export function asUser(user: string, port: number | null): string {
  return port !== null && port < 1024 ? `# Stays root: only root may listen on port ${port}` : `USER ${user}`
}

/** `EXPOSE`, or nothing for a worker. */
export function expose(port: number | null): string | false {
  return port !== null && `EXPOSE ${port}`
}

/** `HEALTHCHECK` with the command in exec form, or nothing for a worker. */
export function healthCheck(port: number | null, command: readonly string[]): string | false {
  return (
    port !== null &&
    `HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \\\n  CMD ${execForm(command)}`
  )
}

/** A check that only asks whether the port is open, for images with bash and no HTTP client. */
export function bashCheck(port: number | null): string | false {
  return healthCheck(port, ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`])
}
