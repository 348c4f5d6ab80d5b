/** An IPv4 range: first address and number of addresses. */
interface Range {
  readonly start: number
  readonly size: number
}

/** What is wrong with a range, or null. `fixed`: the range that was probably meant. */
export type CidrFault =
  | { readonly kind: 'form' | 'public' | 'size' }
  | { readonly kind: 'host'; readonly fixed: string }

/** RFC 1918 and RFC 6598: what AWS recommends for a VPC (https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html, read 2026-11). */
const privateRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']

/** Looks at `a.b.c.d/n`: its form, host bits, whether it is a private range, and that a VPC can have it: /16 to `smallest`. */
export function cidrFault(text: string, smallest: number): CidrFault | null {
  const range = rangeOf(text)
  if (range === null) return { kind: 'form' }
  if (range.start % range.size !== 0)
    return { kind: 'host', fixed: cidrText(range.start - (range.start % range.size), text) }
  const prefix = prefixOf(text)
  if (prefix < 16 || prefix > smallest) return { kind: 'size' }
  return privateRanges.some((outer) => contains(outer, text)) ? null : { kind: 'public' }
}

/** Whether two ranges share an address. Both must be well-formed; what is not shares none. */
export function overlaps(one: string, other: string): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)]
  return a !== null && b !== null && a.start < b.start + b.size && b.start < a.start + a.size
}

/** The number behind the slash. */
export function prefixOf(cidr: string): number {
  return Number(cidr.split('/')[1])
}

function contains(outer: string, inner: string): boolean {
  const [a, b] = [rangeOf(outer), rangeOf(inner)]
  return a !== null && b !== null && a.start <= b.start && b.start + b.size <= a.start + a.size
}

function rangeOf(text: string): Range | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/u.exec(text)
  if (match === null) return null
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = match.slice(1).map(Number)
  if ([a, b, c, d].some((part) => part > 255) || prefix > 32) return null
  return { start: ((a * 256 + b) * 256 + c) * 256 + d, size: 2 ** (32 - prefix) }
}

function cidrText(start: number, like: string): string {
  const parts = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256)
  return `${parts.join('.')}/${prefixOf(like)}`
}
