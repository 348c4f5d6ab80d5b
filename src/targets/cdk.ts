import type { App, Choice, Context, ProviderId, Rendering, Some, Step } from '../model.ts'
import { stages } from '../render/environments.ts'
import { fact } from '../render/facts.ts'
import { providerNames } from '../render/provider-names.ts'
import { type Texts, textsOf } from '../text.ts'
import { cdkDelivery } from './cdk/delivery.ts'
import { cdkRole, diffRole, diffSettings, diffSteps, diffTrust } from './cdk/diff-role.ts'
import { fitsCdk, servesCdk } from './cdk/verdicts.ts'
import { cdkWorkflow } from './cdk/workflow.ts'
import { workflowPath } from './cdk/workflow-path.ts'
import type { Target } from './target.ts'

/** CDK apps from the CI provider, through the roles that `cdk bootstrap` makes. */
export const cdk: Target = {
  id: 'cdk',
  serves: servesCdk,
  fits: fitsCdk,
  render,
  // The code of the app names its stacks.
  host: ({ name }) => ({ kind: 'unseen', name }),
  workflow: workflowPath,
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const [first, ...rest] = choices
  const apps: Some<App> = [first.app, ...rest.map((choice) => choice.app)]
  return first.ci === null || first.ci === 'github-actions'
    ? forGitHub(apps, context)
    : forProvider(first.ci, apps, context)
}

function forGitHub(apps: Some<App>, context: Context): Rendering {
  const trust = diffTrust(apps, context)
  const texts = textsOf(context)
  const { cdk } = texts
  const names = stages(context).map((stage) => stage.name)
  return {
    ...inAws(texts),
    files: apps.map((app) => cdkWorkflow(app, context, trust !== null)),
    steps: [...bootstrapSteps(context), ...(trust ? diffSteps(context) : [])],
    settings: trust ? diffSettings(context) : [],
    bootstrap: trust ? diffRole(trust, context) : null,
    happens: [
      { when: cdk.thisPullRequest, what: cdk.nothingCompared },
      { when: cdk.everyLaterPush, what: cdk.deployed(names) },
      { when: cdk.toGoBack, what: cdk.revert },
    ],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      'cdk diff',
      ...names.map((name) => `cdk deploy: ${name}`),
      'CloudFormation',
    ],
  }
}

/**
 * The same by another provider, from the app as it is. Not by the construct library CDK Pipelines: its pipeline wants the stacks of the app as a
 * stage in its own code, and no file of the repository is rewritten here.
 */
function forProvider(provider: ProviderId, apps: Some<App>, context: Context): Rendering {
  const all = stages(context)
  const shows = provider === 'codepipeline' && all.some(({ approval }) => approval)
  const texts = textsOf(context)
  const { cdk, sam } = texts
  return {
    ...inAws(texts),
    files: [],
    steps: bootstrapSteps(context),
    settings: [],
    bootstrap: null,
    happens: [
      { when: cdk.thisPullRequest, what: cdk.bothNeedCredentials },
      { when: cdk.everyLaterPush, what: cdk.deployedBySource(sam.way(all), shows) },
      { when: cdk.toGoBack, what: cdk.revertPipeline },
    ],
    delivery: [
      texts.pullRequest.pushTo(context.repository.defaultBranch),
      cdk.tests(providerNames[provider]),
      ...all.map(({ name }) => `cdk deploy: ${name}`),
      'CloudFormation',
    ],
    deliveries: apps.map((app) => cdkDelivery(app, provider, context)),
  }
}

/** What is the same whichever provider runs the deployment. */
function inAws({ cdk }: Texts): Pick<Rendering, 'permissions' | 'warnings' | 'costs' | 'leftovers' | 'facts'> {
  return {
    permissions: [
      {
        why: cdk.takesRoles,
        statement: {
          Sid: 'CdkRoles',
          Effect: 'Allow',
          Action: ['sts:AssumeRole'],
          Resource: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(cdkRole),
        },
      },
    ],
    warnings: [cdk.everything],
    costs: [cdk.costs],
    leftovers: [cdk.stacks, cdk.toolkit],
    facts: [fact('cdk-cli-version')],
  }
}

function bootstrapSteps(context: Context): readonly Step[] {
  return stages(context).map((stage) => bootstrapStep(stage.name, stage.region, textsOf(context)))
}

function bootstrapStep(name: string, region: string | null, { cdk }: Texts): Step {
  const where = region ?? '$(aws configure get region)'
  const account = '$(aws sts get-caller-identity --query Account --output text)'
  return {
    when: 'before merge',
    title: cdk.bootstrapped(name),
    text: cdk.bootstrappedText,
    commands: [`npx --yes aws-cdk@^2.1148.1 bootstrap "aws://${account}/${where}"`],
    link: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
  }
}
