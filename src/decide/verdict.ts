import type { GeneratedFile, Tree, TreeEntry } from '../model.ts'
import { blobId, type Lock } from '../render/lock.ts'
import type { Texts } from '../text.ts'
import { merge } from './merge.ts'

/** What becomes of one generated file. `base` is the blob id that the lock is to remember for it. */
export type Verdict =
  | { readonly action: 'create' | 'update'; readonly content: string; readonly base: string }
  | { readonly action: 'same'; readonly base: string }
  | { readonly action: 'leave'; readonly why: string; readonly base: string | null }

/** The tree by path, also with letters folded, and the lock of the last run. */
export interface Present {
  readonly tree: Tree
  readonly byPath: ReadonlyMap<string, TreeEntry>
  readonly folded: ReadonlyMap<string, string>
  readonly lock: Lock | null
  /** Where that lock lies. */
  readonly ownLock: string
  readonly texts: Texts
}

/** Looks at what is there: nothing, something of others, our own unchanged, or our own changed by a person. */
export function judge(file: GeneratedFile, present: Present): Verdict {
  const { files: texts } = present.texts
  const there = present.byPath.get(file.path)
  const fresh = blobId(file.content)
  if (!there) {
    const twin = present.folded.get(file.path.toLowerCase()) ?? yamlTwin(file.path, present)
    if (twin) return { action: 'leave', why: texts.twin(twin), base: null }
    return { action: 'create', content: file.content, base: fresh }
  }
  if (there.type !== 'file') return { action: 'leave', why: texts.linked(there.type), base: null }
  if (there.sha === fresh) return { action: 'same', base: fresh }
  const base = present.lock?.files[file.path]
  if (base === undefined) return { action: 'leave', why: texts.foreign, base: null }
  if (base === there.sha) return { action: 'update', content: file.content, base: fresh }
  return base === fresh ? { action: 'same', base } : mergeEdited(file, base, present)
}

/** A person changed the file, and the template changed too: both are kept where they do not touch the same lines (case G55). */
function mergeEdited(file: GeneratedFile, base: string, { tree, texts }: Present): Verdict {
  const before = tree.bases.get(base)
  const yours = tree.files.get(file.path)
  if (before === undefined || yours === undefined) {
    return { action: 'leave', why: texts.files.unmerged(file.content), base }
  }
  const merged = merge(before, yours, file.content)
  if (merged.kind === 'conflict') return { action: 'leave', why: texts.files.conflicting(merged.conflict), base }
  // The base stays the version that is in the repository's history: the template's own text was never committed.
  return merged.content === yours ? { action: 'same', base } : { action: 'update', content: merged.content, base }
}

// `amplify.yaml` beside `amplify.yml`, and the like: two files of which only one is read (case G45).
function yamlTwin(path: string, { byPath }: Present): string | undefined {
  const twin = path.endsWith('.yml') ? path.replace(/\.yml$/, '.yaml') : path.replace(/\.yaml$/, '.yml')
  return twin !== path && byPath.has(twin) ? twin : undefined
}
