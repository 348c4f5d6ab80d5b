import type { Choice, GeneratedFile, RenderedFile, Tree } from '../model.ts'
import { accountsLockPath, blobId, type Lock, type LockedApp, lockFile, lockPath, readLock } from '../render/lock.ts'
import type { Texts } from '../text.ts'
import { isAllowedPath } from './allowed-paths.ts'
import { judge, type Present, type Verdict } from './verdict.ts'

/** The generated files against what the repository holds. */
export interface Reconciled {
  /** What differs, in the order of the paths; the lock file last. Empty: nothing to do. */
  readonly files: readonly RenderedFile[]
  /** Files that exist and are not ours, or were changed by a person: left alone, with the reason. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[]
}

/**
 * Decides for each generated file: create it, update it, merge it with what a person changed, or leave what is there alone.
 * Files of the last run that nothing generates any more go, where nobody changed them. A file that is not ours is never touched.
 * Throws an Error, which is a bug, for a path outside the allowed set (case B44). `ownLock`: where the lock of these files lies.
 */
export function reconcile(
  generated: readonly GeneratedFile[],
  tree: Tree,
  choices: readonly Choice[],
  texts: Texts,
  ownLock = lockPath,
): Reconciled {
  const present = presentIn(tree, texts, ownLock)
  const roots = choices.map(({ app }) => app.root)
  const judged = generated.map((wanted) => {
    const file = freeName(wanted, present)
    if (!isAllowedPath(file.path, roots)) {
      throw new Error(`a generated file may not lie at ${JSON.stringify(file.path)}`)
    }
    return { file, verdict: judge(file, present) }
  })
  const gone = dropped(
    judged.map(({ file }) => file.path),
    present,
  )
  const changed = [...judged.flatMap(({ file, verdict }) => rendered(file, verdict)), ...gone.files]
  const lock = lockFile({ apps: lockedApps(choices), files: bases(judged) }, texts, ownLock)
  return {
    files: withLock(changed, lock, present),
    leftAlone: [
      ...judged.flatMap(({ file, verdict }) =>
        verdict.action === 'leave' ? [{ path: file.path, why: verdict.why }] : [],
      ),
      ...gone.leftAlone,
    ],
  }
}

/** The tree as it is asked here. */
export function presentIn(tree: Tree, texts: Texts, ownLock = lockPath): Present {
  return {
    tree,
    byPath: new Map(tree.entries.map((entry) => [entry.path, entry])),
    folded: new Map(tree.entries.map((entry) => [entry.path.toLowerCase(), entry.path])),
    lock: readLock(tree.files.get(ownLock) ?? ''),
    ownLock,
    texts,
  }
}

const workflows = '.github/workflows/'

// Files of CI providers that have one place only: where something of the repository is there, ours waits beside the scripts to be called from it.
const beside: Readonly<Record<string, string>> = {
  '.gitlab-ci.yml': 'infra/cicd/gitlab-ci.yml',
  Jenkinsfile: 'infra/cicd/Jenkinsfile',
  'bitbucket-pipelines.yml': 'infra/cicd/bitbucket-pipelines.yml',
}

// A workflow of that name may be there already, for something else: it stays, and ours takes another name (case G43).
function freeName(file: GeneratedFile, { byPath, lock, texts }: Present): GeneratedFile {
  const there = byPath.get(file.path)
  if (!there || lock?.files[file.path] !== undefined || there.sha === blobId(file.content)) return file
  const other = Object.hasOwn(beside, file.path) ? beside[file.path] : undefined
  if (other !== undefined)
    return { ...file, path: other, purpose: `${file.purpose}${texts.providers.callIt(file.path)}` }
  if (!file.path.startsWith(workflows)) return file
  return { ...file, path: `${workflows}cicd-${file.path.slice(workflows.length)}` }
}

function rendered(file: GeneratedFile, verdict: Verdict): readonly RenderedFile[] {
  if (verdict.action === 'same' || verdict.action === 'leave') return []
  return [{ ...file, content: verdict.content, action: verdict.action }]
}

/** What the last run generated and this one does not. */
export function dropped(kept: readonly string[], { byPath, lock, ownLock, texts }: Present): Reconciled {
  const files: RenderedFile[] = []
  const leftAlone: { path: string; why: string }[] = []
  for (const [path, base] of Object.entries(lock?.files ?? {})) {
    const there = byPath.get(path)
    if (!there || kept.includes(path) || !mayDrop(path, ownLock, lock)) continue
    const purpose = texts.files.unneeded
    if (there.sha === base) files.push({ path, action: 'delete', mode: '100644', content: null, purpose })
    else
      leftAlone.push({
        path,
        why: texts.files.unneededButChanged,
      })
  }
  return { files, leftAlone }
}

/** A lock can be written by anyone with a pull request: that of `infra/accounts` speaks for its own folder only. */
function mayDrop(path: string, ownLock: string, lock: Lock | null): boolean {
  if (ownLock === accountsLockPath && !path.startsWith('infra/accounts/')) return false
  return isAllowedPath(path, Object.keys(lock?.apps ?? {}))
}

function bases(judged: readonly { readonly file: GeneratedFile; readonly verdict: Verdict }[]): Lock['files'] {
  return Object.fromEntries(
    judged.flatMap(({ file, verdict }) => (verdict.base === null ? [] : [[file.path, verdict.base]])),
  )
}

function lockedApps(choices: readonly Choice[]): Lock['apps'] {
  return Object.fromEntries(
    choices.flatMap(({ app, target, ci }): [string, LockedApp][] => (target ? [[app.root, { target, ci }]] : [])),
  )
}

/** The lock goes with a change of files; alone it is no reason for a pull request. */
function withLock(files: readonly RenderedFile[], lock: GeneratedFile, { byPath }: Present): readonly RenderedFile[] {
  if (files.length === 0) return []
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return [...sorted, { ...lock, action: byPath.has(lock.path) ? 'update' : 'create' }]
}
