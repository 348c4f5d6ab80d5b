import type { Context, Setting, Step } from '../../model.ts'
import { type Stage, stages } from '../environments.ts'
import type { SubjectParameter } from '../oidc.ts'
import { shellWord } from '../shell.ts'
import type { Trusted } from './trust.ts'

/** The bootstrap stack of a stage: `cicd-REPOSITORY-STAGE`, as CloudFormation allows names. */
export function stackName(context: Context, slug: string): string {
  const name = context.repository.name.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^-+|-+$/g, '')
  return `cicd-${name.slice(0, 90)}-${slug}`
}

/** Deploy the stack and set the variables, for each stage. */
export function bootstrapSteps(trusted: Trusted, context: Context): readonly Step[] {
  return stages(context).flatMap((stage) => [deployStep(stage, trusted, context), variablesStep(stage, context)])
}

function deployStep(stage: Stage, trusted: Trusted, context: Context): Step {
  const query = `length(OpenIDConnectProviderList[?ends_with(Arn, \`"/${trusted.issuer}"\`)]) == \`0\``
  const where = stage.account ? `account ${stage.account}` : 'the AWS account to deploy to'
  return {
    when: 'before merge',
    title: `Let this repository deploy to ${stage.name}`,
    text: `Check out this branch, sign in to ${where} with administrator rights, and run this once. It finds out by itself whether the account already has an OIDC provider for GitHub.`,
    commands: [
      ...(stage.region ? [`export AWS_REGION=${shellWord(stage.region)}`] : []),
      `create=$(aws iam list-open-id-connect-providers --query ${shellWord(query)} --output text | tr TF tf)`,
      [
        `aws cloudformation deploy --stack-name ${stackName(context, stage.slug)}`,
        '--template-file infra/cicd/bootstrap.yaml --capabilities CAPABILITY_IAM',
        `--parameter-overrides Environment=${stage.slug} CreateOidcProvider="$create"${subjectOverrides(trusted, context)}`,
      ].join(' '),
    ],
    link: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/',
  }
}

function subjectOverrides(trusted: Trusted, context: Context): string {
  const repository = context.repository.owner
    ? `${context.repository.owner}/${context.repository.name}`
    : '{owner}/{repo}'
  const query: Readonly<Record<SubjectParameter, string>> = {
    GitHubOwner: '.owner.login',
    GitHubRepository: '.name',
    GitHubOwnerId: '.owner.id',
    GitHubRepositoryId: '.id',
  }
  return trusted.parameters.map((name) => ` ${name}="$(gh api repos/${repository} --jq ${query[name]})"`).join('')
}

function variablesStep(stage: Stage, context: Context): Step {
  const stack = stackName(context, stage.slug)
  const role = `"$(aws cloudformation describe-stacks --stack-name ${stack} --query "Stacks[0].Outputs[?OutputKey=='DeployRoleArn'].OutputValue" --output text)"`
  const region = stage.region ? shellWord(stage.region) : '"$(aws configure get region)"'
  const target = stage.github ? ` --env ${shellWord(stage.name)}` : ''
  return {
    when: 'before merge',
    title: `Tell GitHub Actions the role and the region of ${stage.name}`,
    text: stage.github
      ? `Creates the environment \`${stage.name}\` with two variables. Neither is a secret. A private repository on the Free plan has no environments: put \`environments: none\` into \`.github/cicd.yml\` and run \`/cicd setup\` again.`
      : 'Sets two variables of the repository. Neither is a secret.',
    commands: [
      ...(stage.github ? [environmentCommand(stage, context)] : []),
      `gh variable set ${stage.roleVariable}${target} --body ${role}`,
      `gh variable set ${stage.regionVariable}${target} --body ${region}`,
    ],
    link: 'https://cli.github.com/manual/gh_variable_set',
  }
}

function environmentCommand(stage: Stage, context: Context): string {
  const { owner, name } = context.repository
  const repository = owner ? `${owner}/${name}` : '{owner}/{repo}'
  return `gh api --silent -X PUT ${shellWord(`repos/${repository}/environments/${encodeURIComponent(stage.name)}`)}`
}

/** The variables that every deploy job reads. */
export function bootstrapSettings(context: Context): readonly Setting[] {
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
        why: 'The role that deploy jobs sign in to',
      },
      {
        name: stage.regionVariable,
        kind: 'variable',
        environment,
        example: stage.region ?? 'ap-northeast-1',
        why: 'Where to deploy',
      },
    ]
  })
}
