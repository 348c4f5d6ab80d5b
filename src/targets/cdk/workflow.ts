import type { App, Context, GeneratedFile } from '../../model.ts'
import { ciJob } from '../../render/ci/job.ts'
import { awsCredentials, checkout, deployJob } from '../../render/deploy-job.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { branchPattern, expression, literal } from '../../render/expression.ts'
import { commandStep, setUp } from '../../render/setup.ts'
import { type Job, type RunStep, toWorkflow, type WorkflowStep } from '../../render/workflow.ts'
import { textsOf } from '../../text.ts'
import { cdkLine } from './command.ts'
import { diffStage } from './diff-role.ts'
import { workflowPath } from './workflow-path.ts'

/**
 * Test, show the difference, deploy; one environment after the other. On pull requests only CI runs, which compiles and synthesises without AWS:
 * a diff needs credentials, and a run of a pull request must not get any (its code is not reviewed yet). The diff runs after the merge,
 * with a role that only reads, before the deployment and before its approval.
 */
export function cdkWorkflow(app: App, context: Context, diff: boolean): GeneratedFile {
  const all = stages(context)
  const test = testJob(app, context)
  return {
    path: workflowPath(app),
    mode: '100644',
    content: toWorkflow({
      name: `Deploy ${app.name}`,
      head: 'Shows what a merge changes in AWS, with a role that only reads, then deploys it.\nPull requests get no AWS credentials: their code is not reviewed yet.',
      on: {
        push: { branches: [...new Set(all.map((stage) => stage.branch))].map(branchPattern) },
        workflowDispatch: {},
      },
      jobs: {
        ...(test ? { test } : {}),
        ...Object.fromEntries(
          all.flatMap((stage, index) => jobs(app, stage, before(all, index), context, { diff, test: test !== null })),
        ),
      },
    }),
    purpose: textsOf(context).cdk.purpose(
      app.name,
      all.map((stage) => stage.name),
    ),
  }
}

function testJob(app: App, context: Context): Job | null {
  const job = ciJob({ ...app, build: null }, context)
  return job && app.test !== null ? { ...job, name: 'Test' } : null
}

function before(all: readonly Stage[], index: number): Stage | null {
  const branch = all[index]?.branch
  return all.slice(0, index).findLast((stage) => stage.branch === branch) ?? null
}

function jobs(
  app: App,
  stage: Stage,
  previous: Stage | null,
  context: Context,
  has: { diff: boolean; test: boolean },
): [string, Job][] {
  const first = [...(previous ? [`deploy-${previous.slug}`] : []), ...(has.test && !previous ? ['test'] : [])]
  const condition = expression(`github.ref == 'refs/heads/${stage.branch.replaceAll("'", "''")}'`)
  const deploy = deployJob({
    name: `Deploy to ${literal(stage.name)}`,
    subject: app.name,
    stage,
    if: condition,
    ...needs([...(has.diff ? [`diff-${stage.slug}`] : first)]),
    timeoutMinutes: 60,
    steps: [
      ...prepared(app, context),
      awsCredentials(stage, context),
      cdk('Deploy', `deploy --all --require-approval never${of(stage, context)}`, app),
    ],
  })
  const list: [string, Job][] = [[`deploy-${stage.slug}`, deploy]]
  return has.diff
    ? [[`diff-${stage.slug}`, { ...diffJob(app, stage, context), if: condition, ...needs(first) }], ...list]
    : list
}

function needs(names: readonly string[]): { readonly needs?: string | readonly string[] } {
  const [only, ...more] = names
  if (only === undefined) return {}
  return { needs: more.length === 0 ? only : names }
}

/** The app may read which environment it is for: `this.node.tryGetContext('environment')`. */
function of(stage: Stage, context: Context): string {
  return stages(context).length > 1 ? ` --context environment=${stage.slug}` : ''
}

function diffJob(app: App, stage: Stage, context: Context): Job {
  return {
    name: `Difference in ${literal(stage.name)}`,
    permissions: { contents: 'read', 'id-token': 'write' },
    timeoutMinutes: 30,
    concurrency: { group: `diff-${app.name}-${stage.slug}`, cancelInProgress: false },
    steps: [
      ...prepared(app, context),
      awsCredentials(diffStage(stage), context),
      cdk(
        'Show the difference',
        `diff --all --no-change-set${of(stage, context)} 2>&1 | tee "$RUNNER_TEMP/diff.txt"`,
        app,
      ),
      {
        name: 'Keep the difference in the summary of the run',
        run: '{ echo "```"; tail -c 60000 "$RUNNER_TEMP/diff.txt"; echo "```"; } >>"$GITHUB_STEP_SUMMARY"',
      },
    ],
  }
}

/** Everything that runs code of packages, before there are credentials. */
function prepared(app: App, context: Context): readonly WorkflowStep[] {
  const node: WorkflowStep = {
    name: 'Set up Node.js for the CDK CLI',
    uses: 'actions/setup-node',
    with: { 'node-version': '24', 'package-manager-cache': false },
  }
  const build = app.build?.includes('cdk ') ? null : app.build
  return [
    checkout(),
    ...(app.language === 'node' ? [] : [node]),
    ...setUp(app, context, false),
    ...inFolder(commandStep('Install dependencies', app.install, app)),
    ...inFolder(commandStep('Build', build, app)),
  ]
}

function inFolder(steps: readonly RunStep[]): readonly RunStep[] {
  return steps.map((step) =>
    step.workingDirectory === undefined ? step : { ...step, workingDirectory: literal(step.workingDirectory) },
  )
}

function cdk(name: string, args: string, app: App): RunStep {
  const run = `${args.includes('|') ? 'set -o pipefail\n' : ''}${cdkLine(app, args)}`
  return { name, run, ...(app.root === '.' ? {} : { workingDirectory: literal(app.root) }) }
}
