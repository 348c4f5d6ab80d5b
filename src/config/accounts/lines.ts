import type { Entry, Node } from '../node.ts'
import { looksLikeLink } from './link.ts'

/** Words that begin a line of the form, and the key that each stands for. */
const labels: readonly (readonly [RegExp, string])[] = [
  [/^(?:environments?|環境)$/iu, 'environments'],
  [/^(?:products?|プロダクト|製品|サービス)$/iu, 'products'],
  [/^(?:links?|通信|接続)$/iu, 'links'],
  [/^(?:networks?|cidrs?|ネットワーク)$/iu, 'networks'],
  [/^(?:(?:data )?stores?|データストア|データ)$/iu, 'stores'],
  [/^(?:existing(?: account)?|既存アカウント|既存の(?: ?AWS ?)?アカウント)$/iu, 'existing'],
  [/^(?:split|分割)$/iu, 'split'],
  [/^(?:images?|イメージ)$/iu, 'images'],
  [/^(?:format|形式)$/iu, 'format'],
  [/^(?:region|リージョン)$/iu, 'region'],
  [/^(?:e-?mail|メール(?:アドレス)?)$/iu, 'email'],
]
const lists: readonly string[] = ['links', 'networks', 'stores', 'environments', 'products']

/** A line without what Markdown puts before it, and how much that was. */
interface Line {
  readonly number: number
  readonly text: string
  readonly column: number
  readonly item: boolean
}

type Gathered = Map<string, { readonly at: Entry['at']; readonly items: Node[] }>

/**
 * The simple lines of an issue as the same nodes that YAML gives: `environments: dev, production`, `shop -> auth 443`, and lists under a
 * label. Null where none of the lines names products or environments. `from`: the number of the first line. Linear in the text.
 */
export function linesAsNode(lines: readonly string[], from: number): Node | null {
  const found: Gathered = new Map()
  let open: string | null = null
  for (const [index, text] of lines.entries()) open = gather(found, readLine(text, index + from), open)
  if (!found.has('environments') && !found.has('products')) return null
  const entries = [...found].map(([key, { at, items }]): Entry => ({ key, at, node: nodeOf(key, at, items) }))
  return { kind: 'map', at: { line: entries[0]?.at.line ?? from, column: 1 }, entries }
}

/** Takes a line in. Gives the label whose list goes on with the next line, or null. */
function gather(found: Gathered, line: Line, open: string | null): string | null {
  if (line.text === '') return open
  const labelled = readLabel(line)
  if (labelled !== null) {
    add(found, labelled.key, line, labelled.node)
    return labelled.node === null && lists.includes(labelled.key) ? labelled.key : null
  }
  if (open !== null && line.item) {
    add(found, open, line, toValue(line))
    return open
  }
  if (found.size > 0 && looksLikeLink(line.text)) add(found, 'links', line, toValue(line))
  return null
}

function add(found: Gathered, key: string, { number, column }: Line, node: Node | null): void {
  const entry = found.get(key) ?? { at: { line: number, column }, items: [] }
  found.set(key, entry)
  if (node !== null) entry.items.push(node)
}

function readLine(raw: string, number: number): Line {
  const text = raw.slice(0, 500)
  const lead = /^\s*(?:[-*+]\s+)?(?:\*\*)?/u.exec(text)?.[0] ?? ''
  const rest = text.slice(lead.length).trimEnd()
  return { number, text: rest, column: lead.length + 1, item: /[-*+]/u.test(lead) }
}

function readLabel(line: Line): { readonly key: string; readonly node: Node | null } | null {
  const match = /^([^:：]{1,20})[:：](?:\*\*)?\s*(.*)$/u.exec(line.text)
  const label = match?.[1]?.replaceAll('*', '').trim() ?? ''
  const key = labels.find(([pattern]) => pattern.test(label))?.[1]
  if (key === undefined) return null
  const value = match?.[2] ?? ''
  if (value === '') return { key, node: null }
  return { key, node: toValue({ ...line, text: value, column: line.column + line.text.length - value.length }) }
}

function toValue({ text, number, column }: Line): Node {
  const bare = text.replace(/^(["'`])(.*)\1$/u, '$2')
  return { kind: 'value', at: { line: number, column }, value: bare, source: bare, quoted: bare !== text }
}

function nodeOf(key: string, at: Entry['at'], items: readonly Node[]): Node {
  const [only] = items
  if (!lists.includes(key)) return only ?? { kind: 'value', at, value: null, source: '', quoted: false }
  // What stands in one line may hold several.
  return only !== undefined && items.length === 1 ? only : { kind: 'list', at, items }
}
