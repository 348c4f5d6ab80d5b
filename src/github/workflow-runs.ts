import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'

/** One run of a workflow. Times are ISO 8601 in UTC. */
export interface WorkflowRun {
  readonly id: number
  readonly commit: string
  readonly at: string
  /** When it changed last: where it has ended, its end. */
  readonly until: string
  /** Login of whoever started it; null: not told. */
  readonly by: string | null
  /** Its page. */
  readonly url: string
  readonly ended: boolean
  /** How it ended, in GitHub's words: `success`, `failure`, `cancelled` …; null: it has not. */
  readonly conclusion: string | null
}

/** One job of a run. */
export interface WorkflowJob {
  readonly id: number
  readonly name: string
  readonly url: string | null
  readonly ended: boolean
  /** It waits for the approval that its environment asks for. */
  readonly waiting: boolean
  readonly conclusion: string | null
  /** Names of the steps that failed. */
  readonly failedSteps: readonly string[]
}

/** How many runs are looked back over. */
const runsBack = 5
/** A run's jobs beyond this are not looked at: generated workflows have a handful. */
const mostJobs = 50
const mostErrors = 5

/** Runs, newest first; `more`: there are older ones. */
export interface NewestRuns {
  readonly runs: readonly WorkflowRun[]
  readonly more: boolean
}

/**
 * The newest runs of a workflow on a branch, without those of pull requests, which deploy nothing; none where GitHub does not know the workflow (yet).
 * One call. `actions: read`: https://docs.github.com/en/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow (read 2026-11).
 */
export async function newestRuns(place: Place, path: string, branch: string): Promise<NewestRuns> {
  const file = path.slice(path.lastIndexOf('/') + 1)
  const asked = { ...at(place), workflow_id: file, branch, per_page: runsBack, exclude_pull_requests: true }
  const answer = await orNull(place.client.rest.actions.listWorkflowRuns(asked))
  if (answer === null) return { runs: [], more: false }
  const { workflow_runs: listed, total_count: total } = answer.data
  const runs = listed
    .filter(({ event }) => !event.startsWith('pull_request'))
    .map((run) => ({
      id: run.id,
      commit: run.head_sha,
      at: run.run_started_at ?? run.created_at,
      until: run.updated_at,
      by: run.triggering_actor?.login ?? run.actor?.login ?? null,
      url: run.html_url,
      ended: run.status === 'completed',
      conclusion: run.conclusion,
    }))
  return { runs, more: total > listed.length }
}

/** The jobs of a run, of its latest attempt, in GitHub's order. One call. */
export async function jobsOfRun(place: Place, { id }: WorkflowRun): Promise<readonly WorkflowJob[]> {
  const asked = { ...at(place), run_id: id, per_page: mostJobs }
  const { data } = await place.client.rest.actions.listJobsForWorkflowRun(asked)
  return data.jobs.map((job) => ({
    id: job.id,
    name: job.name,
    url: job.html_url,
    ended: job.status === 'completed',
    waiting: job.status === 'waiting',
    conclusion: job.conclusion,
    failedSteps: (job.steps ?? []).filter(({ conclusion }) => conclusion === 'failure').map(({ name }) => name),
  }))
}

/**
 * What a job says about its failure, as `::error::` lines do; secrets in it are masked by GitHub. Empty where the app may not read checks. A job is
 * a check run of the same id. One call.
 */
export async function errorsOfJob(place: Place, { id }: WorkflowJob): Promise<readonly string[]> {
  const asked = { ...at(place), check_run_id: id, per_page: 30 }
  const answer = await orNull(place.client.rest.checks.listAnnotations(asked))
  const messages = (answer?.data ?? []).flatMap(({ annotation_level: level, message }) =>
    level === 'failure' && message ? [message] : [],
  )
  const telling = messages.filter((message) => !/^Process completed with exit code/u.test(message))
  return (telling.length > 0 ? telling : messages).slice(0, mostErrors)
}
