import { at, type Place } from './place.ts'
import { pathIn, task } from './record-deployment.ts'

/** A deployment as GitHub lists it, with its newest status. Times are ISO 8601 in UTC. */
export interface ToldDeployment {
  readonly commit: string
  readonly at: string
  /** GitHub's word: `success`, `failure`, `in_progress`, `inactive` …; null: it has no status yet. */
  readonly state: string | null
  readonly description: string
  /** Where the app answers, and where its logs are; null: not told. */
  readonly url: string | null
  readonly log: string | null
}

/** How many deployments of an environment are looked back over. */
const back = 30

/** The newest deployment of an app that this app put down; null where there is none. Two calls. */
export async function recordedDeployment(
  place: Place,
  environment: string,
  root: string,
): Promise<ToldDeployment | null> {
  const { data } = await place.client.rest.repos.listDeployments({ ...at(place), environment, task, per_page: back })
  const found = data.find(({ payload }) => pathIn(payload) === root)
  return found === undefined ? null : told(place, found)
}

/** The newest deployment of a commit that a job with `environment:` made; null where there is none. Two calls. */
export async function deploymentOfCommit(
  place: Place,
  environment: string,
  commit: string,
  run: number,
): Promise<ToldDeployment | null> {
  const { data } = await place.client.rest.repos.listDeployments({
    ...at(place),
    environment,
    sha: commit,
    per_page: 5,
  })
  const [newest] = data.filter((one) => one.task !== task)
  const found = newest === undefined ? null : await told(place, newest)
  // Several apps may share the environment; the log leads to the run.
  return found?.log?.includes(`/actions/runs/${run}`) === true ? found : null
}

interface Listed {
  readonly id: number
  readonly sha: string
  readonly created_at: string
}

async function told(place: Place, { id, sha, created_at }: Listed): Promise<ToldDeployment> {
  const asked = { ...at(place), deployment_id: id, per_page: 1 }
  const [latest] = (await place.client.rest.repos.listDeploymentStatuses(asked)).data
  return {
    ...{ commit: sha, at: created_at, state: latest?.state ?? null, description: latest?.description ?? '' },
    url: latest?.environment_url || null,
    log: latest?.log_url || null,
  }
}
