import type { Tree } from '../model.ts'
import { lockPath, readLock } from '../render/lock.ts'

/** What a check-up reads besides what a proposal rests on: the generated files of the last run, as they are now. */
export function wantedByDoctor(tree: Tree): readonly string[] {
  return Object.keys(readLock(tree.files.get(lockPath) ?? '')?.files ?? {})
}
