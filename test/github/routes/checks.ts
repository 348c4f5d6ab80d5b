import { reads, writes } from '../access/needs.ts'
import { asFields, type Fields, oneOf, optionalList, optionalNumber, optionalText, text } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notAccessible, notFound, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asCheckRun } from '../shapes/check-run.ts'
import { type Annotation, type CheckRun, conclusions, statuses } from '../state/check-run.ts'
import { type Repository, resolve } from '../state/repository.ts'
import type { World } from '../world.ts'

type OfRun = Call<'owner' | 'repo' | 'check_run_id'>

/** Check runs; only apps may write them. https://docs.github.com/rest/checks/runs */
export const checkRoutes: readonly Route[] = [
  repositoryRoute(
    'post',
    '/repos/{owner}/{repo}/check-runs',
    writes('checks'),
    ({ actor, fields, world }, repository) => {
      if (actor.kind !== 'installation') throw notAccessible('checks=write')
      const run = startRun(world, text(fields, 'name'), text(fields, 'head_sha'))
      change(world, run, fields)
      repository.checkRuns.push(run)
      return created(asCheckRun(world, repository, run))
    },
  ),
  repositoryRoute('patch', '/repos/{owner}/{repo}/check-runs/{check_run_id}', writes('checks'), (call, repository) => {
    const run = runOf(call, repository)
    change(call.world, run, call.fields)
    return ok(asCheckRun(call.world, repository, run))
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/check-runs/{check_run_id}', reads('checks'), (call, repository) =>
    ok(asCheckRun(call.world, repository, runOf(call, repository))),
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
    reads('checks'),
    (call, repository) => {
      const { headers, items } = page(call, annotationsOf(call, repository))
      const rest = { start_column: null, end_column: null, raw_details: null, blob_href: '' }
      return ok(
        items.map((one) => ({ ...one, ...rest })),
        headers,
      )
    },
  ),
  repositoryRoute('get', '/repos/{owner}/{repo}/commits/{ref}/check-runs', reads('checks'), (call, repository) => {
    const sha = resolve(repository, call.param('ref'))
    const name = call.query.get('check_name')
    const found = repository.checkRuns.filter((run) => run.headSha === sha && (name === null || run.name === name))
    const { headers, items } = page(call, found.toReversed())
    const runs = items.map((run) => asCheckRun(call.world, repository, run))
    return ok({ total_count: found.length, check_runs: runs }, headers)
  }),
]

function startRun(world: World, name: string, headSha: string): CheckRun {
  const nothing = { externalId: null, detailsUrl: null, completedAt: null, title: null, summary: null, text: null }
  const id = world.id()
  const started = { status: 'queued', conclusion: null, startedAt: world.time() } as const
  return { id, suite: world.id(), name, headSha, ...nothing, ...started, annotations: [] }
}

function runOf(call: OfRun, repository: Repository): CheckRun {
  const found = repository.checkRuns.find((run) => run.id === Number(call.param('check_run_id')))
  if (found === undefined) throw notFound()
  return found
}

/** Jobs of workflows are check runs too, under the same id. */
function annotationsOf(call: OfRun, repository: Repository): readonly Annotation[] {
  const jobs = repository.workflowRuns.flatMap((run) => run.jobs)
  const job = jobs.find(({ id }) => id === Number(call.param('check_run_id')))
  return job === undefined ? runOf(call, repository).annotations : job.annotations
}

/** GitHub's limits of one request and one field. https://docs.github.com/rest/checks/runs (2026-11) */
const mostAnnotations = 50
const longestText = 65_535

function change(world: World, run: CheckRun, fields: Fields): void {
  run.name = optionalText(fields, 'name') ?? run.name
  run.externalId = optionalText(fields, 'external_id') ?? run.externalId
  run.detailsUrl = optionalText(fields, 'details_url') ?? run.detailsUrl
  run.startedAt = optionalText(fields, 'started_at') ?? run.startedAt
  run.status = oneOf(fields, 'status', statuses) ?? run.status
  run.conclusion = oneOf(fields, 'conclusion', conclusions) ?? run.conclusion
  if (run.conclusion !== null) {
    run.status = 'completed'
    run.completedAt = optionalText(fields, 'completed_at') ?? run.completedAt ?? world.time()
  }
  if (run.status === 'completed' && run.conclusion === null) {
    throw unprocessable('Invalid request.\n\nconclusion is required when status is completed.')
  }
  if (fields.output !== undefined) changeOutput(run, asFields(fields.output))
}

function changeOutput(run: CheckRun, output: Fields): void {
  run.title = optionalText(output, 'title') ?? run.title
  run.summary = text(output, 'summary')
  run.text = optionalText(output, 'text') ?? run.text
  if (run.summary.length > longestText || (run.text ?? '').length > longestText) {
    throw unprocessable(`Only ${longestText} characters are allowed.`)
  }
  const annotations = optionalList(output, 'annotations') ?? []
  if (annotations.length > mostAnnotations) {
    throw unprocessable(
      `Invalid request.\n\nNo more than ${mostAnnotations} items are allowed; ${annotations.length} were supplied.`,
    )
  }
  run.annotations.push(...annotations.map((one) => toAnnotation(asFields(one))))
}

function toAnnotation(fields: Fields): Annotation {
  return {
    path: text(fields, 'path'),
    start_line: optionalNumber(fields, 'start_line') ?? 1,
    end_line: optionalNumber(fields, 'end_line') ?? 1,
    annotation_level: oneOf(fields, 'annotation_level', ['notice', 'warning', 'failure']) ?? 'notice',
    message: text(fields, 'message'),
    title: optionalText(fields, 'title'),
  }
}
