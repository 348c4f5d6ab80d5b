import { droppedPaths, mergedBases, mergeOver, withMergedBases } from '../decide/over-people.ts'
import type { ReadBranch } from '../github/publication.ts'
import type { OverPeople, RenderedFile } from '../model.ts'
import type { Texts } from '../text.ts'

/** Lays a proposal over what people changed on its branch: reads what that needs, a call or two, and merges. */
export async function overPeople(
  files: readonly RenderedFile[],
  read: ReadBranch,
  wording: Texts['files'],
): Promise<OverPeople> {
  const wanted = await read.sides(files.map(({ path }) => path))
  const dropped = droppedPaths(files, wanted)
  const more = dropped.length === 0 ? [] : await read.sides(dropped)
  const sides = new Map([...wanted, ...more])
  const bases = mergedBases(sides)
  const texts = bases.size === 0 ? new Map<string, string>() : await read.texts([...bases.values()])
  return mergeOver(files, withMergedBases(sides, bases, texts), dropped, wording)
}
