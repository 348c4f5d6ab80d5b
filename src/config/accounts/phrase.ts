import type { Say } from '../../text.ts'
import type { Node, Position } from '../node.ts'
import { type Schema, type Shape, wrong } from '../shape.ts'

/** A word of a phrase; `at` counts UTF-16 units from its start. */
export interface PhraseWord {
  readonly text: string
  readonly at: number
}

/** What a phrase says, or what is wrong with it and where. */
export type PhraseRead<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly say: Say; readonly at: number }

/** A value together with where it stands. */
export type Placed<T> = T & { readonly at: Position }

export function understood<T>(value: T): PhraseRead<T> {
  return { ok: true, value }
}

export function misunderstood(say: Say, at: number): PhraseRead<never> {
  return { ok: false, say, at }
}

/** Arrows, names, numbers and addresses as words; spaces, slashes between names, and colons only separate. Linear in the text. */
export function wordsOf(text: string): readonly PhraseWord[] {
  const pattern = /<->|<=>|->|=>|<-|<=|[→←↔⇒⇐⇔]|\d+(?:\.\d+)+\/?\d*|[\p{L}\p{N}_]+(?:-[\p{L}\p{N}_]+)*|[^\s:/,、：]/gu
  return [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }))
}

/** A text of a small grammar, with the place of what is wrong in it. */
export function phrase<T extends object>(schema: Schema, read: (text: string) => PhraseRead<T>): Shape<Placed<T>> {
  return {
    schema: { type: 'string', ...schema },
    read: (node, { report }) => {
      if (node.kind !== 'value' || node.value === null || node.source.length > longest)
        return wrong(report, node.at, ({ config }) => config.text)
      const found = read(node.source)
      if (found.ok) return { ...found.value, at: node.at }
      return wrong(report, placeIn(node, found.at), found.say)
    },
  }
}

const longest = 300

function placeIn(node: Extract<Node, { kind: 'value' }>, at: number): Position {
  return { line: node.at.line, column: node.at.column + at + (node.quoted ? 1 : 0) }
}

/** The list that one line may be, too: `dev, staging`. */
export function listOrLine<T>(item: Shape<T>, separator: RegExp): Shape<readonly T[]> {
  return {
    schema: { anyOf: [{ type: 'array', minItems: 1, items: item.schema }, { type: 'string' }] },
    read: (node, reading) => {
      const nodes = node.kind === 'list' ? node.items : node.kind === 'value' ? parts(node, separator) : null
      if (nodes === null) return wrong(reading.report, node.at, ({ config }) => config.list)
      if (nodes.length === 0) return wrong(reading.report, node.at, ({ config }) => config.emptyList)
      return nodes.map((one) => item.read(one, reading)).filter((one) => one !== null)
    },
  }
}

function parts(node: Extract<Node, { kind: 'value' }>, separator: RegExp): readonly Node[] {
  const nodes: Node[] = []
  let from = 0
  for (const piece of node.source.split(separator)) {
    const lead = piece.length - piece.trimStart().length
    const text = piece.trim()
    if (text !== '')
      nodes.push({ kind: 'value', at: placeIn(node, from + lead), value: text, source: text, quoted: false })
    from += piece.length + 1
  }
  return nodes
}
