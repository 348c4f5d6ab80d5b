// Comments and texts of JavaScript; every alternative also matches when its end is missing, so that the scan is linear.
const pieces =
  /\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?/gs

/** JavaScript or TypeScript with every comment blanked out; lengths and lines stay as they were. */
export function withoutComments(source: string): string {
  if (!source.includes('//') && !source.includes('/*')) return source
  return source.replace(pieces, (piece) => (piece.startsWith('/') ? piece.replace(/[^\n]/g, ' ') : piece))
}

const plain = /^(?:'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$]*)`)$/

/** The text of a quoted literal; null for anything else. */
export function literal(expression: string): string | null {
  const match = plain.exec(expression.trim())
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null
}

/**
 * The expression that a key has in an object literal (`key: …`, `key = …` or the shorthand `key,`), without comments.
 * The first occurrence counts; undefined where there is none. The text is taken as source, nothing is run.
 */
export function expressionOf(source: string, key: string): string | undefined {
  const pattern = new RegExp(`(?:^|[\\s,{(.;'"\`])${key}['"\`]?\\s*(?::|=(?![=>]))\\s*`, 'g')
  for (const match of source.matchAll(pattern))
    if (!declares.test(source.slice(Math.max(0, match.index - 6), match.index + 1)))
      return upToEnd(source, match.index + match[0].length)
  return new RegExp(`[{,]\\s*${key}\\s*[,}]`).test(source) ? key : undefined
}

// `const outDir = …` only counts where it is handed on.
const declares = /\b(?:const|let|var)\s+$/

const opening = '([{'
const closing = ')]}'

/** From a position to the end of the expression there: a comma, a semicolon, a bracket that closes, or a line end outside brackets. */
function upToEnd(source: string, start: number): string {
  const text = source.slice(start, start + longest)
  const bare = text.replace(texts, (quoted) => 'x'.repeat(quoted.length))
  let depth = 0
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i] ?? ''
    if (opening.includes(char)) depth++
    else if (closing.includes(char)) depth--
    const ends = depth < 0 || (depth === 0 && (char === ',' || char === ';' || (char === '\n' && endsHere(bare, i))))
    if (ends) return text.slice(0, i).trim()
  }
  return text.trim()
}

// No setting that matters is longer.
const longest = 2_000
const texts = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\.)*`?/gs

// A line end inside an expression: after an operator, or before one on the next line.
function endsHere(text: string, at: number): boolean {
  return (
    at > 0 && !/[|?&+:]\s*$/.test(text.slice(Math.max(0, at - 3), at)) && !/^\s*[|?&+.:]/.test(text.slice(at, at + 80))
  )
}

const pathWords =
  /\b(?:path|resolve|join|__dirname|process|cwd|import|meta|dirname|url|fileURLToPath|new|URL|posix|normalize|pathname|as|const|String|appRoot|rootDir|root)\b|[\s.,()]/g
const quoted = /'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$]*)`/g

/**
 * The folder or text that an expression stands for: a literal, `path.join(__dirname, 'x')`, `new URL('./x', import.meta.url)`,
 * a fallback after `||` or `??`, or a name that the source sets to one of these. Null where it cannot be told.
 */
export function textOf(source: string, expression: string, depth = 0): string | null {
  const direct = literal(expression)
  if (direct !== null || depth > 3) return direct
  const fallback = /(?:\|\||\?\?)(?!.*(?:\|\||\?\?))(.+)$/s.exec(expression)
  if (fallback) return textOf(source, fallback[1] ?? '', depth + 1)
  if (/^[A-Za-z_$][\w$]*$/.test(expression)) {
    const set = new RegExp(
      `\\b(?:const|let|var)\\s+${expression.replaceAll('$', '\\$')}\\s*(?::\\s*string\\s*)?=\\s*`,
    ).exec(source)
    return set ? textOf(source, upToEnd(source, set.index + set[0].length), depth + 1) : null
  }
  const parts = [...expression.matchAll(quoted)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
  return parts.length > 0 && expression.replace(quoted, '').replace(pathWords, '') === '' ? parts.join('/') : null
}

/** What a key is set to, where it is a text that can be told; null where it is not set, undefined where it is set to something else. */
export function setting(source: string, key: string): string | null | undefined {
  const expression = expressionOf(source, key)
  return expression === undefined ? null : (textOf(source, expression) ?? undefined)
}
