import type { Skipped, SkippedBecause, Tree, TreeEntry } from './model.ts'

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
  /** Text of the lock file on the branch of a proposal that is still open; null: there is none. */
  proposed?(): Promise<string | null>
}

/** Which files detection wants: `round` counts from 0, `read` is the tree as far as it was read. */
export type Wanted = (round: number, read: Tree) => readonly string[]

/** Blob ids of earlier versions that the answer needs, once the tree was read. */
export type WantedBases = (read: Tree) => readonly string[]

/** Bounds of one run. Sizes in bytes. */
export const limits = { fileSize: 1_000_000, files: 400, totalSize: 24_000_000, rounds: 4 }

const lfsPointer = 'version https://git-lfs.github.com/spec/'

/**
 * Reads a commit as far as detection needs it: one listing, then the wanted files in at most `limits.rounds` rounds.
 * Symlinks, submodules and LFS pointers are not followed; files over the limits and binary files are left out; each is named in `skipped`.
 */
export async function readTree(
  reader: RepositoryReader,
  commit: string,
  wanted: Wanted,
  bases: WantedBases = () => [],
): Promise<Tree> {
  const listing = await reader.list(commit)
  const byPath = new Map(listing.entries.map((entry) => [entry.path, entry]))
  const files = new Map<string, string>()
  const skipped = new Map<string, Skipped>()
  const tree: Tree = {
    commit,
    entries: listing.entries,
    files,
    skipped: [],
    bases: new Map(),
    unlisted: listing.unlisted,
  }
  const budget = { files: limits.files, size: limits.totalSize }
  for (let round = 0; round < limits.rounds; round++) {
    const fresh = [...new Set(wanted(round, tree))].filter(
      (path) => byPath.has(path) && !files.has(path) && !skipped.has(path),
    )
    if (fresh.length === 0 && round > 0) break
    const entries = fresh.flatMap((path) => admit(byPath.get(path), budget, skipped))
    const blobs = await reader.read(entries)
    for (const entry of entries) keep(entry, blobs.get(entry.path), files, skipped)
  }
  const proposed = (await reader.proposed?.()) ?? null
  return {
    ...tree,
    skipped: [...skipped.values()],
    bases: await readBases(reader, bases(tree)),
    ...(proposed === null ? {} : { proposed }),
  }
}

/** A blob that is in the repository's history but not in its tree any more; a shallow clone may lack it. */
async function readBases(reader: RepositoryReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const entries = [...new Set(ids)].map(
    (sha): TreeEntry => ({ path: sha, type: 'file', mode: '100644', size: null, sha }),
  )
  const blobs = await reader.read(entries)
  return new Map([...blobs].map(([id, bytes]) => [id, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]))
}

function admit(
  entry: TreeEntry | undefined,
  budget: { files: number; size: number },
  skipped: Map<string, Skipped>,
): readonly TreeEntry[] {
  if (!entry) return []
  const why = refusal(entry, budget)
  if (why) {
    skipped.set(entry.path, { path: entry.path, why })
    return []
  }
  budget.files -= 1
  budget.size -= entry.size ?? 0
  return [entry]
}

function refusal(entry: TreeEntry, budget: { files: number; size: number }): SkippedBecause | null {
  if (entry.type !== 'file') return entry.type
  if (entry.size !== null && entry.size > limits.fileSize) return 'large'
  if (budget.files <= 0) return 'too many files'
  if (entry.size !== null && entry.size > budget.size) return 'too much text'
  return null
}

function keep(
  entry: TreeEntry,
  bytes: Uint8Array | undefined,
  files: Map<string, string>,
  skipped: Map<string, Skipped>,
): void {
  const why = bytes === undefined ? 'unreadable' : bytes.length > limits.fileSize ? 'large' : null
  if (why || bytes === undefined) skipped.set(entry.path, { path: entry.path, why: why ?? 'unreadable' })
  else if (bytes.includes(0) && encoding(bytes) === 'utf-8')
    skipped.set(entry.path, { path: entry.path, why: 'binary' })
  else {
    const text = decode(bytes)
    if (text.startsWith(lfsPointer)) skipped.set(entry.path, { path: entry.path, why: 'lfs' })
    else files.set(entry.path, text)
  }
}

// PowerShell's `pip freeze > requirements.txt` writes UTF-16 with a byte order mark; pip reads that, so it is no binary file.
function encoding([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

/** The text of a file as detection sees it: without a byte order mark, with LF line ends, what is not UTF-8 replaced. */
export function decode(bytes: Uint8Array): string {
  return new TextDecoder(encoding(bytes)).decode(bytes).replaceAll('\r\n', '\n')
}
