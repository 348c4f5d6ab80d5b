import type { Context, Delivery, Step } from '../../../model.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { code } from '../../markdown.ts'
import { deploysWithDocker } from '../docker.ts'
import { jenkinsPrefix } from '../jenkins.ts'
import { bootstrapOutput, type RoleSource, regionOf, roleSources, tokensOf } from './outputs.ts'

type Catalogue = Texts['providers']

/** What a person does in Jenkins: a job, agents with a role, and where each environment is. */
export function jenkinsSteps(deliveries: readonly Delivery[], context: Context): readonly Step[] {
  const texts = textsOf(context).providers
  return [
    agents(deliveries, texts),
    ...roleSources(deliveries, context).map((source) => variables(source, context, texts)),
    ...tokensOf(deliveries).map((name) => token(name, texts)),
    job(texts),
  ]
}

function agents(deliveries: readonly Delivery[], texts: Catalogue): Step {
  const docker = deliveries.some((one) => one.docker || deploysWithDocker(one))
  return {
    when: 'before merge',
    title: texts.jenkinsAgents,
    text: texts.jenkinsAgentsText(docker ? texts.jenkinsDocker : texts.jenkinsContainers),
    commands: [
      'aws ec2 modify-instance-metadata-options --instance-id INSTANCE --http-tokens required --http-put-response-hop-limit 2',
    ],
    link: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  }
}

function variables({ stage, slug, output, feature }: RoleSource, context: Context, texts: Catalogue): Step {
  const prefix = jenkinsPrefix(context, slug)
  const where = feature ? texts.featureBranches : code(slug)
  return {
    when: 'before merge',
    title: texts.tellRole('Jenkins', where),
    text: texts.jenkinsVariables(code(`${prefix}_ROLE_ARN`), code(`${prefix}_REGION`), code(stage.slug)),
    commands: [bootstrapOutput(context, stage.slug, output), `echo ${regionOf(stage)}`],
    link: 'https://www.jenkins.io/doc/book/managing/system-configuration/',
  }
}

function token(name: string, texts: Catalogue): Step {
  return {
    when: 'before merge',
    title: texts.giveToken('Jenkins', code(name)),
    text: texts.jenkinsToken(code(name)),
    commands: [],
    link: 'https://www.jenkins.io/doc/book/using/using-credentials/',
  }
}

function job(texts: Catalogue): Step {
  return {
    when: 'after merge',
    title: texts.jenkinsJob,
    text: texts.jenkinsJobText,
    commands: [],
    link: 'https://www.jenkins.io/doc/book/pipeline/multibranch/',
  }
}
