import type { RepositoryFacts, Some } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { TrustedRuns } from '../oidc.ts'
import type { RepositorySegment } from './repository.ts'

interface Known {
  readonly segment: RepositorySegment
  readonly repository: RepositoryFacts
  readonly runs: TrustedRuns
}

/** `:` inside a value is written `%3A`, as GitHub does; `${` is written so that IAM does not take it for a policy variable. */
function encodeClaim(value: string): string {
  return value.replaceAll(':', '%3A').replaceAll('${', '${$}{')
}

/** The context part of the default subject: the environment where the job names one, else the branch. */
function contextClaim(runs: TrustedRuns): string {
  return runs.environment === null
    ? `ref:${encodeClaim(`refs/heads/${runs.branch}`)}`
    : `environment:${encodeClaim(runs.environment)}`
}

/**
 * The values a claim may have in the trusted runs, as they stand in the subject. Empty: it cannot be told from here.
 * Claims whose value changes from run to run (`actor`, `run_id`, `sha` …) are not in the list: no exact trust can name them.
 */
const claims: Readonly<Record<string, (known: Known) => readonly string[]>> = {
  repo: ({ segment }) => [segment.text],
  context: ({ runs }) => [contextClaim(runs)],
  repository: ({ repository }) => named('repository', repository.owner && `${repository.owner}/${repository.name}`),
  repository_owner: ({ repository }) => named('repository_owner', repository.owner),
  repository_id: ({ repository }) => named('repository_id', repository.id),
  repository_owner_id: ({ repository }) => named('repository_owner_id', repository.ownerId),
  // A private repository may be "internal" to an enterprise, which is not known here.
  repository_visibility: ({ repository }) => {
    if (repository.private === null) return []
    return (repository.private ? ['private', 'internal'] : ['public']).map((value) => `repository_visibility:${value}`)
  },
  environment: ({ runs }) => named('environment', runs.environment),
  ref: ({ runs }) => named('ref', `refs/heads/${runs.branch}`),
  ref_type: () => ['ref_type:branch'],
  runner_environment: () => ['runner_environment:github-hosted'],
  workflow: ({ runs }) => runs.workflows.flatMap((workflow) => named('workflow', workflow.name)),
  workflow_ref: (known) => workflowReferences('workflow_ref', known),
  job_workflow_ref: (known) => workflowReferences('job_workflow_ref', known),
}

function named(key: string, value: string | number | null): readonly string[] {
  return value === null ? [] : [`${key}:${encodeClaim(String(value))}`]
}

function workflowReferences(key: string, { repository, runs }: Known): readonly string[] {
  const { owner, name } = repository
  if (owner === null) return []
  return runs.workflows.flatMap(({ path }) => named(key, `${owner}/${name}/${path}@refs/heads/${runs.branch}`))
}

type Subjects =
  | { readonly ok: true; readonly subjects: Some<string> }
  | { readonly ok: false; readonly because: string }

/** Every subject that the claim keys give, in the order of the keys, joined by `:`. */
export function customSubjects(
  keys: readonly string[],
  segments: Some<RepositorySegment>,
  {
    repository,
    runs,
    texts,
  }: { readonly repository: RepositoryFacts; readonly runs: TrustedRuns; readonly texts: Texts },
): Subjects {
  const used = keys.includes('repo') ? segments : [segments[0]]
  const rows = used.map((segment) => keys.map((key) => valuesOf(key, { segment, repository, runs })))
  const missing = keys.find((_, index) => rows[0]?.[index]?.length === 0)
  const [first, ...rest] = new Set(rows.flatMap(combinations))
  if (missing !== undefined || !first) return { ok: false, because: unknownKey(missing ?? '(none)', texts) }
  return { ok: true, subjects: [first, ...rest] }
}

function valuesOf(key: string, known: Known): readonly string[] {
  const values = Object.hasOwn(claims, key) ? (claims[key]?.(known) ?? []) : []
  return known.segment.parameters.length > 0 && key !== 'repo' ? values.map(escapeSub) : values
}

function combinations(row: readonly (readonly string[])[]): readonly string[] {
  return row.reduce<readonly string[]>(
    (heads, values) => heads.flatMap((head) => values.map((value) => (head === '' ? value : `${head}:${value}`))),
    [''],
  )
}

function escapeSub(text: string): string {
  return text.replaceAll('${', '${!')
}

function unknownKey(key: string, texts: Texts): string {
  const shown = key.replace(/[^\w-]/g, '?')
  return texts.oidc.unknownKey(shown)
}
