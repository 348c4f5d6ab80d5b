import { Document, isCollection, isMap, isScalar, type Node, Scalar, stringify, visit } from 'yaml'

/** Plain data, as JSON can hold it. */
export type Data = string | number | boolean | null | readonly Data[] | { readonly [key: string]: Data }

/** A comment in the output. `path` leads to the key or list item that it stands above, or beside with `beside: true`. */
export interface Comment {
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly beside?: boolean
}

export interface YamlOptions {
  /** First lines of the file, without `#`. */
  readonly head?: string
  readonly comments?: readonly Comment[]
  /** Keys and list items with an empty line before them. */
  readonly spaced?: readonly Comment['path'][]
}

/**
 * YAML text of plain data, with two spaces of indent and a final newline.
 * The same text reads alike in YAML 1.1 (PyYAML: AWS CLI, SAM, CloudFormation, Amplify, App Runner, CodeBuild) and 1.2 (GitHub):
 * every string value that either reads as something else (`on`, `no`, `3.10`, `12:34`, `1e3`) is quoted. Keys are quoted
 * only where 1.2 wants it, so that `on:` stays `on:`. Long lines are not folded and repeated parts are not made anchors.
 * Throws an Error where a comment's path does not exist.
 */
export function toYaml(data: Data, options: YamlOptions = {}): string {
  const document = new Document(data, { aliasDuplicateObjects: false })
  visit(document, { Scalar: (key, node) => (key === 'key' ? undefined : quote(node)) })
  for (const comment of options.comments ?? []) place(document, comment)
  for (const path of options.spaced ?? []) nodeAt(document, path).spaceBefore = true
  if (options.head) document.commentBefore = lines(options.head)
  const text = document.toString({ lineWidth: 0, singleQuote: true, blockQuote: 'literal', nullStr: '' })
  return text.replace(unprintable, escaped)
}

/** What YAML 1.1 forbids in a file; only ever inside double quotes here. */
const unprintable = /[\u007f-\u009f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]/gu

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `\\u${code.toString(16).padStart(4, '0')}`
}

function quote(node: Scalar): void {
  if (typeof node.value !== 'string') return
  if (node.value.search(unprintable) >= 0) node.type = Scalar.QUOTE_DOUBLE
  else if (!node.value.includes('\n') && ambiguous(node.value)) node.type = Scalar.QUOTE_SINGLE
}

/** `=` is YAML 1.1's "value" type, which PyYAML refuses and the library does not list. */
function ambiguous(value: string): boolean {
  return value === '=' || /^["']/.test(stringify(value, { compat: 'yaml-1.1', lineWidth: 0 }))
}

function place(document: Document, comment: Comment): void {
  const node = nodeAt(document, comment.path, comment.beside)
  if (comment.beside) node.comment = ` ${comment.text.replace(/\s+/g, ' ')}`.replace(unprintable, '')
  else node.commentBefore = lines(comment.text)
}

/** The key of a map or the item of a list at a path; with `value`, the value behind the key. */
function nodeAt(document: Document, path: Comment['path'], value = false): Node {
  const parent = document.getIn(path.slice(0, -1), true)
  const pair = isMap(parent)
    ? parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1))
    : undefined
  const node = !value && pair ? pair.key : document.getIn(path, true)
  if (isScalar(node) || isCollection(node)) return node
  throw new Error(`No such path for a comment: ${path.join(' > ')}`)
}

function lines(text: string): string {
  return text
    .replace(unprintable, '')
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '' : ` ${line}`))
    .join('\n')
}

/**
 * Narrows a value of unknown form to plain data; drops keys whose value is undefined.
 * Throws an Error for what JSON cannot hold (functions, dates …).
 */
export function plain(value: unknown): Data {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) {
    throw new Error(`Not plain data: ${String(value)}`)
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]))
}
