import { isAlias, isMap, isScalar, isSeq, type LineCounter, parseDocument } from 'yaml'

/** Something wrong in a configuration file. `line` counts from 1. */
export interface ConfigFault {
  readonly line: number
  readonly message: string
}

/** A value of the file with its line. An alias is none of these: it is refused. */
export type Node =
  | { readonly kind: 'map'; readonly line: number; readonly entries: readonly Entry[] }
  | { readonly kind: 'list'; readonly line: number; readonly items: readonly Node[] }
  | {
      readonly kind: 'value'
      readonly line: number
      readonly value: string | number | boolean | null
      readonly source: string
    }

export interface Entry {
  readonly key: string
  readonly line: number
  readonly node: Node
}

/** A file longer than this is no configuration. */
const longest = 32_000

/** Reads YAML with lines. What cannot be read is a fault; never throws. Bounded by the length of the text. */
export function readNodes(
  text: string,
  lines: LineCounter,
): { readonly node: Node | null; readonly faults: readonly ConfigFault[] } {
  if (text.length > longest) return fault(1, `the file is longer than ${longest} characters`)
  try {
    const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: true })
    const [error] = document.errors
    if (error !== undefined) return fault(error.linePos?.[0].line ?? 1, 'this is not valid YAML')
    return { node: document.contents === null ? null : toNode(document.contents, lines), faults: [] }
  } catch (thrown) {
    // The parser is recursive: brackets nested by the thousand end in a RangeError.
    if (thrown instanceof RangeError) return fault(1, 'the file is nested too deeply')
    if (!(thrown instanceof Unreadable)) throw thrown
    return fault(thrown.line, thrown.message)
  }
}

class Unreadable extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}

function toNode(node: unknown, lines: LineCounter): Node {
  const line = lineOf(node, lines)
  if (isAlias(node)) throw new Unreadable(line, 'aliases are not used here; write the value again')
  if (isMap(node)) {
    const entries = node.items.map((pair): Entry => {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      const at = lineOf(pair.key, lines)
      return {
        key,
        line: at,
        node: pair.value === null ? { kind: 'value', line: at, value: null, source: '' } : toNode(pair.value, lines),
      }
    })
    return { kind: 'map', line, entries }
  }
  if (isSeq(node)) return { kind: 'list', line, items: node.items.map((item) => toNode(item, lines)) }
  if (!isScalar(node)) throw new Unreadable(line, 'this is not a value')
  const { value } = node
  const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
  return { kind: 'value', line, value: plain, source: typeof node.source === 'string' ? node.source : String(plain) }
}

function lineOf(node: unknown, lines: LineCounter): number {
  const ranged = typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)
  const start: unknown = ranged && Array.isArray(node.range) ? node.range[0] : 0
  return lines.linePos(typeof start === 'number' ? start : 0).line
}

function fault(line: number, message: string) {
  return { node: null, faults: [{ line, message }] }
}
