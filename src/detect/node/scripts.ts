import type { Manifest } from './manifest.ts'
import { type Command, commandsOf, into } from './shell.ts'

const managers: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun'])
const folderOptions: ReadonlySet<string> = new Set(['--prefix', '--dir', '--cwd', '-C'])
const filterOptions: ReadonlySet<string> = new Set(['--filter', '-F', '-w', '--workspace'])
const own: ReadonlySet<string> = new Set([
  ...['install', 'i', 'ci', 'add', 'remove', 'exec', 'dlx', 'x', 'config', 'set', 'workspaces', 'cache', 'audit'],
  ...[
    'version',
    'publish',
    'pack',
    'link',
    'update',
    'upgrade',
    'dedupe',
    'prune',
    'create',
    'init',
    'why',
    'outdated',
  ],
])

/** What a call of a package manager asks for. */
export interface ManagerCall {
  readonly manager: string
  /** The script that is run, or null for an install or another command of the manager itself. */
  readonly script: string | null
  /** The program that is run by `exec` or in the short form `yarn vite build`; empty when there is none. */
  readonly program: readonly string[]
  readonly folder: string
  /** Name of a workspace package, with the options `--filter` or `-w` or after `yarn workspace`. */
  readonly filter: string | null
  readonly rest: readonly string[]
}

/** Reads a command as a call of a package manager; null for every other program. */
export function managerCall(command: Command, scripts: ReadonlyMap<string, string>): ManagerCall | null {
  const [manager = '', ...words] = command.words
  if (!managers.has(manager)) return null
  const call = { manager, script: null, program: [], folder: command.folder, filter: null, rest: [] }
  return read(words, scripts, call)
}

function read(words: readonly string[], scripts: ReadonlyMap<string, string>, start: ManagerCall): ManagerCall {
  let call = start
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? ''
    const [name = '', value] = word.split('=', 2)
    const argument = () => value ?? words[++i] ?? ''
    if (folderOptions.has(name)) call = { ...call, folder: into(call.folder, argument()) }
    else if (filterOptions.has(name))
      call = { ...call, filter: name === '-w' && call.manager === 'pnpm' ? '.' : argument() }
    else if (!word.startsWith('-')) return named(word, words.slice(i + 1), scripts, call)
  }
  return call
}

function named(
  word: string,
  rest: readonly string[],
  scripts: ReadonlyMap<string, string>,
  call: ManagerCall,
): ManagerCall {
  if (word === 'workspace' && call.manager === 'yarn' && rest.length > 1)
    return read(rest.slice(1), scripts, { ...call, filter: rest[0] ?? null })
  if (word === 'run' || word === 'run-script') return options(rest, scripts, call)
  if (word === 'exec' || word === 'dlx' || word === 'x') return { ...call, program: rest.filter((w) => w !== '--') }
  if (own.has(word) || (call.manager === 'npm' && !['start', 'test', 't', 'stop', 'restart'].includes(word)))
    return { ...call, rest: [word, ...rest] }
  if (scripts.has(word) || call.folder !== '.' || call.filter !== null || word === 'start' || word === 'test')
    return { ...call, script: word, rest }
  return { ...call, program: [word, ...rest] }
}

/** After `run`: options of the manager may stand before the name of the script and after it. */
function options(words: readonly string[], scripts: ReadonlyMap<string, string>, call: ManagerCall): ManagerCall {
  const at = words.findIndex((word, i) => !word.startsWith('-') && !takesValue(words[i - 1]))
  const script = words[at] ?? null
  const around = [...words.slice(0, Math.max(at, 0)), ...words.slice(at + 1)]
  const read0 =
    script === null
      ? call
      : read(
          around.filter((word) => word !== '--'),
          scripts,
          call,
        )
  return { ...call, folder: read0.folder, filter: read0.filter, script, rest: at < 0 ? [] : words.slice(at + 1) }
}

function takesValue(option: string | undefined): boolean {
  return option !== undefined && (folderOptions.has(option) || filterOptions.has(option))
}

// Deeper than any script was seen to go; stops scripts that call themselves.
const maxDepth = 6

/**
 * Every program that a script comes down to, in the order in which they run, with its hooks:
 * calls of other scripts of the same manifest are followed, also through run-s, run-p, npm-run-all and concurrently.
 * Calls into other folders and packages stay as they are.
 */
export function programsOf(manifest: Manifest, script: string, depth = 0): readonly Command[] {
  if (depth > maxDepth) return []
  return [`pre${script}`, script, `post${script}`].flatMap((name) => {
    const line = manifest.scripts.get(name)
    return line === undefined ? [] : programsOfLine(manifest, line, depth)
  })
}

/** As `programsOf`, for a shell line that runs beside the manifest. */
export function programsOfLine(manifest: Manifest, line: string, depth = 0): readonly Command[] {
  return commandsOf(line).flatMap((command) => follow(manifest, command, depth))
}

function follow(manifest: Manifest, command: Command, depth: number): readonly Command[] {
  const [program = '', ...words] = command.words
  if (command.folder === '.') {
    if (runners.has(program)) return words.flatMap((word) => runnerScripts(manifest, word, depth))
    if (program === 'concurrently') return words.flatMap((word) => concurrent(manifest, word, depth))
    if (program === 'node' && words[0] === '--run') return programsOf(manifest, words[1] ?? '', depth + 1)
  }
  const call = managerCall(command, manifest.scripts)
  if (!call) return [command]
  if (call.program.length > 0)
    return commandsOf(call.program.join(' ')).map((inner) => ({ ...inner, env: command.env }))
  const here = call.folder === '.' && call.filter === null
  if (!here || call.script === null || !manifest.scripts.has(call.script)) return [{ ...command, folder: call.folder }]
  const inner = programsOf(manifest, call.script, depth + 1)
  return inner.map((one) => ({ ...one, env: { ...command.env, ...one.env } }))
}

const runners: ReadonlySet<string> = new Set(['run-s', 'run-p', 'npm-run-all', 'npm-run-all2'])

function runnerScripts(manifest: Manifest, word: string, depth: number): readonly Command[] {
  if (word.startsWith('-')) return []
  const [pattern = ''] = word.split(' ')
  const names = pattern.includes('*') ? matching(manifest, pattern) : [pattern]
  return names.flatMap((name) => programsOf(manifest, name, depth + 1))
}

function matching(manifest: Manifest, pattern: string): readonly string[] {
  const start = pattern.slice(0, pattern.indexOf('*'))
  return [...manifest.scripts.keys()].filter((name) => name.startsWith(start))
}

function concurrent(manifest: Manifest, word: string, depth: number): readonly Command[] {
  if (word.startsWith('-')) return []
  const short = /^(?:npm|yarn|pnpm|bun):(.+)$/.exec(word)
  return short ? runnerScripts(manifest, short[1] ?? '', depth) : programsOfLine(manifest, word, depth + 1)
}
