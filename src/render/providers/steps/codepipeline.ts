import type { Context, Delivery, Step } from '../../../model.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { stages } from '../../environments.ts'
import { code } from '../../markdown.ts'
import { tokenPath } from '../codepipeline/buildspecs.ts'
import { featureSlug, logicalId, pipelinePath, pipelineStack } from '../codepipeline/names.ts'
import { bootstrapOutput, regionOf, roleSources, tokensOf } from './outputs.ts'

type Catalogue = Texts['providers']

/** What a person does for CodePipeline: connect the code once, then make the pipeline of each app. */
export function codePipelineSteps(deliveries: readonly Delivery[], context: Context): readonly Step[] {
  const texts = textsOf(context).providers
  return [
    connection(context, texts),
    ...deliveries.flatMap((delivery) => tokensOf([delivery]).map((name) => token(delivery, context, name, texts))),
    ...deliveries.map((delivery) => makePipeline(delivery, context, texts)),
    ...approvers(context, texts),
  ]
}

function connection({ repository: { host } }: Context, texts: Catalogue): Step {
  const kind = host === 'bitbucket.org' ? 'Bitbucket' : host.includes('gitlab') ? 'GitLab' : 'GitHub'
  return {
    when: 'before merge',
    title: texts.connect,
    text: texts.connectText,
    commands: [
      `aws codeconnections create-connection --provider-type ${kind} --connection-name ${kind.toLowerCase()} --query ConnectionArn --output text`,
    ],
    link: 'https://docs.aws.amazon.com/dtconsole/latest/userguide/connections-update.html',
  }
}

function token(delivery: Delivery, context: Context, name: string, texts: Catalogue): Step {
  return {
    when: 'before merge',
    title: texts.giveToken('CodeBuild', code(name)),
    text: texts.codeBuildToken,
    commands: [
      `read -rs token && aws ssm put-parameter --type SecureString --name ${tokenPath(delivery, context, name)} --value "$token"`,
    ],
    link: 'https://docs.aws.amazon.com/cli/latest/reference/ssm/put-parameter/',
  }
}

/** After the merge: its build projects read their commands from the repository. */
function makePipeline(delivery: Delivery, context: Context, texts: Catalogue): Step {
  const { app } = delivery
  const several = new Set(stages(context).flatMap(({ account }) => account ?? [])).size > 1
  const values = roleSources([delivery], context).flatMap(({ stage, slug, output, feature }) => {
    const id = logicalId(feature ? featureSlug : slug)
    const role = several
      ? `ROLE_OF_${slug.toUpperCase().replaceAll('-', '_')}`
      : `"$(${bootstrapOutput(context, stage.slug, output)})"`
    return [`${id}RoleArn=${role}`, ...(feature ? [] : [`${id}Region=${regionOf(stage)}`])]
  })
  return {
    when: 'after merge',
    title: texts.makePipeline(app.name),
    text: texts.makePipelineText(several),
    commands: [
      'connection=$(aws codeconnections list-connections --query "Connections[?ConnectionStatus==\'AVAILABLE\'].ConnectionArn | [0]" --output text)',
      `aws cloudformation deploy --stack-name ${pipelineStack(app, context)} --template-file ${pipelinePath(app)} --capabilities CAPABILITY_NAMED_IAM --parameter-overrides ConnectionArn="$connection"${repository(context)} ${values.join(' ')}`,
    ],
    link: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-about-starting.html',
  }
}

function repository({ repository: { owner } }: Context): string {
  return owner === null ? ' Repository=OWNER/REPOSITORY' : ''
}

function approvers(context: Context, texts: Catalogue): readonly Step[] {
  const asks = stages(context).filter(({ approval }) => approval)
  if (asks.length === 0) return []
  return [
    {
      when: 'after merge',
      title: texts.approvers,
      text: texts.approversText(asks.map(({ slug }) => code(slug))),
      commands: [],
      link: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals-iam-permissions.html',
      optional: true,
    },
  ]
}
