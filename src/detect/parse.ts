import { type ParseError, parse as parseJsonc, printParseErrorCode } from 'jsonc-parser'
import { parse as parseToml } from 'smol-toml'
import { parseDocument } from 'yaml'
import type { Json } from './json.ts'

/** A parsed file, or the reason why it could not be parsed. */
export type Parsed = { readonly value: Json } | { readonly error: Problem }

/** Why a file could not be parsed: the format, what the parser says (a name, not a sentence), the line; or too many aliases. */
export type Problem = {
  readonly format: 'JSON' | 'YAML' | 'TOML'
  readonly what?: string
  readonly line?: number
  readonly aliases?: true
}

// A file may repeat an anchor at most this often; more is an alias bomb (yaml counts the resolved nodes).
const maxAliases = 100

/** JSON, with comments and trailing commas allowed. Never throws. */
export function readJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return readJsonc(text)
  }
}

function readJsonc(text: string): Parsed {
  const errors: ParseError[] = []
  const value: Json | undefined = parseJsonc(text, errors, { allowTrailingComma: true })
  const first = errors[0]
  if (first || value === undefined) {
    const line = text.slice(0, first?.offset ?? 0).split('\n').length
    return { error: { format: 'JSON', ...(first ? { what: printParseErrorCode(first.error) } : {}), line } }
  }
  return { value }
}

/** YAML 1.2 of the first document; unknown tags such as `!Sub` keep their value. Never throws. */
export function readYaml(text: string): Parsed {
  try {
    const document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false, strict: false })
    const error = document.errors.find((e) => e.code !== 'MULTIPLE_DOCS')
    const line = error?.linePos?.[0].line
    if (error) return { error: { format: 'YAML', ...(line === undefined ? {} : { line }) } }
    const value: Json = document.toJS({ maxAliasCount: maxAliases }) ?? null
    return { value }
  } catch (error) {
    return { error: { format: 'YAML', ...(error instanceof ReferenceError ? { aliases: true } : {}) } }
  }
}

/** TOML 1.0; dates become text. Never throws. */
export function readToml(text: string): Parsed {
  try {
    return { value: JSON.parse(JSON.stringify(parseToml(text))) }
  } catch (error) {
    return { error: { format: 'TOML', ...(error instanceof Error ? tomlLine(error) : {}) } }
  }
}

function tomlLine(error: Error): { readonly line?: number } {
  return 'line' in error && typeof error.line === 'number' ? { line: error.line } : {}
}
