import { readCommit } from './commit.ts'
import type { Objects } from './objects.ts'
import { walkBack } from './walk.ts'

/** How two commits stand to each other. */
export interface Comparison {
  readonly mergeBase: string
  readonly ahead: readonly string[]
  readonly behind: number
}

export interface FileChange {
  readonly path: string
  readonly previousPath: string | null
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed'
  readonly sha: string
  readonly additions: number
  readonly deletions: number
  /** Unified hunks; null for binary files. */
  readonly patch: string | null
}

/** True when `old` is `now` or one of its ancestors. */
export async function isAncestor(objects: Objects, old: string, now: string): Promise<boolean> {
  if ((await walkBack(objects, old, now)) !== null) return true
  return (await objects.git('rev-list', '--max-count=1', old, `^${now}`)).trim() === ''
}

/** Null when the commits have no common ancestor. `ahead` is oldest first. */
export async function compare(objects: Objects, base: string, head: string): Promise<Comparison | null> {
  const straight = await walkBack(objects, base, head)
  if (straight !== null) return { mergeBase: base, ahead: straight.toReversed(), behind: 0 }
  const mergeBase = await mergeBaseOf(objects, base, head)
  if (mergeBase === null) return null
  const ahead = await listCommits(objects, head, ['--reverse', `^${base}`])
  const behind = await listCommits(objects, base, [`^${head}`])
  return { mergeBase, ahead, behind: behind.length }
}

async function mergeBaseOf(objects: Objects, base: string, head: string): Promise<string | null> {
  try {
    return (await objects.git('merge-base', base, head)).trim()
  } catch {
    return null
  }
}

/** Commit ids from `start` on, newest first, narrowed by further arguments of `git rev-list`. */
export async function listCommits(objects: Objects, start: string, args: readonly string[] = []): Promise<string[]> {
  const printed = await objects.git('rev-list', start, ...args)
  return printed.split('\n').filter((one) => one !== '')
}

export async function countCommits(objects: Objects, base: string, head: string): Promise<number> {
  const straight = await walkBack(objects, base, head)
  return straight?.length ?? Number(await objects.git('rev-list', '--count', head, `^${base}`))
}

/** What `head` changes since it left `base`, as a pull request shows it. */
export async function changesSince(objects: Objects, base: string, head: string): Promise<readonly FileChange[]> {
  const comparison = await compare(objects, base, head)
  return changedFiles(objects, comparison?.mergeBase ?? base, head)
}

const statusOf: Record<string, FileChange['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
}

const known = new WeakMap<Objects, Map<string, Promise<readonly FileChange[]>>>()

/** The files that differ between two commits or trees. Commits never change, so the answer is kept. */
export function changedFiles(objects: Objects, from: string, to: string): Promise<readonly FileChange[]> {
  const kept = known.get(objects) ?? new Map<string, Promise<readonly FileChange[]>>()
  known.set(objects, kept)
  const key = `${from} ${to}`
  const found = kept.get(key) ?? readChanges(objects, from, to)
  kept.set(key, found)
  return found
}

async function readChanges(objects: Objects, from: string, to: string): Promise<readonly FileChange[]> {
  const { patch: diff, raw } = await difference(objects, from, to)
  const patches = patchesOf(diff)
  let section = 0
  return parseRaw(raw).map((change) => {
    const patch = patches[section] ?? null
    section += change.status === 'changed' ? 2 : 1
    return { ...change, additions: count(patch, '+'), deletions: count(patch, '-'), patch }
  })
}

async function difference(objects: Objects, from: string, to: string) {
  const tree = async (sha: string) => (await readCommit(objects, sha))?.tree ?? sha
  return objects.diff(await tree(from), await tree(to))
}

function parseRaw(raw: string) {
  const parts = raw.split('\0').values()
  const next = () => parts.next().value ?? ''
  const changes: Pick<FileChange, 'path' | 'previousPath' | 'status' | 'sha'>[] = []
  for (let head = next(); head !== ''; head = next()) {
    const [, , before = '', after = '', kind = ''] = head.split(' ')
    const status = statusOf[kind.slice(0, 1)] ?? 'modified'
    const previousPath = status === 'renamed' ? next() : null
    changes.push({ path: next(), previousPath, status, sha: status === 'removed' ? before : after })
  }
  return changes
}

/** The whole difference as `git diff` prints it. */
export async function unifiedDiff(objects: Objects, from: string, to: string): Promise<string> {
  return (await difference(objects, from, to)).patch
}

function patchesOf(diff: string): readonly (string | null)[] {
  const files = diff.split(/^diff --git .*\n/m).slice(1)
  return files.map((file) => {
    const start = file.search(/^@@ /m)
    return start < 0 ? null : file.slice(start).replace(/\n$/, '')
  })
}

function count(patch: string | null, sign: string): number {
  return patch === null ? 0 : patch.split('\n').filter((one) => one.startsWith(sign)).length
}
