import { UserError } from '../errors.ts'
import { pinFor, uses } from './actions.ts'
import type { DispatchInput, Job, Triggers, Workflow, WorkflowStep } from './workflow/model.ts'
import { type Comment, plain, toYaml } from './yaml.ts'

export type * from './workflow/model.ts'

/**
 * The text of a GitHub Actions workflow. The workflow's own token has no permission (`permissions: {}`), each job asks for its own;
 * every job has a timeout; each pinned action carries its version as a comment.
 * Throws `UserError` where a command holds `${{`, which GitHub would evaluate inside the script.
 */
export function toWorkflow(workflow: Workflow): string {
  const data = plain({
    name: workflow.name,
    on: triggers(workflow.on),
    permissions: {},
    concurrency: concurrency(workflow.concurrency),
    env: workflow.env,
    jobs: Object.fromEntries(Object.entries(workflow.jobs).map(([id, job]) => [id, jobData(job)])),
  })
  const comments = [...versionComments(workflow), ...(workflow.comments ?? [])]
  return toYaml(data, { comments, spaced: spaced(workflow), ...(workflow.head ? { head: workflow.head } : {}) })
}

function triggers(on: Triggers): unknown {
  const { push, pullRequest, workflowDispatch } = on
  return {
    push: push && filter({ branches: push.branches, 'branches-ignore': push.branchesIgnore, paths: push.paths }),
    pull_request:
      pullRequest && filter({ types: pullRequest.types, branches: pullRequest.branches, paths: pullRequest.paths }),
    delete: on.delete ? null : undefined,
    workflow_dispatch: workflowDispatch && filter({ inputs: workflowDispatch.inputs }),
  }
}

/** A trigger without any filter is written `push:`. */
function filter(
  of: Readonly<Record<string, readonly string[] | Readonly<Record<string, DispatchInput>> | undefined>>,
): unknown {
  if (Object.values(of).every((value) => value === undefined)) return null
  return Object.fromEntries(
    Object.entries(of).map(([key, value]) => [key, isList(value) ? value.map(noExpression) : value]),
  )
}

function isList(value: unknown): value is readonly string[] {
  return Array.isArray(value)
}

/** A pattern that matches the same names and holds no expression, which GitHub does not take here. */
function noExpression(pattern: string): string {
  return pattern.replaceAll('${{', '[$]{{')
}

function concurrency(value: Workflow['concurrency']): unknown {
  return value && { group: value.group, 'cancel-in-progress': value.cancelInProgress }
}

function jobData(job: Job): unknown {
  return {
    name: job.name,
    needs: job.needs,
    if: job.if,
    'runs-on': job.runsOn ?? 'ubuntu-24.04',
    environment: job.environment,
    permissions: job.permissions,
    'timeout-minutes': job.timeoutMinutes,
    concurrency: concurrency(job.concurrency),
    strategy: job.matrix && { 'fail-fast': false, matrix: job.matrix },
    services: job.services,
    outputs: job.outputs,
    env: job.env,
    defaults: job.workingDirectory ? { run: { 'working-directory': job.workingDirectory } } : undefined,
    steps: job.steps.map(stepData),
  }
}

function stepData(step: WorkflowStep): unknown {
  const base = { name: step.name, id: step.id, if: step.if }
  const rest = { env: step.env, 'timeout-minutes': step.timeoutMinutes }
  if ('uses' in step) return { ...base, uses: uses(step.uses), with: step.with, ...rest }
  if (step.run.includes('${{')) {
    const shown = `\`${step.run.slice(0, 80)}\``
    throw new UserError(({ ci }) => ci.expressionInCommand(shown))
  }
  return { ...base, 'working-directory': step.workingDirectory, run: step.run, ...rest }
}

/** Empty lines between the parts of the file, between jobs and between steps. */
function spaced(workflow: Workflow): (string | number)[][] {
  const parts = [
    'on',
    'permissions',
    ...(workflow.concurrency ? ['concurrency'] : []),
    ...(workflow.env ? ['env'] : []),
    'jobs',
  ]
  const jobs = Object.entries(workflow.jobs)
  return [
    ...parts.map((part) => [part]),
    ...jobs.slice(1).map(([id]) => ['jobs', id]),
    ...jobs.flatMap(([id, job]) => job.steps.slice(1).map((_, index) => ['jobs', id, 'steps', index + 1])),
  ]
}

function versionComments(workflow: Workflow): Comment[] {
  return Object.entries(workflow.jobs).flatMap(([id, job]) =>
    job.steps.flatMap((step, index) => {
      const pin = 'uses' in step ? pinFor(uses(step.uses)) : null
      return pin ? [{ path: ['jobs', id, 'steps', index, 'uses'], text: pin.version, beside: true }] : []
    }),
  )
}
