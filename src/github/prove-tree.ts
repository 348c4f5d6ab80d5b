import type { RenderedFile, TreeEntry } from '../model.ts'
import { folderOf, type Node } from './listing.ts'
import type { Place } from './place.ts'
import { blobSha, treeSha, withFiles } from './tree-sha.ts'

/** What a tree must be: `base` with the files written over it. `entries` is every path of `base` that is known. */
export interface Wanted {
  readonly base: string
  readonly entries: readonly TreeEntry[]
  readonly files: readonly RenderedFile[]
}

/**
 * Proves that a tree is the base and the plan, to the byte; throws where it is not. Git ids are hashes of the content, so where
 * every path of the base is known, the id of the right tree is worked out without a request. Else the folders that the plan
 * touches are compared one by one: what it does not touch must have the same id on both sides.
 */
export async function proveTree(place: Place, { base, entries, files }: Wanted, made: string): Promise<void> {
  const right =
    treeSha(entries) === base
      ? treeSha(withFiles(entries, files)) === made
      : await isRight(place, { before: base, after: made }, files)
  if (!right) throw new Error(`tree ${made} differs from the plan`)
}

interface Sides {
  readonly before: string | null
  readonly after: string
}

/** `files` are those below this folder, with paths that start here. */
async function isRight(place: Place, { before, after }: Sides, files: readonly RenderedFile[]): Promise<boolean> {
  const old = before === null ? new Map<string, Node>() : await byName(place, before)
  const now = await byName(place, after)
  const planned = files.map(({ path }) => path.replace(/\/.*/u, ''))
  for (const name of new Set([...old.keys(), ...now.keys(), ...planned])) {
    const [here] = files.filter(({ path }) => path === name)
    const below = files.filter(({ path }) => path.startsWith(`${name}/`)).map((file) => inside(file, name))
    if (!(await isRightEntry(place, { old: old.get(name), now: now.get(name) }, here, below))) return false
  }
  return true
}

async function isRightEntry(
  place: Place,
  { old, now }: { readonly old: Node | undefined; readonly now: Node | undefined },
  here: RenderedFile | undefined,
  below: readonly RenderedFile[],
): Promise<boolean> {
  if (here !== undefined) {
    return here.content === null ? now === undefined : now?.sha === blobSha(here.content) && now.mode === here.mode
  }
  if (below.length === 0) return old?.sha === now?.sha && old?.mode === now?.mode
  // A folder goes when all that was in it is deleted.
  if (now === undefined) return below.every(({ content }) => content === null)
  return now.type === 'tree' && isRight(place, { before: old?.type === 'tree' ? old.sha : null, after: now.sha }, below)
}

async function byName(place: Place, tree: string): Promise<ReadonlyMap<string, Node>> {
  return new Map((await folderOf(place, tree)).map((node) => [node.path, node]))
}

function inside(file: RenderedFile, folder: string): RenderedFile {
  return { ...file, path: file.path.slice(folder.length + 1) }
}
