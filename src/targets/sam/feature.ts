import type { App, Context, GeneratedFile, Rendering, Some, Step } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stageCondition } from '../../render/bootstrap/trust.ts'
import { awsCredentials, checkout, deployJob } from '../../render/deploy-job.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { expression, literal } from '../../render/expression.ts'
import { type Trust, trustFor } from '../../render/oidc.ts'
import { shellWord } from '../../render/shell.ts'
import { type Job, toWorkflow } from '../../render/workflow.ts'
import { pascal } from '../names.ts'
import { trustDocument } from '../trust-document.ts'
import { commonPermissions, stackPermissions, stackRole } from './bootstrap.ts'
import { featureBranches, stackBase } from './names.ts'
import { beforeDeploy, deployCommand } from './pipeline.ts'
import { featureScriptPath } from './scripts.ts'
import { buildJob } from './steps-of-build.ts'

/** The GitHub environment of feature branches; its role reaches stacks with the word `feature` in their name only. */
const environment = 'feature'

/**
 * The stage of feature branches: the account and Region of the first stage. Null where the repository has no environments, since the branch
 * would then stand in the subject and every branch would need a trust of its own.
 */
export function featureStage(context: Context): Stage | null {
  const [first] = stages(context)
  if (!first.github || context.config.environments === null || context.config.environments === 'none') return null
  return { ...first, name: environment, slug: environment, approval: false, branch: featureBranches }
}

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
    purpose: `a stack of its own for every branch ${featureBranches}, deleted with the branch`,
  }
}

function featurePath(app: App): string {
  return `.github/workflows/feature-${app.name}.yml`
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

/** Roles for feature branches, in the account of the first stage: one that GitHub signs in to, and for each app one that CloudFormation works with. */
export function featureResources(
  apps: Some<App>,
  trust: Trust & { ok: true },
  context: Context,
): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const permissions = [
    ...commonPermissions,
    ...apps.flatMap((app) => {
      const stack = `${stackBase(app, context)}-feature-*`
      const own = stackPermissions(app, stack, `${pascal(app.name)}FeatureStackRole`, `${pascal(app.name)}Feature`)
      return [...own, deletePermission(app, stack)]
    }),
  ]
  return Object.assign(
    {
      FeatureRole: {
        Type: 'AWS::IAM::Role',
        ...condition,
        Properties: {
          Description: 'Deploys feature branches from GitHub Actions, to stacks of their own only',
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trustDocument([{ stage: all[0], trust }], context),
          Policies: [
            {
              PolicyName: 'feature',
              PolicyDocument: { Version: '2012-10-17', Statement: permissions.map(({ statement }) => statement) },
            },
          ],
        },
      },
    },
    ...apps.map((app) => ({
      [`${pascal(app.name)}FeatureStackRole`]: stackRole(
        app,
        `${stackBase(app, context)}-feature`,
        all.length > 1 ? stageCondition(all[0].slug) : undefined,
      ),
    })),
  )
}

function deletePermission(app: App, stack: string): Rendering['permissions'][number] {
  return {
    why: 'Delete the stack of a branch that is gone',
    statement: {
      Sid: `${pascal(app.name)}FeatureDelete`,
      Effect: 'Allow',
      Action: ['cloudformation:DeleteStack'],
      Resource: {
        'Fn::Sub': `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${AWS::AccountId}:stack/${stack}/*`,
      },
    },
  }
}

export function featureOutputs(apps: Some<App>, context: Context): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const output = (role: string, description: string) => ({
    [`${role}Arn`]: { Description: description, ...condition, Value: { 'Fn::GetAtt': [role, 'Arn'] } },
  })
  return Object.assign(
    output('FeatureRole', 'Value of the Actions variable for the role, in the environment feature'),
    ...apps.map((app) =>
      output(`${pascal(app.name)}FeatureStackRole`, `CloudFormation works with it for feature branches of ${app.name}`),
    ),
  )
}

/** Who may sign in for feature branches; where that cannot be told exactly, there are no feature stacks. */
export function featureTrust(apps: Some<App>, context: Context): Trust {
  const workflows = apps.map((app) => ({ name: `Feature stacks of ${app.name}`, path: featurePath(app) }))
  return trustFor(context.repository, { environment, branch: context.repository.defaultBranch, workflows })
}

/** The environment `feature` with its two variables. */
export function featureSteps(context: Context): readonly Step[] {
  const [first] = stages(context)
  const { owner, name } = context.repository
  const repository = owner ? `${owner}/${name}` : '{owner}/{repo}'
  const stack = stackName(context, first.slug)
  const region = first.region ? shellWord(first.region) : '"$(aws configure get region)"'
  return [
    {
      when: 'before merge',
      title: 'Tell GitHub Actions the role of feature branches',
      text: `In the account of ${first.name}, after its bootstrap stack. Skip this, and delete the workflow of feature stacks, where you want none.`,
      commands: [
        `gh api --silent -X PUT ${shellWord(`repos/${repository}/environments/${environment}`)}`,
        `gh variable set AWS_ROLE_ARN --env ${environment} --body "$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='FeatureRoleArn'].OutputValue" --output text)"`,
        `gh variable set AWS_REGION --env ${environment} --body ${region}`,
      ],
      link: 'https://cli.github.com/manual/gh_variable_set',
    },
  ]
}
