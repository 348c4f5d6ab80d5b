import type { Evidence } from '../../model.ts'
import type { Patient } from './patient.ts'

/** A line of a file, without the spaces around it. */
export interface Line {
  readonly path: string
  /** From 1. */
  readonly line: number
  readonly text: string
}

/** Files of tests and samples deliver nothing. */
export const isSample = (path: string): boolean =>
  /(?:^|\/)(?:tests?|spec|e2e|__tests__|fixtures|examples?|samples?|docs?|templates?)\//i.test(path)

/** The lines of every file that was read and whose path is wanted; comments of YAML, shell and Dockerfiles left out. */
export function linesOf({ tree }: Pick<Patient, 'tree'>, wanted: RegExp): readonly Line[] {
  return [...tree.files]
    .filter(([path]) => wanted.test(path) && !isSample(path))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([path, content]) => content.split('\n').map((text, at): Line => ({ path, line: at + 1, text })))
    .filter(({ text }) => !/^\s*#/.test(text))
    .map(({ text, ...place }) => ({ ...place, text: text.trim() }))
}

/** The workflows of GitHub Actions. */
export const workflowFiles = /^\.github\/workflows\/[^/]+\.ya?ml$/

/** A line as proof, cut to what a table can bear. */
export function proofOf({ path, line, text }: Line): Omit<Evidence, 'id'> {
  return { path, line, says: text.slice(0, 160) }
}
