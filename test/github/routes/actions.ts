import { reads } from '../access/needs.ts'
import { page } from '../http/pages.ts'
import { notFound } from '../http/refusal.ts'
import { ok } from '../http/replies.ts'
import { type Route, repositoryRoute } from '../http/route.ts'
import { asJob, asWorkflowRun } from '../shapes/workflow-run.ts'

/** Runs of workflows and their jobs, for reading. https://docs.github.com/rest/actions/workflow-runs, https://docs.github.com/rest/actions/workflow-jobs */
export const actionRoutes: readonly Route[] = [
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    reads('actions'),
    (call, repository) => {
      const file = call.param('workflow_id')
      const path = `.github/workflows/${file}`
      const known = repository.workflowRuns.filter((run) => run.path === path)
      if (known.length === 0 && !repository.workflows.has(path)) throw notFound()
      const branch = call.query.get('branch')
      const found = known.filter((run) => branch === null || run.headBranch === branch)
      const { headers, items } = page(call, found.toReversed())
      const runs = items.map((run) => asWorkflowRun(call.world, repository, run))
      return ok({ total_count: found.length, workflow_runs: runs }, headers)
    },
  ),
  repositoryRoute('get', '/repos/{owner}/{repo}/actions/runs/{run_id}/jobs', reads('actions'), (call, repository) => {
    const run = repository.workflowRuns.find((one) => one.id === Number(call.param('run_id')))
    if (run === undefined) throw notFound()
    const { headers, items } = page(call, run.jobs)
    const jobs = items.map((job) => asJob(call.world, repository, run, job))
    return ok({ total_count: run.jobs.length, jobs }, headers)
  }),
]
