import type { Tree } from '../model.ts'
import { lockPath, readLock } from '../render/lock.ts'

/**
 * The tree as it would be without what an earlier run generated, changed since or not: our own Dockerfile or pipeline is no evidence
 * of what the repository is, so that the second run sees what the first one saw (case D30).
 */
export function withoutOwn(tree: Tree): Tree {
  const lock = readLock(tree.files.get(lockPath) ?? '')
  if (!lock) return tree
  const isOwn = (path: string) => path === lockPath || Object.hasOwn(lock.files, path)
  return {
    ...tree,
    entries: tree.entries.filter(({ path }) => !isOwn(path)),
    files: new Map([...tree.files].filter(([path]) => !isOwn(path))),
  }
}
