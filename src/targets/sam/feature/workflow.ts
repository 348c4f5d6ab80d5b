import type { App, Context, GeneratedFile } from '../../../model.ts'
import { stackName } from '../../../render/bootstrap/steps.ts'
import { awsCredentials, checkout, deployJob } from '../../../render/deploy-job.ts'
import { type Stage, stages } from '../../../render/environments.ts'
import { expression, literal } from '../../../render/expression.ts'
import { type Job, toWorkflow } from '../../../render/workflow.ts'
import { textsOf } from '../../../text.ts'
import { pascal } from '../../names.ts'
import { featureBranches, stackBase } from '../names.ts'
import { beforeDeploy, deployCommand } from '../pipeline.ts'
import { featureScriptPath } from '../scripts.ts'
import { buildJob } from '../steps-of-build.ts'
import { environment, featurePath } from './stage.ts'

/** Deploys feature branches to stacks of their own, and deletes these when the branch goes. */
export function featureWorkflow(app: App, stage: Stage, context: Context): GeneratedFile {
  return {
    path: featurePath(app),
    mode: '100644',
    content: toWorkflow({
      name: `Feature stacks of ${app.name}`,
      head: `Every branch ${featureBranches} gets a stack of its own, named ${stackBase(app, context)}-feature-*, which goes with the branch.\nThe role of these jobs can touch no other stack.`,
      on: { push: { branches: [featureBranches] }, delete: true },
      jobs: {
        build: { ...buildJob(app, context), if: expression("github.event_name == 'push'") },
        deploy: deploy(app, stage, context),
        delete: remove(app, stage, context),
      },
    }),
    purpose: textsOf(context).sam.featurePurpose(featureBranches),
  }
}

function deploy(app: App, stage: Stage, context: Context): Job {
  return {
    ...deployJob({
      name: 'Deploy the feature stack',
      subject: app.name,
      stage,
      needs: 'build',
      timeoutMinutes: 60,
      steps: [
        ...beforeDeploy(app, stage, context),
        {
          name: 'Deploy',
          run: [nameOfStack, deployCommand(app, `${pascal(app.name)}FeatureStackRole`)].join('\n'),
          env: {
            ...common(app, context),
            BRANCH: expression('github.ref_name'),
            ENVIRONMENT: environment,
            FOLDER: literal(app.root),
          },
        },
      ],
    }),
    concurrency: { group: `feature-${app.name}-${expression('github.ref_name')}`, cancelInProgress: false },
  }
}

const nameOfStack = `STACK=$(${featureScriptPath} "$PREFIX" "$BRANCH")`

function common(app: App, context: Context) {
  return { PREFIX: stackBase(app, context), BOOTSTRAP: stackName(context, stages(context)[0].slug) }
}

/** The event knows no branch filter: the job's own condition does the work. It runs on the default branch's files. */
function remove(app: App, stage: Stage, context: Context): Job {
  return {
    ...deployJob({
      name: 'Delete the feature stack',
      subject: app.name,
      stage,
      if: expression(
        "github.event_name == 'delete' && github.event.ref_type == 'branch' && startsWith(github.event.ref, 'feature/')",
      ),
      steps: [
        checkout(),
        awsCredentials(stage, context),
        {
          name: 'Delete',
          run: deletion(app),
          env: { ...common(app, context), BRANCH: expression('github.event.ref') },
        },
      ],
    }),
    concurrency: { group: `feature-${app.name}-${expression('github.event.ref')}`, cancelInProgress: false },
  }
}

function deletion(app: App): string {
  return `stack=$(${featureScriptPath} "$PREFIX" "$BRANCH")
role=$(aws cloudformation describe-stacks --stack-name "$BOOTSTRAP" --output text \\
  --query "Stacks[0].Outputs[?OutputKey=='${pascal(app.name)}FeatureStackRoleArn'].OutputValue")
aws cloudformation delete-stack --stack-name "$stack" --role-arn "$role"
aws cloudformation wait stack-delete-complete --stack-name "$stack"
`
}
