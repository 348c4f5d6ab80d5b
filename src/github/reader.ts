import type { TreeEntry } from '../model.ts'
import type { Head, RepositoryReader } from '../tree.ts'
import { readBlobs } from './blobs.ts'
import { likelyNext } from './likely.ts'
import { list } from './listing.ts'
import type { Place } from './place.ts'

/**
 * Reads a repository over GitHub's API. `head` was read with the state; null: there are no commits. `known` are blobs that came
 * along with it, by git id; `proposed` is the lock file on our branch. What may be wanted next is read along with what is wanted first.
 */
export function gitHubReader(
  place: Place,
  head: Head | null,
  known: ReadonlyMap<string, Uint8Array> = new Map(),
  proposed: string | null = null,
): RepositoryReader {
  let blobs = known
  let next: readonly TreeEntry[] = []
  return {
    head: async () => head,
    list: async (commit) => {
      const listing = await list(place, commit)
      next = likelyNext(listing.entries)
      return listing
    },
    read: async (entries) => {
      const files = entries.filter(({ type }) => type === 'file')
      if (files.some(({ sha }) => !blobs.has(sha))) {
        blobs = await readBlobs(place, files, blobs, next)
        next = []
      }
      return new Map(files.flatMap(({ path, sha }) => pair(path, blobs.get(sha))))
    },
    proposed: async () => proposed,
  }
}

function pair(path: string, bytes: Uint8Array | undefined): [string, Uint8Array][] {
  return bytes === undefined ? [] : [[path, bytes]]
}
