import { parse } from 'yaml'
import { pinFor } from '../actions.ts'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, list, strings } from './look.ts'

interface Parsed {
  readonly workflow: Fields
  readonly jobs: readonly (readonly [string, Fields])[]
  readonly text: string
}

interface Rule {
  readonly id: string
  /** What is wrong, one entry for each place. */
  readonly check: (parsed: Parsed) => readonly string[]
}

/** What every generated workflow must keep, besides what actionlint checks. */
const rules: readonly Rule[] = [
  { id: 'pins', check: eachStep(pinned) },
  { id: 'pin-comment', check: pinComments },
  { id: 'permissions', check: permissions },
  {
    id: 'timeout',
    check: eachJob((job) => (typeof job['timeout-minutes'] === 'number' ? null : 'has no timeout-minutes')),
  },
  { id: 'concurrency', check: concurrency },
  { id: 'persist-credentials', check: eachStep(persistCredentials) },
  {
    id: 'expression-in-run',
    check: eachStep((step) => (String(step.run ?? '').includes('${{') ? 'has an expression in run' : null)),
  },
  { id: 'pull-request', check: pullRequest },
  { id: 'triggers', check: triggers },
]

/** The faults of one workflow file. Not valid YAML: none, since the rule for YAML says so. */
export function workflowFaults({ path, content }: Linted): readonly Fault[] {
  const parsed = read(content)
  return parsed ? rules.flatMap(({ id, check }) => check(parsed).map((says) => ({ path, rule: id, says }))) : []
}

function read(text: string): Parsed | null {
  try {
    const workflow = fields(parse(text, { maxAliasCount: 0 }))
    return { workflow, text, jobs: Object.entries(fields(workflow.jobs)).map(([id, job]) => [id, fields(job)]) }
  } catch {
    return null
  }
}

function eachJob(check: (job: Fields) => string | null): Rule['check'] {
  return ({ jobs }) => jobs.flatMap(([id, job]) => told(`job ${id}`, check(job)))
}

function eachStep(check: (step: Fields, job: Fields) => string | null): Rule['check'] {
  return ({ jobs }) =>
    jobs.flatMap(([id, job]) =>
      list(job.steps).flatMap((step, index) => told(`job ${id}, step ${index + 1}`, check(fields(step), job))),
    )
}

function told(place: string, fault: string | null): readonly string[] {
  return fault === null ? [] : [`${place} ${fault}`]
}

function pinned(step: Fields): string | null {
  if (step.uses === undefined) return null
  return typeof step.uses === 'string' && pinFor(step.uses)
    ? null
    : `uses ${String(step.uses)}, which is not in the table of pins`
}

/** The version stands beside the commit, as a comment, so that a person can read it. */
function pinComments({ text }: Parsed): readonly string[] {
  const found = [...text.matchAll(/uses: (\S+)(?: # (\S+))?$/gm)]
  const wrong = found.filter(([, reference, version]) => pinFor(reference ?? '')?.version !== version)
  return wrong.map(([line]) => `${line.trim()} does not name its version`)
}

function permissions({ workflow, jobs }: Parsed): readonly string[] {
  const top = Object.keys(fields(workflow.permissions)).length === 0 && typeof workflow.permissions === 'object'
  const bad = jobs.filter(([, job]) => typeof job.permissions !== 'object' || job.permissions === null)
  return [
    ...(top ? [] : ['the workflow itself has permissions']),
    ...bad.map(([id]) => `job ${id} has no permissions of its own`),
  ]
}

const deploys = (job: Fields): boolean => fields(job.permissions)['id-token'] === 'write'

/** Deployments run one at a time and are never cancelled half-way. */
function concurrency({ workflow, jobs }: Parsed): readonly string[] {
  const safe = (value: unknown): boolean =>
    typeof fields(value).group === 'string' && fields(value)['cancel-in-progress'] === false
  return jobs
    .filter(
      ([, job]) =>
        deploys(job) && !safe(job.concurrency) && !(job.concurrency === undefined && safe(workflow.concurrency)),
    )
    .map(([id]) => `job ${id} deploys without a concurrency group that waits`)
}

function persistCredentials(step: Fields, job: Fields): string | null {
  if (!String(step.uses ?? '').startsWith('actions/checkout@') || fields(job.permissions).contents === 'write')
    return null
  return fields(step.with)['persist-credentials'] === false ? null : 'leaves its credentials in the check-out'
}

/** Runs of pull requests hold foreign code: no cloud sign-in, no secret, no write access (case G36). */
function pullRequest({ workflow, jobs }: Parsed): readonly string[] {
  if (!('pull_request' in fields(workflow.on))) return []
  const apart = /github\.event_name (!= 'pull_request'|== '(push|workflow_dispatch|delete)')/
  const exposed = jobs.filter(([, job]) => !apart.test(String(job.if ?? '')))
  const secret = /\$\{\{[^}]*\bsecrets\b/
  return exposed.flatMap(([id, job]) => [
    ...(Object.values(fields(job.permissions)).includes('write') ? [`job ${id} may write on pull requests`] : []),
    ...(strings([job, workflow.env]).some((text) => secret.test(text)) || job.secrets !== undefined
      ? [`job ${id} sees a secret on pull requests`]
      : []),
  ])
}

function triggers({ workflow }: Parsed): readonly string[] {
  const on = typeof workflow.on === 'object' ? Object.keys(fields(workflow.on)) : strings(list(workflow.on))
  const names = [...on, ...strings(Array.isArray(workflow.on) ? workflow.on : [])]
  return names
    .filter((name) => name === 'pull_request_target' || name === 'workflow_run')
    .map((name) => `is started by ${name}`)
}
