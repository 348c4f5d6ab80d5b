import type { Objects } from './objects.ts'
import { readTree, type TreeItem, writeTree } from './tree.ts'

/** A path to set, or to remove with `sha` null. A tree may be set as a whole (mode 040000). */
export interface TreeChange {
  readonly path: string
  readonly mode: string
  readonly sha: string | null
}

/** Writes the tree that `base` becomes by the changes, and gives its id. Folders that end up empty disappear. */
export async function editTree(objects: Objects, base: string | null, changes: readonly TreeChange[]): Promise<string> {
  const items = new Map<string, TreeItem>()
  for (const item of base === null ? [] : ((await readTree(objects, base)) ?? [])) items.set(item.name, item)
  const deeper = Map.groupBy(changes, (change) => change.path.split('/', 1)[0] ?? '')
  for (const [name, group] of deeper) {
    const item = await edited(objects, name, items.get(name), group)
    if (item === null) items.delete(name)
    else items.set(name, item)
  }
  return writeTree(objects, [...items.values()])
}

async function edited(
  objects: Objects,
  name: string,
  old: TreeItem | undefined,
  changes: readonly TreeChange[],
): Promise<TreeItem | null> {
  const here = changes.findLast((change) => change.path === name)
  const below = changes.filter((change) => change.path !== name)
  const start = here === undefined ? (old ?? null) : here.sha === null ? null : { mode: here.mode, name, sha: here.sha }
  if (below.length === 0) return start
  const inner = below.map((change) => ({ ...change, path: change.path.slice(name.length + 1) }))
  const sha = await editTree(objects, start?.mode === '040000' ? start.sha : null, inner)
  const left = await readTree(objects, sha)
  return left === null || left.length === 0 ? null : { mode: '040000', name, sha }
}
