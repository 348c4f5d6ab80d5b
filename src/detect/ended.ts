import type { Texts } from '../text.ts'
import { endOfLife, readOn } from './end-of-life.ts'

// Node.js says so itself, with the file that pins it; Go's line in go.mod is the least version, not the one that builds.
const told: ReadonlySet<string> = new Set(['python', 'ruby', 'php', 'dotnet'])

/** A sentence for a version that had ended when the table was read; null for one that is kept up, or that is not known. */
export function endedRemark(name: string, version: string, from: string, texts: Texts): string | null {
  const end = told.has(name) ? endOfLife(name, version) : null
  return end === null || end.on > readOn ? null : texts.seen.ended(end.title, version, from, end.on)
}
