import type { App, Context, GeneratedFile } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { awsCredentials, checkout, deployJob } from '../../render/deploy-job.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { branchPattern, expression, literal } from '../../render/expression.ts'
import { commandStep, setUp } from '../../render/setup.ts'
import { type Job, type RunStep, toWorkflow } from '../../render/workflow.ts'
import { textsOf } from '../../text.ts'
import { nodeManager } from '../ecr/dockerfile/node-manager.ts'
import { webScriptPath } from './script.ts'

/** Install, build, leave out what only development needs, deploy; one environment after the other. */
export function webWorkflow(app: App, context: Context): GeneratedFile {
  const texts = textsOf(context)
  const all = stages(context)
  return {
    path: webPath(app),
    mode: '100644',
    content: toWorkflow({
      name: `Deploy ${app.name}`,
      head: 'Builds on ARM, as Lambda Web Functions run there: packages with native code must match.\nTo go back: run this workflow again for an earlier commit.',
      on: {
        push: { branches: [...new Set(all.map((stage) => stage.branch))].map(branchPattern) },
        workflowDispatch: {},
      },
      jobs: Object.fromEntries(
        all.map((stage, index) => [`deploy-${stage.slug}`, job(app, stage, before(all, index), context)]),
      ),
    }),
    purpose: texts.lambdaWeb.purpose(app.name),
  }
}

/** Where the workflow of a function lies. */
export function webPath(app: App): string {
  return `.github/workflows/deploy-${app.name}.yml`
}

function before(all: readonly Stage[], index: number): Stage | null {
  const branch = all[index]?.branch
  return all.slice(0, index).findLast((stage) => stage.branch === branch) ?? null
}

function job(app: App, stage: Stage, previous: Stage | null, context: Context): Job {
  const { prune } = nodeManager(app, 24)
  return deployJob({
    name: `Deploy to ${literal(stage.name)}`,
    subject: app.name,
    stage,
    ...(previous ? { needs: `deploy-${previous.slug}` } : {}),
    if: expression(`github.ref == 'refs/heads/${stage.branch.replaceAll("'", "''")}'`),
    runsOn: 'ubuntu-24.04-arm',
    url: expression('steps.deploy.outputs.url'),
    steps: [
      checkout(),
      ...setUp({ ...app, runtime: { name: 'node', version: '24', from: 'default' } }, context, false),
      ...[
        ...commandStep('Install dependencies', app.install, app),
        ...commandStep('Build', app.build, app),
        ...commandStep('Leave out what only development needs', prune, app),
      ].map(inFolder),
      awsCredentials(stage, context),
      {
        name: 'Deploy and ask for an answer',
        id: 'deploy',
        run: `${webScriptPath} "$FOLDER" ${app.name} "$STACK" "$HEALTH_PATH" "$ENTRY"`,
        env: {
          FOLDER: literal(app.root),
          STACK: stackName(context, stage.slug),
          HEALTH_PATH: literal(app.healthPath ?? '/'),
          ENTRY: literal(entryOf(app)),
        },
      },
    ],
  })
}

function inFolder(step: RunStep): RunStep {
  return step.workingDirectory === undefined ? step : { ...step, workingDirectory: literal(step.workingDirectory) }
}

/** The file that `node FILE` starts; empty where the CLI has to find it by itself. */
function entryOf(app: App): string {
  return /^node (?:--[\w=-]+ )*([\w./-]+)$/.exec(app.start ?? '')?.[1] ?? ''
}
