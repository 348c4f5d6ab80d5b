/**
 * The words of a shell command, quotes and backslashes taken away. Variables stay as they are.
 * Input: one line. Output: the words in order; what stands in quotes is one word.
 */
export function words(command: string): readonly string[] {
  const found: string[] = []
  for (const match of command.matchAll(/(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/gs)) found.push(unquote(match[0]))
  return found
}

function unquote(word: string): string {
  return word.replace(/"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)/gs, (_, double, single, escaped) =>
    typeof double === 'string' ? double.replace(/\\(["\\$`])/g, '$1') : (single ?? escaped ?? ''),
  )
}

/** The simple commands of a line: `a && b; c` → `a`, `b`, `c`. What stands in quotes is not split. */
export function segments(command: string): readonly string[] {
  const found: string[] = []
  let from = 0
  for (const match of command.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|&&|\|\||;|\n/gs)) {
    if (!/^(?:&&|\|\||;|\n)$/.test(match[0])) continue
    found.push(command.slice(from, match.index))
    from = match.index + match[0].length
  }
  return [...found, command.slice(from)].map((part) => part.trim()).filter((part) => part !== '')
}

/** A list of words as one command line; words with blanks or shell signs in double quotes. */
export function commandLine(list: readonly string[]): string {
  return list
    .map((word) => (/^[\w@%+=:,./$[\]{}*~^-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ')
}

const wrappers: ReadonlySet<string> = new Set([
  'exec',
  'time',
  'nohup',
  'env',
  'command',
  'sudo',
  'tini',
  '--',
  'dumb-init',
])
const runners: ReadonlySet<string> = new Set(['poetry', 'pipenv', 'uv', 'pdm', 'rye', 'hatch', 'bundle', 'pixi'])

const shells = /^(?:\/bin\/)?(?:ba)?sh$/

/** The words of a simple command from its program on: without assignments, `exec`, `poetry run`, `bundle exec`, `python -m`. */
export function programWords(segment: string): readonly string[] {
  let rest = words(segment)
  for (let skip = skipped(rest); skip > 0; skip = skipped(rest)) rest = rest.slice(skip)
  const [head = '', flags = '', script] = rest
  return shells.test(head) && /^-\w*c$/.test(flags) && script !== undefined ? programWords(script) : rest
}

function skipped([head = '', next = '']: readonly string[]): number {
  if (/^\w+=/.test(head) || wrappers.has(head)) return 1
  if (runners.has(head) && (next === 'run' || next === 'exec')) return 2
  return /^python[\d.]*$/.test(head) && next === '-m' ? 2 : 0
}
