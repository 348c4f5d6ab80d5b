import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Say } from '../text.ts'

/** A place in a configuration file. Both count from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Something wrong in a configuration file, where, and what to write instead. */
export interface ConfigFault extends Position {
  readonly message: string
}

/** The same before it is known in which language it is told. */
export interface FaultToTell extends Position {
  readonly say: Say
}

/** A value of the file with its place. An alias is none of these: it is refused. */
export type Node =
  | { readonly kind: 'map'; readonly at: Position; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly at: Position; readonly items: readonly Node[] }
  | {
      readonly kind: 'value'
      readonly at: Position
      readonly value: string | number | boolean | null
      readonly source: string
      /** Stands in quotes, so that the first character is one column further on. */
      readonly quoted: boolean
    }

export interface Entry {
  readonly key: string
  readonly at: Position
  readonly node: Node
}

/** A file longer than this is no configuration. */
const longest = 32_000
const start: Position = { line: 1, column: 1 }

/** Reads YAML with places. What cannot be read is a fault; never throws. Bounded by the length of the text. */
export function readNodes(text: string): { readonly node: Node | null; readonly faults: readonly FaultToTell[] } {
  if (text.length > longest) return fault(start, ({ config }) => config.tooLong(longest))
  const lineCounter = new LineCounter()
  try {
    const document = parseDocument(text, { lineCounter, logLevel: 'silent', uniqueKeys: true })
    const [error] = document.errors
    if (error !== undefined)
      return fault(placeIn(lineCounter, error.pos[0]), ({ config }) => config.yaml[error.code] ?? config.yaml.other)
    return { node: document.contents === null ? null : toNode(document.contents, lineCounter), faults: [] }
  } catch (thrown) {
    // The parser is recursive: brackets nested by the thousand end in a RangeError.
    if (thrown instanceof RangeError) return fault(start, ({ config }) => config.tooDeep)
    if (!(thrown instanceof Unreadable)) throw thrown
    return fault(thrown.at, thrown.say)
  }
}

class Unreadable extends Error {
  readonly at: Position
  readonly say: Say
  constructor(at: Position, say: Say) {
    super('unreadable')
    this.at = at
    this.say = say
  }
}

function toNode(node: unknown, lines: LineCounter): Node {
  const at = placeOf(node, lines)
  if (isAlias(node)) throw new Unreadable(at, ({ config }) => config.alias)
  if (isMap(node)) return { kind: 'map', at, entries: node.items.map((pair) => toEntry(pair, lines)) }
  if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => toNode(item, lines)) }
  if (!isScalar(node)) throw new Unreadable(at, ({ config }) => config.noValue)
  const { value, type } = node
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  const source = typeof node.source === 'string' ? node.source : String(plain)
  return { kind: 'value', at, value: plain, source, quoted: type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE' }
}

function toEntry(pair: { readonly key: unknown; readonly value: unknown }, lines: LineCounter): Entry {
  const key = isScalar(pair.key) ? String(pair.key.value) : ''
  const at = placeOf(pair.key, lines)
  const node: Node =
    pair.value === null ? { kind: 'value', at, value: null, source: '', quoted: false } : toNode(pair.value, lines)
  return { key, at, node }
}

function placeOf(node: unknown, lines: LineCounter): Position {
  const ranged = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
  const offset: unknown = ranged && Array.isArray(node.range) ? node.range[0] : 0
  return placeIn(lines, typeof offset === 'number' ? offset : 0)
}

function placeIn(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

function fault(at: Position, say: Say) {
  return { node: null, faults: [{ ...at, say }] }
}
