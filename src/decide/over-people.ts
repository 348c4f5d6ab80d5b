import type { OverPeople, RenderedFile, Sides } from '../model.ts'
import { blobId, type Lock, lockPaths, readLock } from '../render/lock.ts'
import type { Texts } from '../text.ts'
import { merge } from './merge.ts'

type Settled = { readonly content: string | null } | { readonly why: string; readonly conflict: string | null }

/** The paths that were proposed last and are no more; their sides are needed too. */
export function droppedPaths(files: readonly RenderedFile[], sides: ReadonlyMap<string, Sides>): readonly string[] {
  const before = lastLock(sides)
  const wanted = files.map(({ path }) => path)
  return Object.keys(before?.files ?? {}).filter((path) => !wanted.includes(path))
}

/** The lock of the last commit of ours. A proposal has one, so no other is among the sides. */
function lastLock(sides: ReadonlyMap<string, Sides>): Lock | null {
  const [lock = null] = lockPaths.flatMap((path) => readLock(sides.get(path)?.base ?? '') ?? [])
  return lock
}

/**
 * The blob ids of what was generated last, by path, where the last commit of ours holds it together with what people wrote: only that
 * is the base of a merge. The lock of that commit remembers them.
 */
export function mergedBases(sides: ReadonlyMap<string, Sides>): ReadonlyMap<string, string> {
  const lock = lastLock(sides)
  const ids = Object.entries(lock?.files ?? {}).filter(([path, id]) => {
    const base = sides.get(path)?.base ?? null
    return base !== null && blobId(base) !== id
  })
  return new Map(ids)
}

/** The sides with those bases in the place of the merged texts. A text that is not to be had leaves the file to people. */
export function withMergedBases(
  sides: ReadonlyMap<string, Sides>,
  ids: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, Sides> {
  return new Map(
    [...sides].map(([path, side]) => {
      const id = ids.get(path)
      return [path, id === undefined ? side : { ...side, base: texts.get(id) ?? null }]
    }),
  )
}

/**
 * Lays a new proposal over a branch on which people have changed the last one (case B40). What they did not touch is written; what they
 * touched is merged by lines; where both changed the same lines, theirs stays. Files that nothing generates any more go, where nobody changed them.
 */
export function mergeOver(
  files: readonly RenderedFile[],
  sides: ReadonlyMap<string, Sides>,
  dropped: readonly string[],
  texts: Texts['files'],
): OverPeople {
  const gone = dropped.map((path): RenderedFile => ({ ...goes, path, purpose: texts.unneeded }))
  const [lock] = files.filter(({ path }) => lockPaths.includes(path))
  const judged = [...files.filter((file) => file !== lock), ...gone].map((file) => judge(file, sides, texts))
  const own = lock === undefined ? [] : [judge({ ...lock, content: withBases(lock.content, judged) }, sides, texts)]
  const all = [...judged, ...own]
  return {
    files: all.flatMap(({ file, now, settled }) =>
      'content' in settled && settled.content !== now.theirs ? [{ ...file, content: settled.content }] : [],
    ),
    kept: all.flatMap(({ file, settled }) => ('why' in settled ? [{ path: file.path, ...settled }] : [])),
  }
}

const goes = { action: 'delete', mode: '100644', content: null } as const
const nowhere: Sides = { base: null, theirs: null }

interface Judged {
  readonly file: RenderedFile
  readonly now: Sides
  readonly settled: Settled
}

function judge(file: RenderedFile, sides: ReadonlyMap<string, Sides>, texts: Texts['files']): Judged {
  const now = sides.get(file.path) ?? nowhere
  return { file, now, settled: settle(file.content, now, texts) }
}

function settle(wanted: string | null, { base, theirs }: Sides, texts: Texts['files']): Settled {
  if (theirs === base) return { content: wanted }
  if (wanted === base || wanted === theirs) return { content: theirs }
  if (theirs === null) return { why: texts.deletedHere, conflict: null }
  if (wanted === null) return { why: texts.unneededButChangedHere, conflict: null }
  if (base === null) return { why: texts.addedHere, conflict: null }
  const merged = merge(base, theirs, wanted)
  if (merged.kind === 'clean') return { content: merged.content }
  return { why: texts.sameLinesHere, conflict: merged.conflict }
}

/** The lock remembers what a later merge starts from. Where people's text is in the file, that is the version before theirs, which is in the history. */
function withBases(content: string | null, judged: readonly Judged[]): string | null {
  const lock = readLock(content ?? '')
  if (lock === null) return content
  const bases = judged.flatMap(({ file, now, settled }): [string, string | null][] =>
    'content' in settled && settled.content === file.content ? [] : [[file.path, now.base]],
  )
  const files = new Map(Object.entries(lock.files))
  for (const [path, base] of bases) {
    if (base === null) files.delete(path)
    else if (files.has(path)) files.set(path, blobId(base))
  }
  const next: Lock = { ...lock, files: Object.fromEntries(files) }
  return `${JSON.stringify(next, null, 2)}\n`
}
