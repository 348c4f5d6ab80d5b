import { parse } from 'yaml'

export type Values = Readonly<Record<string, string>>

/** A step of a job: a command, or an action. */
export type JobStep =
  | {
      readonly kind: 'run'
      readonly name: string
      readonly run: string
      readonly folder: string
      readonly env: Values
      readonly options: readonly string[]
    }
  | { readonly kind: 'action'; readonly name: string; readonly action: string; readonly with: Values }

export interface WorkflowJob {
  readonly id: string
  readonly env: Values
  readonly services: readonly string[]
  readonly steps: readonly JobStep[]
}

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, string | number | boolean>>
  readonly run?: string
  readonly if?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string | number | boolean>>
  readonly 'working-directory'?: string
}

interface Job {
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly strategy?: unknown
  readonly env?: Step['env']
  readonly services?: Readonly<Record<string, unknown>>
  readonly defaults?: unknown
  readonly steps: readonly Step[]
}

/**
 * The jobs of a workflow, in the order in which they may run; `only` names those that count. Throws for what the harness would have to
 * guess.
 */
export function workflowJobs(text: string, only: readonly string[] = []): readonly WorkflowJob[] {
  const workflow: { readonly env?: Step['env']; readonly jobs: Readonly<Record<string, Job>> } = parse(text)
  const jobs = Object.entries(workflow.jobs).filter(([id]) => only.length === 0 || only.includes(id))
  return jobs.map(([id, job]) => {
    if (job.if !== undefined || job.strategy !== undefined || job.defaults !== undefined || job.needs !== undefined)
      throw new Error(`job ${id}: if, strategy, defaults and needs are not carried out by the harness`)
    return {
      id,
      env: { ...values(workflow.env), ...values(job.env) },
      services: Object.keys(job.services ?? {}),
      steps: job.steps.map((step) => stepOf(id, step)),
    }
  })
}

function stepOf(job: string, step: Step): JobStep {
  const name = step.name ?? step.uses ?? step.run ?? ''
  if (step.if !== undefined) throw new Error(`job ${job}, step ${name}: conditions are not carried out by the harness`)
  if (step.uses !== undefined)
    return { kind: 'action', name, action: step.uses.split('@')[0] ?? '', with: values(step.with) }
  const { run = '' } = step
  const told = [run, step['working-directory'] ?? '', ...Object.values(values(step.env))]
  if (told.some((text) => text.includes('${{')))
    throw new Error(`job ${job}, step ${name}: an expression would have to be worked out`)
  return {
    kind: 'run',
    name,
    run,
    folder: step['working-directory'] ?? '.',
    env: values(step.env),
    options: shellOptions(step.shell),
  }
}

/** Bash as a runner starts it. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell (2026-11) */
function shellOptions(shell: string | undefined): readonly string[] {
  if (shell === undefined) return ['-e']
  if (shell === 'bash') return ['--noprofile', '--norc', '-eo', 'pipefail']
  throw new Error(`shell ${shell} is not carried out by the harness`)
}

function values(given: Step['env'] = {}): Values {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}
