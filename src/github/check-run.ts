import type { Annotation, CheckReport } from '../model.ts'
import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

/** A check: under which name it stands on which commit, and what it says. */
export interface Check extends CheckReport {
  readonly name: string
  readonly commit: string
  readonly conclusion: 'success' | 'neutral' | 'failure'
}

/**
 * Puts a check on a commit, once: the same commit with the same title is left as it is when `again` is true. An app that may
 * not write checks goes without: the pull request says the same.
 */
export async function writeCheck(place: Place, check: Check, again: boolean): Promise<void> {
  const { name, commit, conclusion, title, summary, annotations } = check
  try {
    if (again && (await isThere(place, check))) return
    await once(
      async () => {
        await place.client.rest.checks.create({
          ...at(place),
          name,
          head_sha: commit,
          status: 'completed',
          conclusion,
          output: { title, summary: summary.slice(0, 65_000), annotations: annotations.map(toGitHub) },
          request: unrepeated,
        })
        return true
      },
      async () => ((await isThere(place, check)) ? true : null),
    )
  } catch (error) {
    if (statusOf(error) !== 403 && statusOf(error) !== 404) throw error
  }
}

function toGitHub({ path, line, column, level, title, message }: Annotation) {
  const columns = column === null ? {} : { start_column: column, end_column: column }
  const lines = { start_line: line, end_line: line, ...columns }
  return { path, ...lines, annotation_level: level, message, ...(title === undefined ? {} : { title }) }
}

async function isThere(place: Place, { name, commit, title }: Check): Promise<boolean> {
  const asked = { ...at(place), ref: commit, check_name: name }
  const { data } = await place.client.rest.checks.listForRef(asked)
  return data.check_runs.some(({ output }) => output.title === title)
}
