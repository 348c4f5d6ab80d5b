import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

/** A remark at a line of a file. Lines and columns count from 1; `column` null: the whole line. */
export interface Annotation {
  readonly path: string
  readonly line: number
  readonly column: number | null
  readonly level: 'notice' | 'warning' | 'failure'
  readonly title?: string
  readonly message: string
}

/** What a check says. `summary` is Markdown of at most 65,000 characters; `annotations` are at most 50, GitHub's limit of one request. */
export interface Check {
  /** Under which it stands on the commit. */
  readonly name: string
  readonly commit: string
  readonly conclusion: 'success' | 'neutral' | 'failure'
  readonly title: string
  readonly summary: string
  readonly annotations: readonly Annotation[]
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
