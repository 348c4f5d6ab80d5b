import type { Variables } from './environment.ts'
import { finish, start } from './processes.ts'

/** Ten minutes for one list of commands: a fresh install of the largest sample takes two on a busy machine. */
const limit = 600_000

export interface Session {
  readonly commands: readonly string[]
  readonly cwd: string
  readonly env: Variables
  /** Shell text that comes before the commands: stand-ins for what only exists in a build image. */
  readonly prelude?: string
  /** The options of bash. */
  readonly options?: readonly string[]
}

/** What a session printed. Its commands all succeeded: one that fails throws with the output before it. */
export async function runSession(session: Session): Promise<string> {
  if (session.commands.length === 0) return ''
  const argv = ['bash', ...(session.options ?? ['--noprofile', '--norc']), '-c', scriptOf(session)]
  const { code, output } = await finish(start({ argv, cwd: session.cwd, env: session.env }), limit)
  if (code !== 0) throw new Error(`exit code ${code} in ${session.cwd}\n${tail(output)}`)
  return output
}

/** One bash script in which each command must succeed before the next one runs; folders and variables carry over. */
export function scriptOf({ commands, prelude = '' }: Pick<Session, 'commands' | 'prelude'>): string {
  const steps = commands.map((command) => `printf '+ %s\\n' ${quoted(command)}\n${command}\n${stopOnFailure}`)
  return [prelude, ...steps].join('\n')
}

const stopOnFailure = 'status=$?; [ "$status" -eq 0 ] || exit "$status"'

/** A word that bash takes as it is. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The last lines of an output. */
export function tail(output: string, lines = 80): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
