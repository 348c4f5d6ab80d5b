import { GetJobCommand, type Job, type JobSummary, ListJobsCommand } from '@aws-sdk/client-amplify'
import type { DeploymentState, Host } from '../../model.ts'
import type { Account } from '../account.ts'
import { listApps, rootOf } from '../amplify-apps.ts'
import { consoleLink } from '../console.ts'
import { onceForAccount } from '../once-for-account.ts'
import { isNamed } from '../refusal.ts'
import { repositoryTag } from '../resources/provisioner.ts'
import { isoOf, nothing, type Sight } from './sight.ts'

type Amplify = Extract<Host, { kind: 'amplify' }>

const appsOf = onceForAccount(listApps)

/** Builds that are looked back over for one that was not cancelled. */
const builds = 10

const states: Readonly<Record<string, DeploymentState>> = { SUCCEED: 'running', FAILED: 'failed', CANCELLED: 'none' }

/** The newest build of a branch that nobody cancelled: the apps of the Region, the jobs of the branch and, of one that failed, its steps. */
export async function seeAmplify(host: Amplify, account: Account): Promise<Sight> {
  const apps = (await appsOf(account, host.repositoryUrl)).filter((app) => rootOf(app) === host.root)
  const app = apps.find(({ tags }) => tags?.[repositoryTag] !== undefined) ?? apps[0]
  const appId = app?.appId
  if (appId === undefined) return nothing(host.name)
  const jobs = await listJobs(account, appId, host.branch)
  const page = consoleLink(account, `amplify/apps/${appId}/branches/${encodeURIComponent(host.branch)}`)
  const service = app?.name ?? host.name
  if (jobs === null) return { ...nothing(service), console: consoleLink(account, `amplify/apps/${appId}`) }
  const job = jobs.find(({ status }) => status !== 'CANCELLED' && status !== 'CANCELLING') ?? jobs[0]
  if (job === undefined) return { ...nothing(service), console: page }
  const deployment = `${page}/deployments/${job.jobId}`
  const state = states[job.status ?? ''] ?? 'deploying'
  // What was there before a build that failed or is under way still answers.
  const answers = jobs.some(({ status }) => status === 'SUCCEED')
  return {
    ...{ service, state, console: page, logs: deployment },
    last: { commit: commitOf(job), at: isoOf(job.startTime), by: null, url: deployment },
    url: answers
      ? `https://${host.branch.replaceAll('/', '-')}.${app?.defaultDomain ?? `${appId}.amplifyapp.com`}`
      : null,
    cause: state === 'failed' ? causeOf(await getJob(account, appId, host.branch, job.jobId)) : null,
  }
}

/** The newest jobs of a branch; null where the app has no such branch. */
async function listJobs(
  { amplify }: Account,
  appId: string,
  branchName: string,
): Promise<readonly JobSummary[] | null> {
  try {
    const { jobSummaries = [] } = await amplify.send(new ListJobsCommand({ appId, branchName, maxResults: builds }))
    return jobSummaries.toSorted((a, b) => (b.startTime?.getTime() ?? 0) - (a.startTime?.getTime() ?? 0))
  } catch (error) {
    if (isNamed(error, 'NotFoundException')) return null
    throw error
  }
}

async function getJob({ amplify }: Account, appId: string, branchName: string, jobId: string | undefined) {
  const { job } = await amplify.send(new GetJobCommand({ appId, branchName, jobId }))
  return job
}

/** Amplify says `HEAD` where a person started the build. */
function commitOf({ commitId = '' }: JobSummary): string | null {
  return /^[0-9a-f]{40}$/u.test(commitId) ? commitId : null
}

/** Steps that failed, each with its reason. The address of a step's log is signed: who has it may read, so it is passed on to nobody. */
function causeOf(job: Job | undefined): readonly string[] | null {
  const failed = (job?.steps ?? []).filter(({ status }) => status === 'FAILED')
  if (failed.length === 0) return null
  return failed.map(({ stepName, statusReason }) => [stepName, statusReason].filter(Boolean).join(': '))
}
