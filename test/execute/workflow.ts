import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from './environment.ts'
import { nodeImage } from './node-image.ts'
import { pythonImage, pythonVersion } from './python-image.ts'
import { cleanCopy, type Repository } from './repository.ts'
import { samProgram } from './sam-program.ts'
import { runSession } from './session.ts'
import { nodeMajors } from './toolchain.ts'
import { type JobStep, type Values, type WorkflowJob, workflowJobs } from './workflow-steps.ts'

/**
 * Runs the commands of every job of a CI workflow in a clean copy. Actions are not run: those that set up a runtime put it on
 * the PATH, the others do nothing; each is named in the report.
 */
export async function runWorkflow(repository: Repository, tools: string, text: string): Promise<readonly string[]> {
  const reports: string[] = []
  for (const job of workflowJobs(text)) reports.push(...(await runJob(job, cleanCopy(repository, 'workflow'), tools)))
  return reports
}

/** Runs one job in a copy of the repository. */
export async function runJob(job: WorkflowJob, copy: string, tools: string): Promise<readonly string[]> {
  if (job.services.length > 0) throw new Error(`job ${job.id}: no stand-in for the services ${job.services.join(', ')}`)
  let env: Variables | null = null
  const ran: string[] = []
  const stubbed: string[] = []
  for (const step of job.steps) {
    if (step.kind === 'action') {
      env = setUp(step.action, step.with, copy, tools) ?? env
      stubbed.push(step.action)
    } else {
      await runStep(step, job, copy, withSam(env ?? nodeImage(tools, '24').env))
      ran.push(step.name)
    }
  }
  return [`job ${job.id} ran: ${ran.join(', ')}`, `stubbed: ${stubbed.join(', ')}`]
}

async function runStep(
  step: Extract<JobStep, { kind: 'run' }>,
  job: WorkflowJob,
  copy: string,
  env: Variables,
): Promise<void> {
  const variables = { ...env, CI: 'true', GITHUB_ACTIONS: 'true', ...job.env, ...step.env }
  await runSession({ commands: [step.run], cwd: join(copy, step.folder), env: variables, options: step.options })
}

/** GitHub's runners bring the SAM CLI. */
function withSam(env: Variables): Variables {
  return { ...env, PATH: `${env.PATH ?? ''}:${samProgram()}` }
}

const nothing: ReadonlySet<string> = new Set([
  'actions/checkout',
  'actions/cache',
  'actions/upload-artifact',
  'aws-actions/setup-sam',
])

/** What an action leaves behind for the steps after it; null for nothing. */
function setUp(action: string, given: Values, copy: string, tools: string): Variables | null {
  if (action === 'actions/setup-node') return nodeImage(tools, majorOf(given, copy)).env
  if (action === 'actions/setup-python') {
    const wanted = versionOf(given, 'python-version', copy)
    if (wanted !== pythonVersion())
      throw new Error(`Python ${wanted} has no stand-in here: this machine has ${pythonVersion()}.`)
    return pythonImage({ python: ['python', 'python3'], pip: ['pip', 'pip3'] }).env
  }
  if (nothing.has(action)) return null
  throw new Error(`no stand-in for ${action}`)
}

function majorOf(given: Values, copy: string): string {
  const wanted = versionOf(given, 'node-version', copy)
  const major = /^v?(\d+)/.exec(wanted)?.[1] ?? ''
  if (!nodeMajors.includes(major))
    throw new Error(`Node ${wanted} has no stand-in, Node ${nodeMajors.join(' and ')} have`)
  return major
}

function versionOf(given: Values, input: string, copy: string): string {
  const file = given[`${input}-file`]
  return file === undefined ? (given[input] ?? '') : readFileSync(join(copy, file), 'utf8').trim()
}
