import { parse } from 'yaml'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, list, strings } from './look.ts'
import { pinnedImage, storedKeys } from './provider-rules.ts'

interface Job {
  readonly name: string
  readonly data: Fields
}

interface Rule {
  readonly id: string
  readonly check: (job: Job) => string | null
}

/** What every job of a generated `.gitlab-ci.yml` must keep, besides GitLab's own schema. */
const rules: readonly Rule[] = [
  { id: 'gitlab-image', check: ({ data }) => pinnedImage(data.image) },
  { id: 'gitlab-timeout', check: ({ data }) => (typeof data.timeout === 'string' ? null : 'has no timeout') },
  { id: 'gitlab-deploy', check: deployment },
  { id: 'gitlab-rules', check: rule },
  {
    id: 'gitlab-token',
    check: ({ data }) => (/CI_JOB_JWT/.test(JSON.stringify(data)) ? 'uses a token that GitLab 17 took away' : null),
  },
  { id: 'stored-key', check: ({ data }) => storedKeys(data) },
]

/** The faults of a GitLab CI file; not valid YAML: none, since the rule for YAML says so. */
export function gitlabFaults({ path, content }: Linted): readonly Fault[] {
  const jobs = jobsOf(content)
  return jobs.flatMap((job) =>
    rules.flatMap(({ id, check }) => {
      const says = check(job)
      return says === null ? [] : [{ path, rule: id, says: `job ${job.name} ${says}` }]
    }),
  )
}

const settings: ReadonlySet<string> = new Set(['stages', 'workflow', 'variables', 'default', 'include', 'image'])

/** The jobs with what they extend. */
function jobsOf(content: string): readonly Job[] {
  try {
    const file = fields(parse(content, { maxAliasCount: 0 }))
    return Object.entries(file)
      .filter(([name]) => !settings.has(name) && !name.startsWith('.'))
      .map(([name, job]) => {
        const base = fields(file[strings(list(fields(job).extends))[0] ?? ''])
        return { name, data: { ...base, ...fields(job) } }
      })
  } catch {
    return []
  }
}

/** Whatever may sign in is bound to an environment, waits for its turn, and is not cancelled half-way; nothing else may sign in. */
function deployment({ data }: Job): string | null {
  if (data.id_tokens === undefined) return data.environment === undefined ? null : 'has an environment and no sign-in'
  if (data.environment === undefined) return 'can sign in to AWS without an environment'
  if (data.resource_group === undefined) return 'deploys without a resource group'
  return data.interruptible === false ? null : 'can be cancelled half-way'
}

/** `only` is the old form; a job that can sign in runs for named branches. */
function rule({ data }: Job): string | null {
  if (data.only !== undefined || data.except !== undefined) return 'uses only or except'
  if (data.id_tokens === undefined) return null
  const tests = list(data.rules).map((one) => String(fields(one).if ?? ''))
  const bound =
    tests.length > 0 && tests.every((test) => /^\$CI_COMMIT_BRANCH (== ["'].+["']|=~ \/\^feature\\\/\/)$/.test(test))
  return bound ? null : 'can sign in to AWS on any branch'
}
