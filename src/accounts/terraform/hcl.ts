/** An expression as it stands, such as `var.region`. */
export interface Raw {
  readonly raw: string
}

/** A value of an attribute. */
export type Value = string | number | boolean | Raw | readonly Value[] | { readonly [key: string]: Value }

/** A block with its attributes and the blocks inside. `labels` are what stands in quotes behind the type. */
export interface Block {
  readonly type: string
  readonly labels: readonly string[]
  readonly attributes: { readonly [key: string]: Value }
  readonly blocks: readonly Block[]
  /** A line above it. */
  readonly comment?: string
}

export function raw(text: string): Raw {
  return { raw: text }
}

export function block(
  type: string,
  labels: readonly string[],
  attributes: Block['attributes'],
  blocks: readonly Block[] = [],
): Block {
  return { type, labels, attributes, blocks }
}

/** A resource in the account of a provider alias. */
export function resource(
  type: string,
  name: string,
  provider: string,
  attributes: Block['attributes'],
  blocks: readonly Block[] = [],
): Block {
  return block('resource', [type, name], { provider: raw(`aws.${provider}`), ...attributes }, blocks)
}

/** The text of a file, formatted as `terraform fmt` does. `head`: comment lines. */
export function hclText(head: string, blocks: readonly Block[]): string {
  const comment =
    head === ''
      ? []
      : [
          head
            .split('\n')
            .map((line) => `# ${line}`)
            .join('\n'),
        ]
  return `${[...comment, ...blocks.map((one) => blockText(one, ''))].join('\n\n')}\n`
}

function blockText({ type, labels, attributes, blocks, comment }: Block, indent: string): string {
  const head = [type, ...labels.map(quoted)].join(' ')
  const above = comment === undefined ? '' : `${indent}# ${comment}\n`
  const inner = `${indent}  `
  const lines = attributeLines(attributes, inner)
  if (lines.length === 0 && blocks.length === 0) return `${above}${indent}${head} {}`
  const nested = blocks.map((one) => blockText(one, inner))
  const body = [...(lines.length > 0 ? [lines.join('\n')] : []), ...nested].join('\n\n')
  return `${above}${indent}${head} {\n${body}\n${indent}}`
}

/** Signs of equality stand below each other in a run of lines, as `terraform fmt` has it; a value of several lines ends the run. */
function attributeLines(attributes: Block['attributes'], indent: string): readonly string[] {
  const all = Object.entries(attributes).map(([key, value]) => ({ key, text: valueText(value, indent) }))
  const isLong = ({ text }: { readonly text: string }) => text.includes('\n')
  return all.map(({ key, text }, index) => {
    if (text.includes('\n')) return `${indent}${key} = ${text}`
    const before = all.slice(0, index).findLastIndex(isLong)
    const after = all.findIndex((one, at) => at > index && isLong(one))
    const run = all.slice(before + 1, after === -1 ? undefined : after)
    const width = Math.max(...run.map((one) => one.key.length))
    return `${indent}${key.padEnd(width)} = ${text}`
  })
}

function valueText(value: Value, indent: string): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (isList(value)) return `[${value.map((one) => valueText(one, indent)).join(', ')}]`
  if (isRaw(value)) return value.raw
  const inner = `${indent}  `
  return `{\n${attributeLines(value, inner).join('\n')}\n${indent}}`
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

function isRaw(value: Value): value is Raw {
  return typeof value === 'object' && 'raw' in value
}

/** A text in quotes in which nothing is an expression. */
function quoted(text: string): string {
  const escaped = text
    .replace(/[\\"]/gu, '\\$&')
    .replaceAll('\n', '\\n')
    .replace(/[$%](?=\{)/gu, '$&$&')
  return `"${escaped}"`
}
