import type { TreeEntry } from '../model.ts'
import type { Head, Listing, RepositoryReader } from '../tree.ts'
import { git } from './git.ts'

/** The branch of a proposal, and the path of the lock file on it. */
export interface Proposal {
  readonly branch: string
  readonly path: string
}

/** Reads the commit at HEAD of a local git repository; the working tree and the index are not looked at. */
export function localReader(directory: string, proposal: Proposal | null = null): RepositoryReader {
  return {
    head: () => readHead(directory),
    list: (commit) => list(directory, commit),
    read: (entries) => read(directory, entries),
    proposed: async () => (proposal === null ? null : readProposed(directory, proposal)),
  }
}

/** A branch that is left over from a merge holds what the default branch holds too, so it does no harm. */
async function readProposed(directory: string, { branch, path }: Proposal): Promise<string | null> {
  const lock = await git(directory, ['show', `refs/heads/${branch}:${path}`])
  return lock.code === 0 ? lock.stdout.toString('utf8') : null
}

async function readHead(directory: string): Promise<Head | null> {
  const head = await git(directory, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  if (head.code !== 0) return null
  return { commit: head.stdout.toString('utf8').trim(), branch: await defaultBranch(directory) }
}

/** The branch that origin calls its default, else the current one, else `main`. */
export async function defaultBranch(directory: string): Promise<string> {
  const origin = await git(directory, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD'])
  if (origin.code === 0)
    return origin.stdout
      .toString('utf8')
      .trim()
      .replace(/^origin\//, '')
  const current = await git(directory, ['symbolic-ref', '--quiet', '--short', 'HEAD'])
  return current.code === 0 ? current.stdout.toString('utf8').trim() : 'main'
}

async function list(directory: string, commit: string): Promise<Listing> {
  const result = await git(directory, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit])
  if (result.code !== 0) throw new Error(`git ls-tree failed: ${result.stderr}`)
  const records = result.stdout.toString('utf8').split('\0').filter(Boolean)
  return { entries: records.flatMap(toEntry), unlisted: [] }
}

const types: Readonly<Record<string, TreeEntry['type']>> = {
  '120000': 'symlink',
  '160000': 'submodule',
  '100644': 'file',
  '100755': 'file',
  '100664': 'file',
}

function toEntry(record: string): readonly TreeEntry[] {
  const tab = record.indexOf('\t')
  const [mode = '', , sha = '', size = ''] = record.slice(0, tab).split(/ +/)
  const type = types[mode]
  return type ? [{ path: record.slice(tab + 1), type, mode, size: /^\d+$/.test(size) ? Number(size) : null, sha }] : []
}

async function read(directory: string, entries: readonly TreeEntry[]): Promise<ReadonlyMap<string, Uint8Array>> {
  if (entries.length === 0) return new Map()
  const result = await git(directory, ['cat-file', '--batch'], {
    input: `${entries.map((entry) => entry.sha).join('\n')}\n`,
  })
  const blobs = new Map<string, Uint8Array>()
  let at = 0
  for (const entry of entries) {
    const end = result.stdout.indexOf(10, at)
    if (end < 0) break
    const [, type, size] = result.stdout.subarray(at, end).toString('utf8').split(' ')
    at = end + 1
    if (type !== 'blob') continue
    blobs.set(entry.path, result.stdout.subarray(at, at + Number(size)))
    at += Number(size) + 1
  }
  return blobs
}
