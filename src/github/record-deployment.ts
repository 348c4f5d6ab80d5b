import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

/** A deployment as the page of the repository is to show it. */
export interface DeploymentRecord {
  /** Full id of the commit. */
  readonly commit: string
  /** Name under which GitHub lists it. */
  readonly environment: string
  /** Root of the app: apps that share an environment have a deployment each. */
  readonly path: string
  /** Whether the public uses it. */
  readonly production: boolean
  /** Whether other apps share the environment: those that are there are not this one's, and one in service does not put the others out of it. */
  readonly shared: boolean
  readonly state: 'in_progress' | 'success' | 'failure'
  readonly description: string
  /** Where the app answers, and where its logs are; null: nowhere, or not known. */
  readonly url: string | null
  readonly log: string | null
}

/** What became of a record. `theirs`: somebody else records the deployments of this environment; `refused`: this app may not. */
export type Recorded = 'written' | 'known' | 'theirs' | 'refused'

/** Ours, whoever looks: a workflow that runs on `deploy` does not take it for its own. */
export const task = 'slipway'
/** GitHub takes no more. */
const longest = 140

/**
 * Puts a deployment of something that GitHub does not deploy itself on the page of the repository, once for each commit, environment and app, and
 * brings its status up to date. What is there already is found, by commit, environment and payload, also where an answer was lost.
 * Jobs with `environment:` make their own, and those of others are left alone:
 * https://docs.github.com/en/actions/how-tos/deploy/configure-and-manage-deployments/manage-environments#how-environments-relate-to-deployments (read 2026-11).
 */
export async function recordDeployment(place: Place, record: DeploymentRecord): Promise<Recorded> {
  try {
    const found = (await find(place, record)) ?? (await make(place, record))
    return found === 'theirs' ? found : await bringUpToDate(place, found, record)
  } catch (error) {
    if (statusOf(error) === 403 || statusOf(error) === 404) return 'refused'
    throw error
  }
}

/** The number of our deployment, `theirs` where there are others only, null where there is none. */
async function find(
  place: Place,
  { commit, environment, path, shared }: DeploymentRecord,
): Promise<number | 'theirs' | null> {
  const asked = { ...at(place), sha: commit, environment, per_page: 100 }
  const { data } = await place.client.rest.repos.listDeployments(asked)
  const ours = data.filter((one) => one.task === task)
  const own = ours.findLast(({ payload }) => pathIn(payload) === path)
  return own?.id ?? (data.length > ours.length && !shared ? 'theirs' : null)
}

/** GitHub gives the payload as it was sent; others may have sent text. */
export function pathIn(payload: unknown): unknown {
  return typeof payload === 'object' && payload !== null && 'path' in payload ? payload.path : null
}

/** `required_contexts` and `auto_merge`: it is a fact that is told, so no check holds it back, and nothing is merged for it. */
async function make(place: Place, record: DeploymentRecord): Promise<number | 'theirs'> {
  const { commit, environment, path, production, description } = record
  const write = async () => {
    const { data } = await place.client.rest.repos.createDeployment({
      ...{ ...at(place), ref: commit, task, environment, payload: { path } },
      ...{ auto_merge: false, required_contexts: [], production_environment: production },
      ...{ description: description.slice(0, longest), request: unrepeated },
    })
    if (!('id' in data)) throw new Error('GitHub merged a branch instead of making a deployment')
    return data.id
  }
  return once(write, () => find(place, record))
}

async function bringUpToDate(place: Place, id: number, record: DeploymentRecord): Promise<Recorded> {
  if (await isTold(place, id, record)) return 'known'
  await once(
    async () => {
      await place.client.rest.repos.createDeploymentStatus({
        ...{ ...at(place), deployment_id: id, state: record.state, auto_inactive: !record.shared },
        ...{ description: record.description.slice(0, longest), environment_url: record.url ?? '' },
        ...{ log_url: record.log ?? '', request: unrepeated },
      })
      return true
    },
    async () => ((await isTold(place, id, record)) ? true : null),
  )
  return 'written'
}

/** Whether the newest status says the same, or the deployment is past that already: another took its place, or it succeeded before. */
async function isTold(place: Place, id: number, { state, url, log }: DeploymentRecord): Promise<boolean> {
  const asked = { ...at(place), deployment_id: id, per_page: 1 }
  const [latest] = (await place.client.rest.repos.listDeploymentStatuses(asked)).data
  if (latest === undefined) return false
  if (latest.state === 'inactive' || (latest.state === 'success' && state === 'in_progress')) return true
  return (
    latest.state === state && (latest.environment_url ?? '') === (url ?? '') && (latest.log_url ?? '') === (log ?? '')
  )
}
