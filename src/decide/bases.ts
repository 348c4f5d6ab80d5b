import type { Tree } from '../model.ts'
import { locksIn } from '../render/lock.ts'

/** The generated files that somebody changed since, as the lock and Git's blob ids tell. */
function edited(tree: Tree): readonly { readonly path: string; readonly base: string }[] {
  const generated = new Map(locksIn(tree.files).flatMap(({ files }) => Object.entries(files)))
  if (generated.size === 0) return []
  return tree.entries.flatMap(({ path, sha }) => {
    const base = generated.get(path)
    return base !== undefined && base !== sha ? [{ path, base }] : []
  })
}

/** The paths of changed generated files: their present text is one side of a merge. */
export function wantedEdits(tree: Tree): readonly string[] {
  return edited(tree).map(({ path }) => path)
}

/** The blob ids of what was generated last for these files: the bases of the merges. */
export function wantedBases(tree: Tree): readonly string[] {
  return edited(tree).map(({ base }) => base)
}
