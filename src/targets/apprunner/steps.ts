import type { App, Context, Some, Step } from '../../model.ts'
import { type Stage, stages } from '../../render/environments.ts'
import { shellWord } from '../../render/shell.ts'
import { textsOf } from '../../text.ts'
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
  const texts = textsOf(context)
  return {
    when: 'before merge',
    title: texts.apprunner.connection,
    text: texts.apprunner.connectionText,
    commands: [
      ...region(stages(context)[0]),
      `[ "$(${find("Status!='DELETED'")})" != None ] || aws apprunner create-connection --connection-name github --provider-type GITHUB`,
    ],
    link: 'https://docs.aws.amazon.com/apprunner/latest/dg/manage-connections.html',
  }
}

function handshake(context: Context): Step {
  const texts = textsOf(context)
  const repository = context.repository.owner
    ? `${context.repository.owner}/${context.repository.name}`
    : context.repository.name
  return {
    when: 'before merge',
    title: texts.apprunner.handshake,
    text: texts.apprunner.handshakeText(repository),
    commands: [],
    link: 'https://console.aws.amazon.com/apprunner/home#/connections',
  }
}

/** What a person has to give App Runner before the service can start: values that only people know. */
export function parameters(app: App, context: Context): readonly Step[] {
  const texts = textsOf(context)
  const names = secretNames(app)
  if (names.length === 0) return []
  return [
    {
      when: 'before merge',
      title: texts.apprunner.secrets(app.name),
      text: texts.apprunner.secretsText(app.name, configPath(app)),
      commands: names.map(
        (name) =>
          `aws ssm put-parameter --type SecureString --overwrite --name ${parameterFolder(app, context)}/${name} --value "$${name}"`,
      ),
      link: 'https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html',
    },
  ]
}

function deploy(app: App, stage: Stage, context: Context): Step {
  const texts = textsOf(context)
  const stack = serviceStack(app, context, stage.slug)
  const url = context.repository.owner ? '' : ' RepositoryUrl="$(gh repo view --json url --jq .url)"'
  return {
    when: 'after merge',
    title: texts.apprunner.start(app.name, stage.name),
    text: texts.apprunner.startText(stage.account, stage.name, stage.branch),
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
