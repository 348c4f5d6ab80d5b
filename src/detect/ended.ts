import type { Texts } from '../text.ts'
import { type EndOfLife, endOfLife, readOn } from './end-of-life.ts'

// Node.js says so itself, with the file that pins it; Go's line in go.mod is the least version, not the one that builds.
const told: ReadonlySet<string> = new Set(['python', 'ruby', 'php', 'dotnet'])

/**
 * The day on which a version of a runtime ended, ISO 8601; null for one that was kept up when the table was read, or that is not known.
 * Node's are majors.
 */
export function endedOn(name: string, version: string): string | null {
  return endedOf(name, version)?.on ?? null
}

function endedOf(name: string, version: string): EndOfLife | null {
  const end = name === 'node' || told.has(name) ? endOfLife(name, version) : null
  return end === null || end.on > readOn ? null : end
}

/** A sentence for a version that had ended when the table was read; null for one that is kept up, or that is not known. */
export function endedRemark(name: string, version: string, from: string, texts: Texts): string | null {
  const end = told.has(name) ? endedOf(name, version) : null
  return end === null ? null : texts.seen.ended(end.title, version, from, end.on)
}
