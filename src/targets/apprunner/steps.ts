import type { App, Context, Some, Step } from '../../model.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { shellWord } from '../../render/shell.ts'
import { secretNames } from '../environment-variables.ts'
import { configPath, parameterFolder, serviceStack, templatePath } from './names.ts'

/** Connection, parameters, and the stack of each service and environment. */
export function appRunnerSteps(apps: Some<App>, context: Context): readonly Step[] {
  return [
    connection(context),
    handshake(context),
    ...apps.flatMap((app) => parameters(app, context)),
    ...stages(context).flatMap((stage) => apps.map((app) => deploy(app, stage, context))),
  ]
}

/** The first connection to GitHub in one of the states; `None` where there is none. */
function find(condition: string): string {
  const query = `ConnectionSummaryList[?ProviderType=='GITHUB' && ${condition}].ConnectionArn | [0]`
  return `aws apprunner list-connections --query ${JSON.stringify(query)} --output text`
}

function connection(context: Context): Step {
  return {
    when: 'before merge',
    title: 'Make sure that App Runner has a connection to GitHub',
    text: 'In the account and Region to deploy to. A connection that exists is used again. An error here says that the account is no App Runner customer: comment `/cicd setup --target=ecr` then.',
    commands: [
      ...region(stages(context)[0]),
      `[ "$(${find("Status!='DELETED'")})" != None ] || aws apprunner create-connection --connection-name github --provider-type GITHUB`,
    ],
    link: 'https://docs.aws.amazon.com/apprunner/latest/dg/manage-connections.html',
  }
}

function handshake(context: Context): Step {
  const repository = context.repository.owner
    ? `${context.repository.owner}/${context.repository.name}`
    : context.repository.name
  return {
    when: 'before merge',
    title: 'Complete the handshake in the console',
    text: `Open the connections of App Runner in the same Region. Where the status is "Pending handshake", choose the connection, *Complete handshake*, and install "AWS Connector for GitHub" for \`${repository}\`. No command can do this step. Skip it where the status is "Available".`,
    commands: [],
    link: 'https://console.aws.amazon.com/apprunner/home#/connections',
  }
}

/** What a person has to give App Runner before the service can start: values that only people know. */
export function parameters(app: App, context: Context): readonly Step[] {
  const names = secretNames(app)
  if (names.length === 0) return []
  return [
    {
      when: 'before merge',
      title: `Give ${app.name} its secrets`,
      text: `Run this in a shell in which the variables hold the values. A name that ${app.name} can do without: take it out of \`${configPath(app)}\` instead, since App Runner refuses to start without it.`,
      commands: names.map(
        (name) =>
          `aws ssm put-parameter --type SecureString --overwrite --name ${parameterFolder(app, context)}/${name} --value "$${name}"`,
      ),
      link: 'https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html',
    },
  ]
}

function deploy(app: App, stage: Stage, context: Context): Step {
  const stack = serviceStack(app, context, stage.slug)
  const where = stage.account ? `account ${stage.account}` : `the account of ${stage.name}`
  const url = context.repository.owner ? '' : ' RepositoryUrl="$(gh repo view --json url --jq .url)"'
  return {
    when: 'after merge',
    title: `Start ${app.name} in ${stage.name}`,
    text: `Once, on the merged branch, signed in to ${where}. It takes about ten minutes; from then on every push to \`${stage.branch}\` is built and deployed by App Runner itself.`,
    commands: [
      ...region(stage),
      `aws cloudformation deploy --stack-name ${stack} --template-file ${templatePath(app)} --capabilities CAPABILITY_IAM --parameter-overrides Branch=${shellWord(stage.branch)} ConnectionArn="$(${find("Status=='AVAILABLE'")})"${url}`,
      `aws cloudformation describe-stacks --stack-name ${stack} --query ${shellWord("Stacks[0].Outputs[?OutputKey=='Url'].OutputValue")} --output text`,
    ],
    link: 'https://docs.aws.amazon.com/apprunner/latest/dg/service-source-code.html',
  }
}

function region(stage: Stage): readonly string[] {
  return stage.region ? [`export AWS_REGION=${shellWord(stage.region)}`] : []
}
