import type { Taken } from '../command/reading.ts'
import type { Say } from '../text.ts'
import type { FaultToTell, Node, Position } from './node.ts'

/** Which file is read: the repository's own, or the one that its organisation has for all of them. */
export type Level = 'repository' | 'organisation'

/** Where a reader is and where it puts what is wrong. */
export interface Reading {
  readonly level: Level
  readonly report: (at: Position, say: Say) => void
}

/** A JSON Schema (draft 7, which every editor reads), as plain data. */
export type Schema = Readonly<Record<string, unknown>>

/** The form of a value: the same thing reads it and describes it to editors. `read` gives null where it is wrong, which was reported then. */
export interface Shape<T> {
  readonly schema: Schema
  readonly read: (node: Node, reading: Reading) => T | null
}

/** A text that `check` takes: the readers of flags serve here too. */
export function text<T>(schema: Schema, check: (raw: string) => Taken<T>): Shape<T> {
  return {
    schema,
    read: (node, { report }) => {
      if (node.kind !== 'value' || node.value === null) return wrong(report, node.at, ({ config }) => config.text)
      const read = check(node.source)
      if (read.ok) return read.value
      const { because, suggestion, at } = read.fault
      const { line, column } = node.at
      const place = { line, column: column + at + (node.quoted ? 1 : 0) }
      return wrong(
        report,
        place,
        suggestion === null ? because : (texts) => texts.config.because(because(texts), suggestion(texts)),
      )
    },
  }
}

/** Yes or no. */
export const flag: Shape<boolean> = {
  schema: { type: 'boolean' },
  read: (node, { report }) =>
    node.kind === 'value' && typeof node.value === 'boolean'
      ? node.value
      : wrong(report, node.at, ({ config }) => config.flag),
}

/** A value that is there as it is, with what to say otherwise. */
export function constant<T extends string | number>(value: T, otherwise: Say): Shape<T> {
  return {
    schema: { const: value },
    read: (node, { report }) =>
      node.kind === 'value' && node.value === value ? value : wrong(report, node.at, otherwise),
  }
}

/** A list of one or more values; items that are wrong are left out. */
export function list<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    schema: { type: 'array', minItems: 1, items: item.schema },
    read: (node, reading) => {
      if (node.kind !== 'list') {
        return wrong(reading.report, node.at, ({ config }) => config.list)
      }
      if (node.items.length === 0) return wrong(reading.report, node.at, ({ config }) => config.emptyList)
      return node.items.map((one) => item.read(one, reading)).filter((one) => one !== null)
    },
  }
}

/** The first form where the value is what `isFirst` says, else the second. */
export function either<A, B>(first: Shape<A>, isFirst: (node: Node) => boolean, second: Shape<B>): Shape<A | B> {
  return {
    schema: { anyOf: [first.schema, second.schema] },
    read: (node, reading) => (isFirst(node) ? first.read(node, reading) : second.read(node, reading)),
  }
}

/** Collects faults in the order of the lines. */
export function collector(): {
  readonly report: Reading['report']
  readonly faults: () => readonly FaultToTell[]
} {
  const faults: FaultToTell[] = []
  return {
    report: ({ line, column }, say) => faults.push({ line, column, say }),
    faults: () => faults.toSorted((a, b) => a.line - b.line || a.column - b.column),
  }
}

export function wrong(report: Reading['report'], at: Position, say: Say): null {
  report(at, say)
  return null
}
