import type { components } from '@octokit/openapi-types'
import type { Repository } from '../state/repository.ts'
import type { WorkflowJob, WorkflowRun } from '../state/workflow-run.ts'
import type { World } from '../world.ts'
import { asRepository } from './repository.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'
import { asUser } from './user.ts'

/** A run ends as the worst of its jobs; what was skipped does not count. */
function conclusionOf({ jobs }: WorkflowRun) {
  const ends = jobs.map(({ conclusion }) => conclusion)
  if (ends.includes(null)) return null
  return ends.find((one) => one !== 'success' && one !== 'skipped') ?? 'success'
}

function statusOf(run: WorkflowRun) {
  if (conclusionOf(run) !== null) return 'completed'
  return run.jobs.some(({ waiting }) => waiting) ? 'waiting' : 'in_progress'
}

export function asWorkflowRun(world: World, repository: Repository, run: WorkflowRun) {
  const url = repositoryApi(world, repository, `/actions/runs/${run.id}`)
  const workflow = run.path.length
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: run.name,
    run_number: run.number,
    run_attempt: 1,
    event: run.event,
    status: statusOf(run),
    conclusion: conclusionOf(run),
    workflow_id: workflow,
    url,
    html_url: repositoryPage(world, repository, `/actions/runs/${run.id}`),
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    actor: asUser(world, run.actor),
    triggering_actor: asUser(world, run.actor),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: repositoryApi(world, repository, `/check-suites/${run.id}`),
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: repositoryApi(world, repository, `/actions/workflows/${workflow}`),
    head_commit: null,
    repository: asRepository(world, repository),
    head_repository: asRepository(world, repository),
  } satisfies components['schemas']['workflow-run']
}

export function asJob(world: World, repository: Repository, run: WorkflowRun, job: WorkflowJob) {
  const runUrl = repositoryApi(world, repository, `/actions/runs/${run.id}`)
  return {
    id: job.id,
    run_id: run.id,
    run_url: runUrl,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.headSha,
    url: repositoryApi(world, repository, `/actions/jobs/${job.id}`),
    html_url: repositoryPage(world, repository, `/actions/runs/${run.id}/job/${job.id}`),
    status: job.conclusion !== null ? 'completed' : job.waiting ? 'waiting' : 'in_progress',
    conclusion: job.conclusion,
    created_at: run.createdAt,
    started_at: job.startedAt,
    completed_at: job.conclusion === null ? null : job.startedAt,
    name: job.name,
    steps: job.steps.map(({ name, conclusion }, index) => ({
      ...{ name, conclusion, number: index + 1 },
      status: conclusion === null ? ('in_progress' as const) : ('completed' as const),
    })),
    check_run_url: repositoryApi(world, repository, `/check-runs/${job.id}`),
    labels: ['ubuntu-24.04'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 0,
    runner_group_name: 'GitHub Actions',
    workflow_name: run.name,
    head_branch: run.headBranch,
  } satisfies components['schemas']['job']
}
