import type { TreeEntry } from '../model.ts'
import type { Head, RepositoryReader } from '../tree.ts'
import { readBlobs } from './blobs.ts'
import { list } from './listing.ts'
import type { Place } from './place.ts'

/**
 * Reads a repository over GitHub's API. `head` was read with the state; null: there are no commits. `known` are blobs that came
 * along with it, by git id.
 */
export function gitHubReader(
  place: Place,
  head: Head | null,
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): RepositoryReader {
  return {
    head: async () => head,
    list: (commit) => list(place, commit),
    read: (entries) => read(place, entries, known),
  }
}

async function read(
  place: Place,
  entries: readonly TreeEntry[],
  known: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = entries.filter(({ type }) => type === 'file')
  if (files.length === 0) return new Map()
  const blobs = await readBlobs(place, files, known)
  return new Map(
    files.flatMap(({ path, sha }): [string, Uint8Array][] => {
      const bytes = blobs.get(sha)
      return bytes === undefined ? [] : [[path, bytes]]
    }),
  )
}
