import { isRecord } from './check.ts'
import type { Shape } from './shape.ts'

/** A value as JSON of the AWS protocols carries it: timestamps as seconds. */
export function toJson(value: unknown, shape: Shape): unknown {
  if (value === undefined || value === null) return undefined
  if (value instanceof Date) return value.getTime() / 1000
  if (shape.kind === 'list' && Array.isArray(value)) return value.map((item: unknown) => toJson(item, shape.of))
  if (shape.kind === 'map' && isRecord(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toJson(item, shape.of)]))
  }
  if (shape.kind === 'structure' && isRecord(value)) {
    const members = Object.entries(value).flatMap(([key, item]) => {
      const member = shape.members.get(key)
      return member === undefined ? [] : [[key, toJson(item, member.shape())] as const]
    })
    return Object.fromEntries(members)
  }
  return value
}

/** The same as XML of the query protocol, inside an element of that name. */
export function toXml(name: string, value: unknown, shape: Shape): string {
  if (value === undefined || value === null) return ''
  return `<${name}>${inner(value, shape)}</${name}>`
}

function inner(value: unknown, shape: Shape): string {
  if (value instanceof Date) return value.toISOString()
  if (shape.kind === 'list' && Array.isArray(value)) {
    return value.map((item: unknown) => toXml('member', item, shape.of)).join('')
  }
  if (shape.kind === 'map' && isRecord(value)) {
    const entries = Object.entries(value)
    return entries
      .map(([key, item]) => `<entry><key>${inXml(key)}</key>${toXml('value', item, shape.of)}</entry>`)
      .join('')
  }
  if (shape.kind === 'structure' && isRecord(value)) {
    return Object.entries(value)
      .map(([key, item]) => {
        const member = shape.members.get(key)
        return member === undefined ? '' : toXml(key, item, member.shape())
      })
      .join('')
  }
  return inXml(String(value))
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
