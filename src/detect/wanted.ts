import type { TreeEntry } from '../model.ts'
import type { Reads } from './detector.ts'
import { once } from './once.ts'
import { byDepth, isIgnored } from './repository.ts'

interface Patterns {
  readonly names: ReadonlySet<string>
  /** File names that vary, all in one; null where there are none. */
  readonly wild: RegExp | null
  /** Patterns with a slash, by their last segment when that is plain, else under `*`. */
  readonly tails: ReadonlyMap<string, RegExp>
}

const source = (pattern: string) => pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*')

const anyOf = (patterns: readonly string[], start: string) =>
  patterns.length === 0 ? null : new RegExp(`${start}(?:${patterns.map(source).join('|')})$`)

const compile = once((rules: readonly Reads[]): Patterns => {
  const all = [...new Set(rules.flatMap((rule) => rule.reads))]
  const tails = Map.groupBy(
    all.filter((pattern) => pattern.includes('/')),
    (pattern) => (nameOf(pattern).includes('*') ? '*' : nameOf(pattern)),
  )
  const plain = all.filter((pattern) => !pattern.includes('/'))
  return {
    names: new Set(plain.filter((pattern) => !pattern.includes('*'))),
    wild: anyOf(
      plain.filter((pattern) => pattern.includes('*')),
      '^',
    ),
    tails: new Map(
      [...tails].flatMap(([key, patterns]) => {
        const tail = anyOf(patterns, '(?:^|/)')
        return tail ? [[key, tail] as const] : []
      }),
    ),
  }
})

function wants({ names, wild, tails }: Patterns, path: string): boolean {
  const name = nameOf(path)
  return (
    names.has(name) ||
    tails.get(name)?.test(path) === true ||
    wild?.test(name) === true ||
    tails.get('*')?.test(path) === true
  )
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

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
    .sort(byDepth)
    .filter((path) => {
      const name = nameOf(path)
      const count = (counts.get(name) ?? 0) + 1
      counts.set(name, count)
      return count <= mostOfOneName
    })
}
