import type { RenderedFile } from '../../model.ts'
import { type Pin, pinFor } from '../actions.ts'

/** The pinned actions in a set of files, each once, by name. */
export function pinsIn(files: readonly RenderedFile[]): readonly Pin[] {
  const references = files.flatMap((file) =>
    [...(file.content ?? '').matchAll(/uses: (\S+@[0-9a-f]{40})\b/g)].map((match) => match[1] ?? ''),
  )
  const pins = [...new Set(references)].sort().map(pinFor)
  return pins.filter((pin) => pin !== null)
}
