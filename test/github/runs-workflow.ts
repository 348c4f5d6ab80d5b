import { type Account, account } from './state/account.ts'
import { type Repository, resolve } from './state/repository.ts'
import type { WorkflowJob, WorkflowRun } from './state/workflow-run.ts'
import type { World } from './world.ts'

/** What a run of a workflow is to be like. */
export interface RunOptions {
  readonly path: string
  /** Default: the default branch. */
  readonly branch?: string
  /** Default: the commit of the branch. */
  readonly sha?: string
  readonly by?: string
  readonly event?: string
  readonly jobs: readonly (Pick<WorkflowJob, 'name' | 'conclusion'> & {
    readonly waiting?: boolean
    readonly steps?: WorkflowJob['steps']
    /** Texts of `::error::` lines. */
    readonly errors?: readonly string[]
  })[]
}

/** Lets a workflow run, or have run. */
export function runWorkflow(world: World, repository: Repository, options: RunOptions): WorkflowRun {
  const { path, branch = repository.defaultBranch, event = 'push', by } = options
  const actor: Account = by === undefined ? repository.owner : account(world, by)
  const number = repository.workflowRuns.filter((one) => one.path === path).length + 1
  const startedAt = world.time()
  const run: WorkflowRun = {
    ...{ id: world.id(), path, name: path, number, event, actor, createdAt: startedAt, headBranch: branch },
    headSha: options.sha ?? resolve(repository, branch) ?? '',
    jobs: options.jobs.map(({ name, conclusion, waiting = false, steps = [], errors = [] }) => ({
      ...{ id: world.id(), name, conclusion, waiting, startedAt, steps },
      annotations: errors.map((message) => ({
        ...{ path: '.github', start_line: 1, end_line: 1, annotation_level: 'failure', message, title: null },
      })),
    })),
  }
  repository.workflowRuns.push(run)
  return run
}
