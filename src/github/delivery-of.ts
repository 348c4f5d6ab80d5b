import type { DeliveredApp, DeploymentState, LastDeployment } from '../model.ts'
import type { Place } from './place.ts'
import { statusOf } from './status-of.ts'
import { deploymentOfCommit, recordedDeployment, type ToldDeployment } from './told-deployments.ts'
import { errorsOfJob, jobsOfRun, newestRuns, type WorkflowJob, type WorkflowRun } from './workflow-runs.ts'

/** What GitHub knows of an app in an environment. */
export interface GitHubSight {
  readonly state: DeploymentState
  /** A person has to approve it first. */
  readonly waits?: true
  readonly last: LastDeployment | null
  /** When its end was known, ISO 8601 in UTC; null: it is under way, or not told. */
  readonly until: string | null
  readonly url: string | null
  readonly logs: string | null
  readonly cause: readonly string[] | null
}

/** Reads for one command: what several apps and environments share is asked once. */
export interface Watching {
  /** Null: GitHub did not say. `address`: also where the app answers, which AWS was not able to say. */
  see(of: DeliveredApp, address: boolean): Promise<GitHubSight | null>
}

const none: GitHubSight = { state: 'none', last: null, until: null, url: null, logs: null, cause: null }

/** How many runs' jobs are looked at for one that got as far as the environment. */
const runsLooked = 3

/**
 * Sees deployments by what GitHub knows. By a workflow: one call for its runs on a branch, one for the jobs of each of up to three runs, one for what a
 * failed job says, two for the address. Otherwise two, for the deployment that this app put down.
 */
export function watching(place: Place): Watching {
  const runs = remembered((path: string, branch: string) => newestRuns(place, path, branch))
  const jobs = new Map<number, Promise<readonly WorkflowJob[]>>()
  const jobsOf = (run: WorkflowRun) => {
    const asked = jobs.get(run.id) ?? jobsOfRun(place, run)
    jobs.set(run.id, asked)
    return asked
  }
  const byWorkflow = async ({ destination, workflow }: DeliveredApp, { path, job }: Workflow, address: boolean) => {
    const found = await runs(path, destination.branch)
    for (const run of found.runs.slice(0, runsLooked)) {
      const got = reached(run, await jobsOf(run), job)
      if (got === null) continue
      const sight = await sightOf(place, run, got)
      if (!address || sight.state !== 'running' || workflow === null) return sight
      const told = await deploymentOfCommit(place, destination.environment, run.commit, run.id)
      return { ...sight, url: told?.url ?? null }
    }
    // What lies further back may have got there.
    return found.more || found.runs.length > runsLooked ? null : none
  }
  return {
    see: async (of, address) => {
      try {
        if (of.workflow !== null) return await byWorkflow(of, of.workflow, address)
        return sightOfRecord(await recordedDeployment(place, of.destination.environment, of.app.root))
      } catch (error) {
        if (statusOf(error) === null) throw error
        return null
      }
    },
  }
}

type Workflow = NonNullable<DeliveredApp['workflow']>

function remembered<T>(ask: (a: string, b: string) => Promise<T>): (a: string, b: string) => Promise<T> {
  const answers = new Map<string, Promise<T>>()
  return (a, b) => {
    const key = `${a} ${b}`
    const answer = answers.get(key) ?? ask(a, b)
    answers.set(key, answer)
    return answer
  }
}

/**
 * How far a run got with the job of an environment: the job that tells, or `under way` where it has not come to it. Null: it never got there, as where the
 * environment before failed, or the person chose another one.
 */
function reached(run: WorkflowRun, jobs: readonly WorkflowJob[], name: string): WorkflowJob | 'under way' | null {
  const own = jobs.find((job) => job.name === name)
  if (own !== undefined && own.conclusion !== 'skipped') return own
  if (!run.ended) return 'under way'
  const failed = jobs.find(({ conclusion }) => failures.has(conclusion ?? ''))
  // Where the build or its tests failed nothing was deployed anywhere; another environment's job speaks for that environment.
  return failed === undefined || failed.name.startsWith('Deploy to ') ? null : failed
}

const failures: ReadonlySet<string> = new Set([
  'failure',
  'timed_out',
  'startup_failure',
  'action_required',
  'cancelled',
])

async function sightOf(place: Place, run: WorkflowRun, job: WorkflowJob | 'under way'): Promise<GitHubSight> {
  const last = { commit: run.commit, at: run.at, by: run.by, url: run.url }
  if (job === 'under way' || !job.ended) {
    const logs = job === 'under way' ? run.url : job.url
    const waits = job !== 'under way' && job.waiting ? ({ waits: true } as const) : {}
    return { state: 'deploying', ...waits, last, until: null, url: null, logs, cause: null }
  }
  if (!failures.has(job.conclusion ?? ''))
    return { state: 'running', last, until: run.until, url: null, logs: job.url, cause: null }
  const where = [job.name, ...job.failedSteps.slice(0, 1)].join(' › ')
  const cause = [`${where}: ${job.conclusion}`, ...(await errorsOfJob(place, job).catch(ignoreRefusal))]
  return { state: 'failed', last, until: run.until, url: null, logs: job.url, cause }
}

function ignoreRefusal(error: unknown): readonly string[] {
  if (statusOf(error) === null) throw error
  return []
}

const states: Readonly<Record<string, DeploymentState>> = {
  success: 'running',
  failure: 'failed',
  error: 'failed',
  inactive: 'removed',
}

function sightOfRecord(told: ToldDeployment | null): GitHubSight {
  if (told === null) return none
  const state = states[told.state ?? ''] ?? 'deploying'
  return {
    ...{ state, until: null, url: told.url, logs: told.log },
    last: { commit: told.commit, at: told.at, by: null, url: told.log },
    cause: state === 'failed' && told.description !== '' ? [told.description] : null,
  }
}
