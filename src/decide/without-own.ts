import type { Tree } from '../model.ts'
import { lockPaths, locksIn } from '../render/lock.ts'

/**
 * The tree as it would be without what an earlier run generated, changed since or not: our own Dockerfile or pipeline is no evidence
 * of what the repository is, so that the second run sees what the first one saw (case D30).
 */
export function withoutOwn(tree: Tree): Tree {
  const locks = locksIn(tree.files)
  if (locks.length === 0) return tree
  const isOwn = (path: string) => lockPaths.includes(path) || locks.some(({ files }) => Object.hasOwn(files, path))
  return {
    ...tree,
    entries: tree.entries.filter(({ path }) => !isOwn(path)),
    files: new Map([...tree.files].filter(([path]) => !isOwn(path))),
  }
}
