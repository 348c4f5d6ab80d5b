import type { Provision, Tree } from '../../model.ts'
import { blobId, lockPath, readLock } from '../../render/lock.ts'

/** Whether the default branch holds the files that a provision rests on, and the first that is not as it should be. */
export function mergedState(
  files: readonly { readonly path: string; readonly content: string | null }[],
  tree: Tree,
): Pick<Provision, 'merged' | 'unmerged'> {
  const lock = readLock(tree.files.get(lockPath) ?? '')
  const there = new Map(tree.entries.map(({ path, sha }) => [path, sha]))
  for (const { path, content } of files) {
    const sha = there.get(path)
    if (sha === undefined) return { merged: 'absent', unmerged: path }
    if (content === null || sha === blobId(content)) continue
    return { merged: lock?.files[path] === sha ? 'older' : 'edited', unmerged: path }
  }
  return { merged: 'merged', unmerged: null }
}
