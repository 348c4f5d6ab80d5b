import type { Context, Setting, Step } from '../../model.ts'
import { textsOf } from '../../text.ts'
import { type Stage, stages } from '../environments.ts'
import { code } from '../markdown.ts'
import { shellWord } from '../shell.ts'
import type { SignIn } from './sign-in.ts'

/** The bootstrap stack of a stage: `cicd-REPOSITORY-STAGE`, as CloudFormation allows names. */
export function stackName(context: Context, slug: string): string {
  const name = context.repository.name.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '')
  return `cicd-${name.slice(0, 90)}-${slug}`
}

/** Deploy the stack and, where GitHub Actions signs in, set its variables; for each stage. */
export function bootstrapSteps(signIn: SignIn | null, context: Context): readonly Step[] {
  const ofStages = stages(context).flatMap((stage) => [
    deployStep(stage, signIn, context),
    ...(signIn?.by === 'GitHub Actions' ? [variablesStep(stage, context)] : []),
  ])
  return [...(signIn?.first ?? []), ...ofStages]
}

function deployStep(stage: Stage, signIn: SignIn | null, context: Context): Step {
  const texts = textsOf(context)
  return {
    when: 'before merge',
    title: signIn ? texts.bootstrap.allow(code(stage.name)) : texts.bootstrap.prepare(code(stage.name)),
    text: texts.bootstrap.runOnce(stage.account, signIn?.lookUp ?? '', signIn?.provider?.of ?? null),
    commands: [
      ...(stage.region ? [`export AWS_REGION=${shellWord(stage.region)}`] : []),
      ...(signIn?.before ?? []),
      [
        `aws cloudformation deploy --stack-name ${stackName(context, stage.slug)}`,
        '--template-file infra/cicd/bootstrap.yaml --capabilities CAPABILITY_IAM',
        `--parameter-overrides Environment=${stage.slug}${signIn?.overrides ?? ''}`,
      ].join(' '),
    ],
    link: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/',
  }
}

/** The variables by which the workflows find their role: GitHub's side of the bootstrap stack. */
export function variablesStep(stage: Stage, context: Context): Step {
  const texts = textsOf(context)
  const stack = stackName(context, stage.slug)
  const role = `"$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='DeployRoleArn'].OutputValue" --output text)"`
  const region = stage.region ? shellWord(stage.region) : '"$(aws configure get region)"'
  const target = stage.github ? ` --env ${shellWord(stage.name)}` : ''
  return {
    when: 'before merge',
    title: texts.bootstrap.tellRole(code(stage.name)),
    text: stage.github
      ? texts.bootstrap.makesEnvironment(code(stage.name), code(stage.branch))
      : texts.bootstrap.setsVariables,
    commands: [
      ...(stage.github ? environmentCommands(stage, context) : []),
      `gh variable set ${stage.roleVariable}${target} --body ${role}`,
      `gh variable set ${stage.regionVariable}${target} --body ${region}`,
    ],
    link: 'https://cli.github.com/manual/gh_variable_set',
  }
}

/** The API path of an environment, as `gh api` takes it. */
export function environmentPath(stage: Stage, context: Context): string {
  const { owner, name } = context.repository
  const repository = owner ? `${owner}/${name}` : '{owner}/{repo}'
  return `repos/${repository}/environments/${encodeURIComponent(stage.name)}`
}

/** Only chosen branches may use the environment: its subject does not name the branch, so a workflow of any branch could sign in otherwise. */
export const branchPolicy =
  "-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'"

function environmentCommands(stage: Stage, context: Context): readonly string[] {
  const path = environmentPath(stage, context)
  return [
    `gh api --silent -X PUT ${shellWord(path)} ${branchPolicy}`,
    `gh api --silent -X POST ${shellWord(`${path}/deployment-branch-policies`)} -f name=${shellWord(stage.branch)}`,
  ]
}

/** The variables that every deploy job reads. */
export function bootstrapSettings(context: Context): readonly Setting[] {
  const texts = textsOf(context)
  return stages(context).flatMap((stage): Setting[] => {
    const environment = stage.github ? stage.name : null
    const account = stage.account ?? '123456789012'
    const role = `arn:${context.aws.partition}:iam::${account}:role/${stackName(context, stage.slug)}-DeployRole`
    return [
      {
        name: stage.roleVariable,
        kind: 'variable',
        environment,
        example: role,
        why: texts.bootstrap.roleVariable,
      },
      {
        name: stage.regionVariable,
        kind: 'variable',
        environment,
        example: stage.region ?? 'ap-northeast-1',
        why: texts.bootstrap.regionVariable,
      },
    ]
  })
}
