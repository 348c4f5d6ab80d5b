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
  return managers.has(manager) ? interpret(manager, words, scripts, command.folder) : null
}

function interpret(
  manager: string,
  words: readonly string[],
  scripts: ReadonlyMap<string, string>,
  at: string,
): ManagerCall {
  const { plain, folder, filter } = split(manager, words, at)
  const [verb = 'install', ...rest] = plain
  const call = { manager, script: null, program: [], folder, filter, rest: plain }
  const ofBun = programOfBun(call, verb, rest, scripts)
  if (ofBun) return { ...call, program: ofBun }
  if (verb === 'workspace' && manager === 'yarn' && rest.length > 1)
    return { ...interpret(manager, rest.slice(1), scripts, folder), filter: rest[0] ?? null }
  if (verb === 'run' || verb === 'run-script') return { ...call, script: rest[0] ?? null, rest: rest.slice(1) }
  if (verb === 'exec' || verb === 'dlx' || verb === 'x') return { ...call, program: rest }
  if (own.has(verb) || (manager === 'npm' && !short.has(verb))) return call
  const isScript = scripts.has(verb) || folder !== '.' || filter !== null || short.has(verb)
  return isScript ? { ...call, script: verb, rest } : { ...call, program: plain }
}

/** `bun build` and `bun test` are Bun's own; `bun run` takes files and programs of packages besides scripts. Null for a script. */
function programOfBun(
  { manager, folder, filter }: ManagerCall,
  verb: string,
  rest: readonly string[],
  scripts: ReadonlyMap<string, string>,
): readonly string[] | null {
  if (manager !== 'bun' || folder !== '.' || filter !== null) return null
  if (verb === 'build' || verb === 'test' || isFile(verb)) return ['bun', verb, ...rest]
  const [name = ''] = rest
  if (verb !== 'run' || name === '' || scripts.has(name)) return null
  return isFile(name) ? ['bun', ...rest] : rest
}

const isFile = (word: string) => /\.[cm]?[jt]sx?$/.test(word)

// What npm runs without `run`.
const short: ReadonlySet<string> = new Set(['start', 'test', 't', 'stop', 'restart'])

/** The manager's own options apart from the plain words and from what belongs to the script. */
function split(manager: string, words: readonly string[], at: string) {
  const end = endOfOptions(manager, words)
  const plain: string[] = []
  let folder = at
  let filter: string | null = null
  for (let i = 0; i < end; i++) {
    const word = words[i] ?? ''
    const [name = '', value] = word.split('=', 2)
    if (folderOptions.has(name)) folder = into(folder, value ?? words[++i] ?? '')
    else if (name === '-w' && manager === 'pnpm') filter = '.'
    else if (filterOptions.has(name)) filter = value ?? words[++i] ?? ''
    else if (!word.startsWith('-')) plain.push(word)
  }
  return { plain: [...plain, ...words.slice(words[end] === '--' ? end + 1 : end)], folder, filter }
}

/** How many words may hold options of the manager: for npm those before `--`, for the others those up to the name of a script or program. */
function endOfOptions(manager: string, words: readonly string[]): number {
  const dashes = words.indexOf('--')
  const last = dashes < 0 ? words.length : dashes
  if (manager === 'npm') return last
  const isPlain = (word: string, i: number) => !word.startsWith('-') && !takesValue(manager, words[i - 1])
  const [verb = -1, next = -1] = words.slice(0, last).flatMap((word, i) => (isPlain(word, i) ? [i] : []))
  const word = words[verb] ?? ''
  if (verb < 0 || own.has(word)) return ['exec', 'dlx', 'x'].includes(word) && next >= 0 ? next + 1 : last
  if (word === 'workspace') return next < 0 ? last : next + 1
  return word === 'run' || word === 'run-script' ? (next < 0 ? last : next + 1) : verb + 1
}

const takesValue = (manager: string, option: string | undefined) =>
  option !== undefined &&
  (folderOptions.has(option) || (filterOptions.has(option) && !(option === '-w' && manager === 'pnpm')))

// Deeper than any script was seen to go; stops scripts that call themselves.
const maxDepth = 6

/**
 * Every program that a script comes down to, in the order in which they run, with its hooks:
 * calls of other scripts of the same manifest are followed, also through run-s, run-p, npm-run-all and concurrently.
 * Calls into other folders and packages stay as they are. `rest`: arguments after the script's name.
 */
export function programsOf(manifest: Manifest, script: string, depth = 0, rest = ''): readonly Command[] {
  if (depth > maxDepth) return []
  return [`pre${script}`, script, `post${script}`].flatMap((name) => {
    const line = manifest.scripts.get(name)
    return line === undefined ? [] : programsOfLine(manifest, name === script ? `${line} ${rest}` : line, depth)
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
  const inner = programsOf(manifest, call.script, depth + 1, call.rest.map(quoted).join(' '))
  return inner.map((one) => ({ ...one, env: { ...command.env, ...one.env } }))
}

const quoted = (word: string) => (/^[\w./:@,=+-]+$/.test(word) ? word : `'${word.replaceAll("'", '')}'`)

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
