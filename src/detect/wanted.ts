import type { TreeEntry } from '../model.ts'
import type { Reads } from './detector.ts'
import { isIgnored } from './repository.ts'

interface Patterns {
  readonly names: ReadonlySet<string>
  readonly wild: readonly RegExp[]
  /** Patterns with a slash, by their last segment when that is plain, else under `*`. */
  readonly tails: ReadonlyMap<string, readonly RegExp[]>
}

function toRegExp(pattern: string, start: string): RegExp {
  const body = pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*')
  return new RegExp(`${start}${body}$`)
}

function compile(rules: readonly Reads[]): Patterns {
  const names = new Set<string>()
  const wild: RegExp[] = []
  const tails = new Map<string, RegExp[]>()
  for (const pattern of new Set(rules.flatMap((rule) => rule.reads))) {
    const last = pattern.slice(pattern.lastIndexOf('/') + 1)
    if (pattern.includes('/')) {
      const key = last.includes('*') ? '*' : last
      tails.set(key, [...(tails.get(key) ?? []), toRegExp(pattern, '(?:^|/)')])
    } else if (pattern.includes('*')) wild.push(toRegExp(pattern, '^'))
    else names.add(pattern)
  }
  return { names, wild, tails }
}

function wants(patterns: Patterns, path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (patterns.names.has(name)) return true
  if (patterns.tails.get(name)?.some((tail) => tail.test(path))) return true
  return (
    patterns.wild.some((wild) => wild.test(name)) || (patterns.tails.get('*')?.some((tail) => tail.test(path)) ?? false)
  )
}

const depth = (path: string) => path.split('/').length

// One name may fill a repository (index.html in generated pages): the nearest to the root tell enough.
const mostOfOneName = 100

/**
 * The paths that the rules want to see in the first round, nearest to the root first.
 * Input: every entry of the tree. Output: paths of plain files outside ignored folders, at most 100 of one name.
 */
export function wanted(rules: readonly Reads[], entries: readonly TreeEntry[]): readonly string[] {
  const patterns = compile(rules)
  const counts = new Map<string, number>()
  return entries
    .filter((entry) => wants(patterns, entry.path) && !isIgnored(entry.path))
    .map((entry) => entry.path)
    .sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1))
    .filter((path) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return count <= mostOfOneName
    })
}
