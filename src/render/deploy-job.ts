import type { Context } from '../model.ts'
import { jobEnvironment, type Stage, variable } from './environments.ts'
import { expression } from './expression.ts'
import type { ActionStep, Job, WorkflowStep } from './workflow.ts'

/** The repository's files at the commit of the run; no credentials stay behind in `.git`. */
export function checkout(): ActionStep {
  return { name: 'Check out the code', uses: 'actions/checkout', with: { 'persist-credentials': false } }
}

/**
 * Short-lived AWS credentials for the rest of the job, by OIDC: no stored key.
 * The job needs `id-token: write`. Where the account is known, another account's role is refused.
 */
export function awsCredentials(stage: Stage, context: Context): ActionStep {
  const account = stage.account ?? context.aws.accountId
  return {
    name: 'Sign in to AWS',
    uses: 'aws-actions/configure-aws-credentials',
    with: {
      'role-to-assume': variable(stage.roleVariable),
      'aws-region': variable(stage.regionVariable),
      'role-session-name': `github-${expression('github.run_id')}-${expression('github.run_attempt')}`,
      ...(account ? { 'allowed-account-ids': account } : {}),
      ...(context.aws.partition === 'aws-cn' ? { audience: 'sts.amazonaws.com.cn' } : {}),
    },
  }
}

/** What differs between deploy jobs. `subject` is the app's or stack's plain name. */
export interface DeployJob {
  readonly name: string
  readonly subject: string
  readonly stage: Stage
  readonly steps: readonly WorkflowStep[]
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly url?: string
  readonly timeoutMinutes?: number
  readonly runsOn?: string
  readonly env?: Job['env']
  readonly outputs?: Job['outputs']
}

/**
 * A job that changes AWS: its environment, `contents: read` and `id-token: write` and nothing else, one at a time for each
 * app and stage, never cancelled half-way, with a timeout. Steps are given whole, `checkout()` and `awsCredentials()` included.
 */
export function deployJob(job: DeployJob): Job {
  const { environment } = jobEnvironment(job.stage)
  return {
    name: job.name,
    ...(job.needs === undefined ? {} : { needs: job.needs }),
    ...(job.if === undefined ? {} : { if: job.if }),
    ...(job.runsOn === undefined ? {} : { runsOn: job.runsOn }),
    ...(environment === undefined ? {} : { environment: job.url ? { name: environment, url: job.url } : environment }),
    permissions: { contents: 'read', 'id-token': 'write' },
    timeoutMinutes: job.timeoutMinutes ?? 30,
    concurrency: { group: `deploy-${job.subject}-${job.stage.slug}`, cancelInProgress: false },
    ...(job.env === undefined ? {} : { env: job.env }),
    ...(job.outputs === undefined ? {} : { outputs: job.outputs }),
    steps: job.steps,
  }
}
