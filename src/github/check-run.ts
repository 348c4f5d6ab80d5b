import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

/** The name under which the check stands on the pull request. */
export const checkName = 'CI/CD proposal'

/** What the check says. `summary` is Markdown of at most 65,000 characters. */
export interface Check {
  readonly commit: string
  readonly conclusion: 'success' | 'neutral'
  readonly title: string
  readonly summary: string
}

/**
 * Puts a check on a commit, once: the same commit with the same title is left as it is when `again` is true. An app that may
 * not write checks goes without: the pull request says the same.
 */
export async function writeCheck(place: Place, check: Check, again: boolean): Promise<void> {
  const { commit, conclusion, title, summary } = check
  try {
    if (again && (await isThere(place, check))) return
    await once(
      async () => {
        await place.client.rest.checks.create({
          ...at(place),
          name: checkName,
          head_sha: commit,
          status: 'completed',
          conclusion,
          output: { title, summary: summary.slice(0, 65_000) },
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

async function isThere(place: Place, { commit, title }: Check): Promise<boolean> {
  const asked = { ...at(place), ref: commit, check_name: checkName }
  const { data } = await place.client.rest.checks.listForRef(asked)
  return data.check_runs.some(({ output }) => output.title === title)
}
