export const sam = {
  costs:
    'Lambda, API Gateway and the like cost by use, in every environment and feature stack that is used. The artifacts bucket costs its storage.',
  bucket: 'The bucket `SamArtifacts` of each bootstrap stack: empty and delete it after the stacks',
  testsAndBuilds: 'Test and build once',
  approval: (stage: string) => `Let nothing into ${stage} without approval`,
  approvalText: (stage: string) =>
    `Makes you the reviewer of the environment \`${stage}\`; add others in its settings. In a private repository this needs GitHub Enterprise: without it, leave this step out, and ${stage} follows by itself once the environment before it is deployed.`,
  putFunctions: 'Put built functions into the bucket of this stack',
  listBucket: 'See what lies in the bucket of this stack',
  readOutputs: 'Read the role ARNs and names that this stack gives out',
  readParameters: 'Read the parameters of a template before it is deployed; CloudFormation offers no narrower resource',
  featureRole: 'Tell GitHub Actions the role of feature branches',
  featureRoleText: (stage: string) =>
    `In the account of ${stage}, after its bootstrap stack. Skip this, and delete the workflow of feature stacks, where you want none.`,
  featurePurpose: (branches: string) => `a stack of its own for every branch ${branches}, deleted with the branch`,
  pipelinePurpose: (app: string, stages: readonly string[]) =>
    `tests and builds ${app} once and takes it through ${stages.join(', then ')}`,
  stacks: (stack: string, role: string) => `Create and change the stacks \`${stack}\`, by the role \`${role}\` only`,
  passRole: (role: string) => `Give \`${role}\` to CloudFormation, and only that role`,
  signIn: 'Sign in to ECR; it has no narrower form',
  pushImages: (app: string) => `Push the function images of ${app}`,
  unknownResources: (app: string, types: readonly string[]) =>
    `The template of ${app} has kinds of resource that are not known here: ${types.join(', ')}. Add what CloudFormation needs for them to the role of ${app} in \`infra/cicd/bootstrap.yaml\`, or its first deployment is refused.`,
  namedRole: (app: string) =>
    `The template of ${app} gives an IAM role a name of its own. CloudFormation may make roles with names after the stack only: take \`RoleName\` out, or the first deployment is refused.`,
  thisPullRequest: 'On this pull request',
  nothingDeployed: (app: string) => `Nothing of ${app} is deployed.`,
  everyLaterPush: 'On merge and on every later push',
  deployed: (app: string, way: string) =>
    `${app} is tested and built once; what was built is deployed to ${way}. A failed deployment is rolled back by CloudFormation.`,
  pushToFeature: (branches: string) => `On a push to ${branches}`,
  featureStack: (base: string, goes: 'branch' | 'later' | 'either') =>
    `The branch gets a stack of its own (\`${base}-feature-…\`), which ${{ branch: 'is deleted with the branch', later: 'goes when it did not change for two weeks', either: 'goes with the branch, or after two weeks' }[goes]}. The role \`FeatureRole\` reaches these stacks only.`,
  toGoBack: 'To go back',
  revert: 'Revert the commit: the pipeline deploys what was before.',
  serves: (definition: string) =>
    `\`${definition}\` is a SAM template: a pipeline builds it once and takes the same artifact from environment to environment.`,
  noTemplate: 'There is no SAM template.',
  deployScript: 'deploys what was built before; the same for every environment',
  featureScript: 'names the stack of a feature branch',
  newStacks: (app: string, stacks: readonly string[]) =>
    `The stacks of ${app} are new: ${stacks.join(', ')}. A stack that was deployed by hand stays as it is, and names that the template fixes (tables, buckets, functions) clash with it in the same account and Region.`,
  way: (stages: readonly { readonly name: string; readonly approval: boolean }[]) =>
    stages.map(({ name, approval }) => `${name}${approval ? ' (after a person approves)' : ''}`).join(', then '),
  leftover: (stack: string, bootstrap: string) =>
    `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\` (before \`${bootstrap}\`, whose role it was made with)`,
  others: {
    cdk: 'a CDK app',
    cloudformation: 'a plain CloudFormation template',
    'serverless-framework': 'a Serverless Framework service',
    sst: 'an SST app',
    chalice: 'a Chalice app',
  },
  otherTemplate: (what: string) => `SAM pipelines deploy SAM templates; this is ${what}.`,
  inContainers: (app: string, provider: string) =>
    `The functions of ${app} are of several languages, so they are built in containers, which a job of ${provider} is one of itself. GitHub Actions and CodePipeline can do that.`,
  approved: (stage: string) => `${stage} (approved)`,
  builtBy: (provider: string) => `${provider} tests and builds once`,
  sweepScript: 'deletes the stacks of feature branches that nobody works on any more',
}
