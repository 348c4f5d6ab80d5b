/** One program call of a shell line. `folder`: where a `cd` before it leads, relative to where the line runs. */
export interface Command {
  readonly env: Readonly<Record<string, string>>
  readonly words: readonly string[]
  readonly folder: string
}

const separators: ReadonlySet<string> = new Set(['&&', '||', ';', '|', '&', '\n', '(', ')'])

// Quoted texts, operators, and runs of anything else; each alternative starts with its own character, so that it is linear.
const tokens = /"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\||[;|&\n()]|\\.|[^\s;|&()"'\\]+|[ \t\r]+/gs

/** The words of a shell line, quotes taken off, operators as words of their own. */
export function shellWords(line: string): readonly string[] {
  const words: string[] = []
  let current: string | null = null
  const flush = () => {
    if (current !== null) words.push(current)
    current = null
  }
  for (const [token] of line.matchAll(tokens)) {
    if (separators.has(token)) {
      flush()
      words.push(token)
    } else if (/^[ \t\r]/.test(token)) flush()
    else current = (current ?? '') + unquoted(token)
  }
  flush()
  return words
}

function unquoted(token: string): string {
  if (token.startsWith("'")) return token.slice(1, -1)
  if (token.startsWith('"')) return token.slice(1, -1).replace(/\\(["\\$`])/g, '$1')
  return token.startsWith('\\') && token.length === 2 ? token.slice(1) : token
}

// Programs that run the rest of their line unchanged.
const wrappers: ReadonlySet<string> = new Set([
  ...['cross-env', 'cross-env-shell', 'env', 'exec', 'time', 'npx', 'bunx', 'pnpx', 'dotenv', 'dotenvx', 'env-cmd'],
  ...['command', 'sudo', 'nohup', 'doppler', 'infisical', 'with-env', 'nice', 'op', 'varlock'],
])
const valued: ReadonlySet<string> = new Set(['-e', '-f', '-c', '--file', '-p', '--package', '--config', '--env-file'])

/** The calls of a shell line, in order; wrappers such as `cross-env` and `npx` taken off. */
export function commandsOf(line: string): readonly Command[] {
  const commands: Command[] = []
  let folder = '.'
  let words: string[] = []
  const flush = () => {
    const command = toCommand(words, folder)
    words = []
    if (command?.words[0] === 'cd') folder = into(folder, command.words[1] ?? '.')
    else if (command) commands.push(command)
  }
  for (const word of shellWords(line)) {
    if (separators.has(word)) flush()
    else words.push(word)
  }
  flush()
  return commands
}

/** Where `cd` leads from a folder. `..` beyond the start stays as it is written. */
export function into(folder: string, step: string): string {
  const parts = folder === '.' ? [] : folder.split('/')
  for (const part of step.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else parts.push(part)
  }
  return parts.join('/') || '.'
}

function toCommand(all: readonly string[], folder: string): Command | null {
  const env: Record<string, string> = {}
  let at = 0
  let wrapped = false
  for (; at < all.length; at++) {
    const word = all[at] ?? ''
    const assignment = /^([A-Za-z_]\w*)=(.*)$/s.exec(word)
    if (assignment) env[assignment[1] ?? ''] = assignment[2] ?? ''
    else if (wrappers.has(word)) wrapped = true
    else if (!wrapped || !isWrapperOption(word)) break
    else if (valued.has(word)) at++
  }
  const program = all[at]
  return program === undefined ? null : { env, words: [plainProgram(program, wrapped), ...all.slice(at + 1)], folder }
}

const isWrapperOption = (word: string) => word.startsWith('-') || word === 'run'

function plainProgram(program: string, wrapped: boolean): string {
  const bare = program.replace(/^(?:\.\/)?node_modules\/\.bin\//, '')
  return wrapped ? bare.replace(/(.)@[\w.^~-]+$/, '$1') : bare
}
