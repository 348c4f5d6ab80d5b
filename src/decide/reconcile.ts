import type { GeneratedFile, RenderedFile, Tree, TreeEntry } from '../model.ts'
import { blobId, type Lock, lockFile, lockPath, readLock } from '../render/lock.ts'
import { isAllowedPath } from './allowed-paths.ts'

/** The generated files against what the repository holds. */
export interface Reconciled {
  /** What differs, in the order of the paths; the lock file last. Empty: nothing to do. */
  readonly files: readonly RenderedFile[]
  /** Files that exist and are not ours, or were changed by a person: left alone, with the reason. */
  readonly leftAlone: readonly { readonly path: string; readonly why: string }[]
}

type Verdict =
  | { readonly action: 'create' | 'update' }
  | { readonly action: 'same' }
  | { readonly action: 'leave'; readonly why: string }

/**
 * Decides for each generated file: create it, update it, or leave what is there alone. An existing file is replaced only
 * where the lock says that it was generated and Git's blob id says that nobody changed it since.
 * Throws an Error, which is a bug, for a path outside the allowed set (case B44).
 */
export function reconcile(generated: readonly GeneratedFile[], tree: Tree, roots: readonly string[]): Reconciled {
  const present = new Map(tree.entries.map((entry) => [entry.path, entry]))
  const folded = new Map(tree.entries.map((entry) => [entry.path.toLowerCase(), entry.path]))
  const lock = readLock(tree.files.get(lockPath) ?? '')
  const verdicts = generated.map((wanted) => {
    const file = freeName(wanted, present, lock)
    if (!isAllowedPath(file.path, roots))
      throw new Error(`a generated file may not lie at ${JSON.stringify(file.path)}`)
    return { file, verdict: judge(file, present, folded, lock) }
  })
  const ours = verdicts.filter(({ verdict }) => verdict.action !== 'leave').map(({ file }) => file)
  const files = verdicts.flatMap(({ file, verdict }) =>
    verdict.action === 'create' || verdict.action === 'update' ? [{ ...file, action: verdict.action }] : [],
  )
  const leftAlone = verdicts.flatMap(({ file, verdict }) =>
    verdict.action === 'leave' ? [{ path: file.path, why: verdict.why }] : [],
  )
  return { files: withLock(files, lockFile(ours, lock), present.get(lockPath)), leftAlone }
}

const workflows = '.github/workflows/'

// A workflow of that name may be there already, for something else: it stays, and ours takes another name (case G43).
function freeName(file: GeneratedFile, present: ReadonlyMap<string, TreeEntry>, lock: Lock | null): GeneratedFile {
  if (!file.path.startsWith(workflows) || !present.has(file.path) || lock?.files[file.path] !== undefined) return file
  if (present.get(file.path)?.sha === blobId(file.content)) return file
  return { ...file, path: `${workflows}cicd-${file.path.slice(workflows.length)}` }
}

function judge(
  file: GeneratedFile,
  present: ReadonlyMap<string, TreeEntry>,
  folded: ReadonlyMap<string, string>,
  lock: Lock | null,
): Verdict {
  const there = present.get(file.path)
  if (!there) {
    const twin = folded.get(file.path.toLowerCase()) ?? yamlTwin(file.path, present)
    return twin ? { action: 'leave', why: `${twin} is there already` } : { action: 'create' }
  }
  if (there.type !== 'file') return { action: 'leave', why: `it is a ${there.type}` }
  if (there.sha === blobId(file.content)) return { action: 'same' }
  const base = lock?.files[file.path]
  if (base === undefined) return { action: 'leave', why: 'it exists and was not generated here' }
  return base === there.sha
    ? { action: 'update' }
    : { action: 'leave', why: 'it was changed since it was generated; your version is kept' }
}

// `amplify.yaml` beside `amplify.yml`, and the like: two files of which only one is read (case G45).
function yamlTwin(path: string, present: ReadonlyMap<string, TreeEntry>): string | undefined {
  const twin = path.endsWith('.yml') ? path.replace(/\.yml$/, '.yaml') : path.replace(/\.yaml$/, '.yml')
  return twin !== path && present.has(twin) ? twin : undefined
}

/** The lock goes with a change of files; alone it is no reason for a pull request. */
function withLock(
  files: readonly RenderedFile[],
  lock: GeneratedFile,
  there: TreeEntry | undefined,
): readonly RenderedFile[] {
  if (files.length === 0) return []
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return [...sorted, { ...lock, action: there ? 'update' : 'create' }]
}
