import { spawn } from 'node:child_process'
import { UserError } from '../errors.ts'
import { childEnvironment } from '../settings/child-environment.ts'

/** What a git command printed; `code` 0 is success. */
export interface GitResult {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: string
}

// Hooks, file system monitors and lazy fetches are ways in which a repository could make git run something.
const harmless = ['-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false', '-c', 'core.untrackedCache=false']
const environment = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', GIT_TERMINAL_PROMPT: '0' }

/** Runs git in a directory, without a shell and with everything off that could execute something of the repository. */
export function git(
  directory: string,
  args: readonly string[],
  options: { readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['-C', directory, ...harmless, ...args], {
      env: { ...childEnvironment(), ...environment, ...options.env },
    })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk))
    child.on('error', (error) =>
      reject('code' in error && error.code === 'ENOENT' ? new UserError(({ local }) => local.noGit) : error),
    )
    child.on('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString('utf8').trim() }),
    )
    // A command that ends without reading its input closes the pipe; its exit code tells the story.
    child.stdin.on('error', () => undefined)
    child.stdin.end(options.input ?? '')
  })
}

/** Like `git`, for commands that must succeed; the trimmed standard output. A failure is a bug and throws. */
export async function gitText(...call: Parameters<typeof git>): Promise<string> {
  const result = await git(...call)
  if (result.code !== 0) throw new Error(`git ${call[1].join(' ')} failed (${result.code}): ${result.stderr}`)
  return result.stdout.toString('utf8').trim()
}
