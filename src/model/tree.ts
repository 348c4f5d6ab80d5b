/** Git's modes of a blob that is a plain file. */
export type FileMode = '100644' | '100755'

/** One path of a commit. `size` is in bytes, null where the source does not tell. */
export interface TreeEntry {
  readonly path: string
  readonly type: 'file' | 'symlink' | 'submodule'
  readonly mode: string
  readonly size: number | null
  readonly sha: string
}

/** Why a path was not read: a symlink or submodule is not followed, a file is over a limit, is no text, or could not be had. */
export type SkippedBecause =
  | 'symlink'
  | 'submodule'
  | 'lfs'
  | 'binary'
  | 'large'
  | 'too many files'
  | 'too much text'
  | 'unreadable'

/** A path that was wanted and not read. */
export interface Skipped {
  readonly path: string
  readonly why: SkippedBecause
}

/**
 * A commit as far as it was read: every path, and the text of the files that detection asked for.
 * `files` holds text without a byte order mark and with LF line ends. `unlisted` names folders that could not be listed.
 */
export interface Tree {
  readonly commit: string
  readonly entries: readonly TreeEntry[]
  readonly files: ReadonlyMap<string, string>
  readonly skipped: readonly Skipped[]
  /** Earlier versions of generated files, by git blob id: the bases of merges. What could not be had is absent. */
  readonly bases: ReadonlyMap<string, string>
  readonly unlisted: readonly string[]
  /** Text of the lock file on the branch of a proposal that is still open; absent: there is none. */
  readonly proposed?: string
}
