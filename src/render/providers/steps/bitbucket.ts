import type { Context, Delivery, Step } from '../../../model.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { stackName } from '../../bootstrap/steps.ts'
import { stages } from '../../environments.ts'
import { code } from '../../markdown.ts'
import { bootstrapOutput, type RoleSource, regionOf, roleSources, tokensOf } from './outputs.ts'

type Catalogue = Texts['providers']

/** What a person does on Bitbucket, which has no command line of its own. */
export function bitbucketSteps(deliveries: readonly Delivery[], context: Context): readonly Step[] {
  const features = deliveries.some(({ feature }) => feature !== null)
  const texts = textsOf(context).providers
  return [
    ...(features ? [trustFeatures(context, texts)] : []),
    ...roleSources(deliveries, context).map((source) => variables(source, context, texts)),
    ...tokensOf(deliveries).map((name) => token(name, texts)),
    ...(features ? [schedule(texts)] : []),
  ]
}

/** The deploy command keeps the values of all parameters that it does not name. */
function trustFeatures(context: Context, texts: Catalogue): Step {
  const [first] = stages(context)
  return {
    when: 'before merge',
    title: texts.bitbucketFeature,
    text: texts.bitbucketFeatureText(code(first.slug)),
    commands: [
      'feature_uuid=UUID',
      `aws cloudformation deploy --stack-name ${stackName(context, first.slug)} --template-file infra/cicd/bootstrap.yaml --capabilities CAPABILITY_IAM --parameter-overrides BitbucketFeatureEnvironmentUuid="$feature_uuid"`,
    ],
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/',
  }
}

function variables({ stage, slug, output }: RoleSource, context: Context, texts: Catalogue): Step {
  return {
    when: 'before merge',
    title: texts.tellRole('Bitbucket', code(slug)),
    text: texts.bitbucketVariables(code(slug), code(stage.slug)),
    commands: [bootstrapOutput(context, stage.slug, output), `echo ${regionOf(stage)}`],
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
  }
}

function token(name: string, texts: Catalogue): Step {
  return {
    when: 'before merge',
    title: texts.giveToken('Bitbucket', code(name)),
    text: texts.bitbucketToken(code(name)),
    commands: [],
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
  }
}

function schedule(texts: Catalogue): Step {
  return {
    when: 'after merge',
    title: texts.bitbucketSchedule,
    text: texts.bitbucketScheduleText,
    commands: [],
    link: 'https://support.atlassian.com/bitbucket-cloud/docs/pipeline-triggers/',
    optional: true,
  }
}
