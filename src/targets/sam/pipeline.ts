import type { App, Context, GeneratedFile } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { awsCredentials, checkout, deployJob } from '../../render/deploy-job.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { branchPattern, expression, literal } from '../../render/expression.ts'
import { type Job, toWorkflow, type WorkflowStep } from '../../render/workflow.ts'
import { textsOf } from '../../text.ts'
import { pascal } from '../names.ts'
import { stackBase } from './names.ts'
import { deployScriptPath } from './scripts.ts'
import { buildJob, fetchBuilt, setUpSam } from './steps-of-build.ts'

/** The pipeline of an app: test and build once, then one environment after the other with the same artifact. */
export function pipelineWorkflow(app: App, context: Context): GeneratedFile {
  const all = stages(context)
  const branches = [...new Set(all.map((stage) => stage.branch))].map(branchPattern)
  return {
    path: pipelinePath(app),
    mode: '100644',
    content: toWorkflow({
      name: `Pipeline ${app.name}`,
      head: 'Tests, builds once, and deploys what was built to one environment after the other.\nTo go back: revert the commit. CloudFormation goes back by itself when a deployment fails.',
      on: {
        push: { branches, ...(app.root === '.' || app.workspace !== null ? {} : { paths: paths(app) }) },
        workflowDispatch: {},
      },
      jobs: {
        build: buildJob(app, context),
        ...Object.fromEntries(
          all.map((stage, index) => [`deploy-${stage.slug}`, stageJob(app, stage, before(all, index), context)]),
        ),
      },
    }),
    purpose: textsOf(context).sam.pipelinePurpose(
      app.name,
      all.map((stage) => stage.name),
    ),
  }
}

export function pipelinePath(app: App): string {
  return `.github/workflows/pipeline-${app.name}.yml`
}

/** The stage before on the same branch. */
function before(all: readonly Stage[], index: number): Stage | null {
  const branch = all[index]?.branch
  return all.slice(0, index).findLast((stage) => stage.branch === branch) ?? null
}

function paths(app: App): readonly string[] {
  return [
    `${branchPattern(app.root)}/**`,
    'infra/cicd/*-sam.sh',
    pipelinePath(app),
    ...(app.lockfile ? [branchPattern(app.lockfile)] : []),
  ]
}

function stageJob(app: App, stage: Stage, previous: Stage | null, context: Context): Job {
  return deployJob({
    name: `Deploy to ${literal(stage.name)}`,
    subject: app.name,
    stage,
    needs: previous === null ? 'build' : `deploy-${previous.slug}`,
    if: expression(`github.ref == 'refs/heads/${stage.branch.replaceAll("'", "''")}'`),
    timeoutMinutes: 60,
    steps: [
      ...beforeDeploy(app, stage, context),
      {
        name: 'Deploy',
        run: deployCommand(app),
        env: {
          STACK: `${stackBase(app, context)}-${stage.slug}`,
          BOOTSTRAP: stackName(context, stage.slug),
          ENVIRONMENT: stage.slug,
          FOLDER: literal(app.root),
        },
      },
    ],
  })
}

/** From check-out to what is to be deployed. */
export function beforeDeploy(app: App, stage: Stage, context: Context): readonly WorkflowStep[] {
  return [checkout(), setUpSam(), ...fetchBuilt(app, context), awsCredentials(stage, context)]
}

/** The script with what differs in the environment of the step. */
export function deployCommand(app: App, role = `${pascal(app.name)}StackRole`): string {
  return `${deployScriptPath} "$FOLDER" "$STACK" "$BOOTSTRAP" "$ENVIRONMENT" ${role}Arn ${pascal(app.name)}ImagesUri`
}
