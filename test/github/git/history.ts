import type { Objects } from './objects.ts'

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
  if (old === now) return true
  return (await objects.git('rev-list', '--max-count=1', old, `^${now}`)).trim() === ''
}

/** Null when the commits have no common ancestor. `ahead` is oldest first. */
export async function compare(objects: Objects, base: string, head: string): Promise<Comparison | null> {
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
  return Number(await objects.git('rev-list', '--count', head, `^${base}`))
}

/** What a pull request says of its size. Counted from the merge base. */
export async function diffStat(objects: Objects, base: string, head: string) {
  const changes = await changedFiles(objects, (await mergeBaseOf(objects, base, head)) ?? base, head)
  return {
    additions: changes.reduce((sum, change) => sum + change.additions, 0),
    deletions: changes.reduce((sum, change) => sum + change.deletions, 0),
    changed_files: changes.length,
  }
}

const statusOf: Record<string, FileChange['status']> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  T: 'changed',
}

/** The files that differ between two commits or trees. */
export async function changedFiles(objects: Objects, from: string, to: string): Promise<readonly FileChange[]> {
  const raw = await objects.git('diff-tree', '-r', '-M', '-z', '--raw', '--no-abbrev', from, to)
  const patches = patchesOf(await unifiedDiff(objects, from, to))
  let section = 0
  return parseRaw(raw).map((change) => {
    const patch = patches[section] ?? null
    section += change.status === 'changed' ? 2 : 1
    return { ...change, additions: count(patch, '+'), deletions: count(patch, '-'), patch }
  })
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
export function unifiedDiff(objects: Objects, from: string, to: string): Promise<string> {
  return objects.git('diff-tree', '-r', '-M', '-p', '--no-color', from, to)
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
