import type { TreeEntry } from './model.ts'

/** The commit that a run reads: 40 hex digits, and the branch it is the head of. */
export interface Head {
  readonly commit: string
  readonly branch: string
}

/** Every path of a commit; `unlisted` names folders that a truncated answer left out and that could not be walked. */
export interface Listing {
  readonly entries: readonly TreeEntry[]
  readonly unlisted: readonly string[]
}

/** One interface over GitHub's API and a local git repository. Reading only. */
export interface RepositoryReader {
  /** The head of the default branch; null for a repository without commits. */
  head(): Promise<Head | null>
  list(commit: string): Promise<Listing>
  /** Bytes by path, for plain files only; a path that could not be had is absent. */
  read(entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>>
}
