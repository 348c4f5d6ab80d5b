import type { App, Choice, Context, ProviderId, Rendering, Some, Step } from '../model.ts'
import { stages } from '../render/environments.ts'
import { fact } from '../render/facts.ts'
import { providerNames } from '../render/provider-names.ts'
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
  const names = stages(context).map((stage) => stage.name)
  return {
    ...inAws(),
    files: apps.map((app) => cdkWorkflow(app, context, trust !== null)),
    steps: [...bootstrapSteps(context), ...(trust ? diffSteps(context) : [])],
    settings: trust ? diffSettings(context) : [],
    bootstrap: trust ? diffRole(trust, context) : null,
    happens: [
      {
        when: 'On this pull request',
        what: 'Nothing is deployed or compared: a diff needs AWS credentials, and runs of pull requests get none.',
      },
      {
        when: 'On merge and on every later push',
        what: `The difference is shown in the run's summary, then deployed to ${names.join(', then ')}. A failed deployment is rolled back by CloudFormation.`,
      },
      { when: 'To go back', what: 'Revert the commit: the workflow deploys what was before.' },
    ],
    delivery: ['Push to GitHub', 'cdk diff', ...names.map((name) => `cdk deploy: ${name}`), 'CloudFormation'],
  }
}

/**
 * The same by another provider, from the app as it is. Not by the construct library CDK Pipelines: its pipeline wants the stacks of the app as a
 * stage in its own code, and no file of the repository is rewritten here.
 */
function forProvider(provider: ProviderId, apps: Some<App>, context: Context): Rendering {
  const all = stages(context)
  const shows = provider === 'codepipeline' && all.some(({ approval }) => approval)
  const where = all
    .map(({ name, approval }) => `${name}${approval ? ' (after a person approves)' : ''}`)
    .join(', then ')
  return {
    ...inAws(),
    files: [],
    steps: bootstrapSteps(context),
    settings: [],
    bootstrap: null,
    happens: [
      { when: 'On this pull request', what: 'Nothing is deployed or compared: both need AWS credentials.' },
      {
        when: 'On merge and on every later push',
        what: `The app is tested, then deployed from its source to ${where}.${shows ? ' What would change is in the log of the action Preview, before the approval.' : ''} A failed deployment is rolled back by CloudFormation.`,
      },
      { when: 'To go back', what: 'Revert the commit: the pipeline deploys what was before.' },
    ],
    delivery: [
      'Push',
      `${providerNames[provider]} tests`,
      ...all.map(({ name }) => `cdk deploy: ${name}`),
      'CloudFormation',
    ],
    deliveries: apps.map((app) => cdkDelivery(app, provider, context)),
  }
}

/** What is the same whichever provider runs the deployment. */
function inAws(): Pick<Rendering, 'permissions' | 'warnings' | 'costs' | 'leftovers' | 'facts'> {
  return {
    permissions: [
      {
        why: 'Take the roles of the CDK bootstrap that read, publish assets and deploy; they decide what can be done',
        statement: {
          Sid: 'CdkRoles',
          Effect: 'Allow',
          Action: ['sts:AssumeRole'],
          Resource: ['deploy', 'file-publishing', 'image-publishing', 'lookup'].map(cdkRole),
        },
      },
    ],
    warnings: [
      'The bootstrap of the CDK lets CloudFormation do everything in the account, unless it was made with `--cloudformation-execution-policies`. The workflow can do what the app asks for.',
    ],
    costs: ['What the app makes, and the storage of its assets in the bootstrap bucket and repository.'],
    leftovers: [
      'The stacks of the app: `npx cdk destroy --all`',
      'The bootstrap stack `CDKToolkit`, which other CDK apps use',
    ],
    facts: [fact('cdk-cli-version')],
  }
}

function bootstrapSteps(context: Context): readonly Step[] {
  return stages(context).map((stage) => bootstrapStep(stage.name, stage.region))
}

function bootstrapStep(name: string, region: string | null): Step {
  const where = region ?? '$(aws configure get region)'
  const account = '$(aws sts get-caller-identity --query Account --output text)'
  return {
    when: 'before merge',
    title: `Make sure that the CDK is bootstrapped in ${name}`,
    text: 'Signed in to that account. It changes nothing where the bootstrap is current. For stacks that the app puts into a further account, run it there too, with the account of this environment in `PIPELINE`: add `--trust "$PIPELINE" --cloudformation-execution-policies` and the ARN of a policy that is wide enough for the app.',
    commands: [`npx --yes aws-cdk@^2.1148.1 bootstrap "aws://${account}/${where}"`],
    link: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html',
  }
}
