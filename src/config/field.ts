import type { Taken } from '../command/reading.ts'
import type { ConfigFault, Entry, Node } from './node.ts'

/** Where a reader puts what is wrong. */
export type Report = (line: number, message: string) => void

/** Reads one value; null where it is wrong, which was reported then. */
export type ReadValue<T> = (node: Node, report: Report) => T | null

/** A text that `check` takes: the readers of flags serve here too. */
export function text<T>(check: (raw: string) => Taken<T>): ReadValue<T> {
  return (node, report) => {
    if (node.kind !== 'value' || node.value === null) return wrong(report, node.line, 'a text is expected here')
    const read = check(node.source)
    if (read.ok) return read.value
    const { because, suggestion } = read.fault
    return wrong(report, node.line, suggestion === null ? because : `${because}: ${suggestion}`)
  }
}

export const flag: ReadValue<boolean> = (node, report) =>
  node.kind === 'value' && typeof node.value === 'boolean'
    ? node.value
    : wrong(report, node.line, 'true or false is expected here')

/** A list of values; items that are wrong are left out. */
export function list<T>(item: ReadValue<T>): ReadValue<readonly T[]> {
  return (node, report) => {
    if (node.kind !== 'list') return wrong(report, node.line, 'a list is expected here (lines that begin with `-`)')
    return node.items.map((one) => item(one, report)).filter((one) => one !== null)
  }
}

/** The entries of a mapping by key; keys that are not known are reported with the ones that are. */
export function entries(node: Node, known: readonly string[], report: Report): ReadonlyMap<string, Entry> {
  if (node.kind !== 'map') {
    report(node.line, 'a mapping is expected here (`key: value`)')
    return new Map()
  }
  const found = new Map<string, Entry>()
  for (const entry of node.entries) {
    if (known.includes(entry.key)) found.set(entry.key, entry)
    else
      report(
        entry.line,
        `\`${shown(entry.key)}\` is not known; known are ${known.map((key) => `\`${key}\``).join(', ')}`,
      )
  }
  return found
}

/** The value of a key, or null where it is absent or wrong. */
export function optional<T>(
  from: ReadonlyMap<string, Entry>,
  key: string,
  read: ReadValue<T>,
  report: Report,
): T | null {
  const entry = from.get(key)
  return entry === undefined ? null : read(entry.node, report)
}

/** The value of a key that must be there. */
export function required<T>(
  from: ReadonlyMap<string, Entry>,
  key: string,
  read: ReadValue<T>,
  report: Report,
  line: number,
): T | null {
  if (!from.has(key)) return wrong(report, line, `\`${key}\` is missing`)
  return optional(from, key, read, report)
}

/** Collects faults in the order of the lines. */
export function collector(): { readonly report: Report; readonly faults: () => readonly ConfigFault[] } {
  const faults: ConfigFault[] = []
  return {
    report: (line, message) => faults.push({ line, message }),
    faults: () => faults.toSorted((a, b) => a.line - b.line),
  }
}

function wrong(report: Report, line: number, message: string): null {
  report(line, message)
  return null
}

function shown(key: string): string {
  return key.replace(/[^\w .-]/gu, '?').slice(0, 40)
}
