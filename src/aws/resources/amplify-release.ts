import { GetJobCommand, type JobSummary, ListJobsCommand, StartJobCommand } from '@aws-sdk/client-amplify'
import type { Resource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'
import { domainOfApp } from '../amplify-apps.ts'
import { consoleLink } from '../console.ts'
import { ensure } from '../ensure.ts'
import { isNamed } from '../refusal.ts'
import type { Ground, Provisioner } from './provisioner.ts'

type Release = Extract<Resource, { kind: 'amplify-release' }>

/**
 * The first build of a branch; from then on a push starts each. A job is started without the SDK's retries: one whose answer got lost is found
 * among the jobs, and where one runs already, that one is waited for.
 */
export const amplifyRelease: Provisioner<Release> = { look, make }

const ended: ReadonlySet<string> = new Set(['SUCCEED', 'FAILED', 'CANCELLED'])

async function look({ app, branch }: Release, { account, made }: Ground): Promise<Standing> {
  const appId = made.get(app)
  const job = appId === undefined ? null : await newestJob(account, appId, branch)
  if (appId === undefined || job === null) return { state: 'absent' }
  const link = consoleLink(
    account,
    `amplify/apps/${appId}/branches/${encodeURIComponent(branch)}/deployments/${job.jobId}`,
  )
  const status = job.status ?? ''
  if (status === 'SUCCEED') {
    const url = `https://${branch.replaceAll('/', '-')}.${await domainOfApp(account, appId)}`
    return { state: 'ready', resource: job.jobArn ?? '', url, link, how: 'own', outputs: {} }
  }
  if (!ended.has(status)) return { state: 'working', detail: status, link }
  const detail = (await causeOfJob(account, appId, branch, job.jobId ?? '')) ?? status
  return { state: 'failed', detail, again: true, link }
}

/** The newest job of a branch; null where it had none. */
export async function newestJob({ amplify }: Account, appId: string, branchName: string): Promise<JobSummary | null> {
  const { jobSummaries = [] } = await amplify.send(new ListJobsCommand({ appId, branchName, maxResults: 1 }))
  return jobSummaries[0] ?? null
}

/** Why a job failed, in AWS's words: `BUILD: …`; null: not told. */
export async function causeOfJob(
  { amplify }: Account,
  appId: string,
  branchName: string,
  jobId: string,
): Promise<string | null> {
  const { job } = await amplify.send(new GetJobCommand({ appId, branchName, jobId }))
  const failed = job?.steps?.find(({ status }) => status === 'FAILED')
  return failed === undefined ? null : [failed.stepName, failed.statusReason].filter(Boolean).join(': ')
}

async function make(
  { app, branch: branchName }: Release,
  _standing: Standing,
  { account, made }: Ground,
): Promise<void> {
  const appId = made.get(app)
  if (appId === undefined) return
  const last = await newestJob(account, appId, branchName)
  if (last !== null && !ended.has(last.status ?? '')) return
  const before = last?.jobId
  await ensure(
    async () => {
      const newest = await newestJob(account, appId, branchName)
      return newest === null || newest.jobId === before ? null : newest
    },
    () => startJob(account, appId, branchName),
    account.pauseMs,
  )
}

async function startJob({ once }: Account, appId: string, branchName: string): Promise<void> {
  try {
    await once.amplify.send(new StartJobCommand({ appId, branchName, jobType: 'RELEASE' }))
  } catch (error) {
    // One runs already, which a push has started meanwhile.
    if (!isNamed(error, 'LimitExceededException')) throw error
  }
}
