import type {
  App,
  CreateAppRequest,
  CreateBranchRequest,
  GetAppRequest,
  GetBranchRequest,
  GetJobRequest,
  ListBranchesRequest,
  ListJobsRequest,
  StartJobRequest,
  UpdateAppRequest,
  UpdateBranchRequest,
} from '@aws-sdk/client-amplify'
import { AwsError } from '../http/aws-error.ts'
import { findOr, operation, type Service } from '../operation.ts'
import { type AppState, arnOf, type BranchState, type JobState, type RegionState } from '../state.ts'

/** Makes an app, another one of the same name too, as Amplify does. */
export function makeApp(state: RegionState, input: CreateAppRequest): AppState {
  const { world } = state
  if (input.repository !== undefined && !world.tokens.has(input.accessToken ?? '')) {
    throw new AwsError(
      'BadRequestException',
      'There was an issue setting up your repository. Please check the access token.',
    )
  }
  const id = `d${world.id().padStart(12, '0')}`
  const now = new Date(world.now())
  const { accessToken: _, oauthToken: __, autoBranchCreationConfig: ___, jobConfig: ____, ...kept } = input
  const app: App = {
    ...kept,
    name: input.name,
    description: input.description ?? '',
    repository: input.repository ?? '',
    platform: input.platform ?? 'WEB',
    environmentVariables: input.environmentVariables ?? {},
    enableBranchAutoBuild: input.enableBranchAutoBuild ?? false,
    enableBasicAuth: input.enableBasicAuth ?? false,
    appId: id,
    appArn: arnOf(state, 'amplify', `apps/${id}`),
    createTime: now,
    updateTime: now,
    defaultDomain: `${id}.amplifyapp.com`,
  }
  const made: AppState = { app, branches: new Map() }
  state.apps.push(made)
  return made
}

export function makeBranch(state: RegionState, owner: AppState, input: CreateBranchRequest): BranchState {
  const { branchName = '', appId: _, backend: __, ...kept } = input
  if (owner.branches.has(branchName)) {
    throw new AwsError('BadRequestException', `The branch ${branchName} already exists for this app`)
  }
  const now = new Date(state.world.now())
  const made: BranchState = {
    branch: {
      ...kept,
      branchArn: `${owner.app.appArn}/branches/${branchName}`,
      branchName,
      description: '',
      stage: (input.stage ?? 'NONE' in input) ? input.stage : undefined,
      displayName: input.displayName ?? branchName.replaceAll('/', '-'),
      enableNotification: false,
      createTime: now,
      updateTime: now,
      environmentVariables: input.environmentVariables ?? {},
      enableAutoBuild: input.enableAutoBuild ?? true,
      customDomains: [],
      framework: input.framework ?? '',
      activeJobId: '',
      totalNumberOfJobs: '0',
      enableBasicAuth: input.enableBasicAuth ?? false,
      ttl: '5',
      enablePullRequestPreview: input.enablePullRequestPreview ?? false,
    },
    jobs: [],
  }
  owner.branches.set(branchName, made)
  return made
}

function findApp(state: RegionState, id: string | undefined): AppState {
  return findOr(
    state.apps,
    ({ app }) => app.appId === id,
    () => new AwsError('NotFoundException', `App ${id} not found.`, 404),
  )
}

function findBranch(state: RegionState, id: string | undefined, name: string | undefined): BranchState {
  const found = findApp(state, id).branches.get(name ?? '')
  if (found === undefined) throw new AwsError('NotFoundException', `Branch ${name} not found.`, 404)
  settleJobs(state, found)
  return found
}

function settleJobs({ world }: RegionState, { jobs }: BranchState): void {
  for (const state of jobs) {
    const { summary } = state.job
    if (summary === undefined || summary.status !== 'RUNNING' || world.now() < state.readyAt) continue
    const status = state.fails === null ? ('SUCCEED' as const) : ('FAILED' as const)
    const endTime = new Date(state.readyAt)
    state.job = {
      summary: { ...summary, status, endTime },
      steps: [
        {
          stepName: 'BUILD',
          startTime: summary.startTime,
          status,
          endTime,
          logUrl: 'https://logs.example/BUILD.txt',
          ...(state.fails === null ? {} : { statusReason: state.fails }),
        },
      ],
    }
  }
}

function startJob(state: RegionState, input: StartJobRequest): JobState {
  const found = findBranch(state, input.appId, input.branchName)
  if (found.jobs.some(({ job }) => job.summary?.status === 'RUNNING')) {
    throw new AwsError('LimitExceededException', 'The last job is still running; a branch runs one job at a time.', 429)
  }
  const id = String(found.jobs.length + 1)
  const now = new Date(state.world.now())
  const started: JobState = {
    job: {
      summary: {
        jobArn: `${found.branch.branchArn}/jobs/${id}`,
        jobId: id,
        commitId: input.commitId ?? 'HEAD',
        commitMessage: input.commitMessage ?? '',
        commitTime: now,
        startTime: now,
        status: 'RUNNING',
        jobType: input.jobType,
      },
      steps: [],
    },
    readyAt: state.world.now() + state.world.durations.job,
    fails: state.world.failing.job,
  }
  found.jobs.unshift(started)
  return started
}

export const amplify: Service = {
  CreateApp: operation((state, input: CreateAppRequest) => ({ app: makeApp(state, input).app })),
  GetApp: operation((state, { appId }: GetAppRequest) => ({ app: findApp(state, appId).app })),
  ListApps: operation(({ apps }) => ({ apps: apps.map(({ app }) => app) })),
  UpdateApp: operation((state, { appId, accessToken: _, oauthToken: __, ...changes }: UpdateAppRequest) => {
    const found = findApp(state, appId)
    const { autoBranchCreationConfig: ___, jobConfig: ____, ...kept } = changes
    const given = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined))
    found.app = { ...found.app, ...given }
    return { app: found.app }
  }),
  CreateBranch: operation((state, input: CreateBranchRequest) => {
    const { branch } = makeBranch(state, findApp(state, input.appId), input)
    return { branch }
  }),
  GetBranch: operation((state, { appId, branchName }: GetBranchRequest) => ({
    branch: findBranch(state, appId, branchName).branch,
  })),
  ListBranches: operation((state, { appId }: ListBranchesRequest) => ({
    branches: [...findApp(state, appId).branches.values()].map(({ branch }) => branch),
  })),
  UpdateBranch: operation((state, { appId, branchName, ...changes }: UpdateBranchRequest) => {
    const found = findBranch(state, appId, branchName)
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
    found.branch = { ...found.branch, ...given }
    return { branch: found.branch }
  }),
  StartJob: operation((state, input: StartJobRequest) => ({ jobSummary: startJob(state, input).job.summary })),
  ListJobs: operation((state, { appId, branchName }: ListJobsRequest) => ({
    jobSummaries: findBranch(state, appId, branchName).jobs.map(({ job }) => job.summary),
  })),
  GetJob: operation((state, { appId, branchName, jobId }: GetJobRequest) => ({
    job: findOr(
      findBranch(state, appId, branchName).jobs,
      ({ job }) => job.summary?.jobId === jobId,
      () => new AwsError('NotFoundException', `Job ${jobId} not found.`, 404),
    ).job,
  })),
}
