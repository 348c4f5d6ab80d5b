import { pinFor } from '../../render/actions.ts'
import { type Line, linesOf, workflowFiles } from './lines.ts'
import type { Patient } from './patient.ts'

/** An action, or a workflow, of another repository that a workflow uses. */
export interface Use extends Line {
  /** `owner/name`, in small letters, with a folder behind it where one is named. */
  readonly action: string
  /** Tag, branch or commit. */
  readonly ref: string
  /** The numbers of the version, as far as the tag, the comment beside the commit or the table of pins tell; empty: not known. */
  readonly version: readonly number[]
  /** It is named by a commit, which nobody can move. */
  readonly pinned: boolean
}

const pattern = /^-?\s*["']?uses["']?\s*:\s*["']?([\w.-]+\/[\w./-]+)@([^\s"'#]+)["']?\s*(?:#\s*(\S+))?/

/** Every `uses:` of the workflows, in the order of paths and lines; actions of this repository and images are none. */
export function usesIn(patient: Pick<Patient, 'tree'>): readonly Use[] {
  return linesOf(patient, workflowFiles).flatMap((line): Use[] => {
    const [, action = '', ref = '', comment = ''] = pattern.exec(line.text) ?? []
    if (action === '' || action.startsWith('.')) return []
    const pinned = /^[0-9a-f]{40}$/i.test(ref)
    const version = numbers(pinned ? (pinFor(`${action}@${ref}`)?.version ?? comment) : ref)
    return [{ ...line, action: action.toLowerCase(), ref, version, pinned }]
  })
}

function numbers(tag: string): readonly number[] {
  const [, found] = /^v?(\d+(?:\.\d+){0,3})(?![\w])/i.exec(tag) ?? []
  return found === undefined ? [] : found.split('.').map(Number)
}

/** Whether a version comes before another. A tag such as `v4` moves with its releases, so only the numbers that it names count. */
export function isBefore(version: readonly number[], other: readonly number[]): boolean {
  if (version.length === 0) return false
  for (const [at, number] of version.entries()) {
    const than = other[at] ?? 0
    if (number !== than) return number < than
  }
  return false
}
