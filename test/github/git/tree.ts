import type { Objects } from './objects.ts'

/** One line of a git tree. `mode` as GitHub writes it: 040000 for folders, 160000 for submodules. */
export interface TreeItem {
  readonly mode: string
  readonly name: string
  readonly sha: string
}

/** A path of a whole tree, folders included. */
export interface TreePath {
  readonly path: string
  readonly mode: string
  readonly sha: string
}

export const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

const typeOfMode: Record<string, string> = { '040000': 'tree', '160000': 'commit' }

/** `tree`, `commit` (a submodule) or `blob`. */
export function typeOf(mode: string): string {
  return typeOfMode[mode] ?? 'blob'
}

/** The lines of one tree, or null when the id is not that of a tree. */
export async function readTree(objects: Objects, sha: string): Promise<readonly TreeItem[] | null> {
  if (sha === EMPTY_TREE) return []
  const object = await objects.read(sha)
  return object?.type === 'tree' ? parse(object.content) : null
}

/** Writes one tree; git's order is made here. Gives its id. */
export function writeTree(objects: Objects, items: readonly TreeItem[]): Promise<string> {
  const sorted = items.toSorted((a, b) => Buffer.compare(sortKey(a), sortKey(b)))
  const lines = sorted.flatMap((item) => [
    Buffer.from(`${item.mode.replace(/^0/, '')} ${item.name}\0`),
    Buffer.from(item.sha, 'hex'),
  ])
  return objects.write('tree', Buffer.concat(lines))
}

/** All paths below a tree, depth first in git's order. */
export async function walkTree(objects: Objects, sha: string, prefix = ''): Promise<readonly TreePath[]> {
  const found: TreePath[] = []
  for (const item of (await readTree(objects, sha)) ?? []) {
    const path = prefix + item.name
    found.push({ path, mode: item.mode, sha: item.sha })
    if (item.mode === '040000') found.push(...(await walkTree(objects, item.sha, `${path}/`)))
  }
  return found
}

/** What lies at a path below a tree, or null. The empty path is the tree itself. */
export async function findPath(objects: Objects, root: string, path: string): Promise<TreePath | null> {
  let found: TreePath = { path, mode: '040000', sha: root }
  for (const name of path.split('/').filter((part) => part !== '')) {
    const items = found.mode === '040000' ? await readTree(objects, found.sha) : null
    const item = items?.find((one) => one.name === name)
    if (item === undefined) return null
    found = { path, mode: item.mode, sha: item.sha }
  }
  return found
}

function sortKey(item: TreeItem): Buffer {
  return Buffer.from(item.mode === '040000' ? `${item.name}/` : item.name)
}

function parse(content: Buffer): readonly TreeItem[] {
  const items: TreeItem[] = []
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(32, at)
    const zero = content.indexOf(0, space)
    const mode = content.toString('utf8', at, space).padStart(6, '0')
    const name = content.toString('utf8', space + 1, zero)
    items.push({ mode, name, sha: content.toString('hex', zero + 1, zero + 21) })
    at = zero + 21
  }
  return items
}
