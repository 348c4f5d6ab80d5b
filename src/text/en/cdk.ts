export const cdk = {
  takesRoles: 'Take the roles of the CDK bootstrap that read, publish assets and deploy; they decide what can be done',
  thisPullRequest: 'On this pull request',
  nothingCompared: 'Nothing is deployed or compared: a diff needs AWS credentials, and runs of pull requests get none.',
  everyLaterPush: 'On merge and on every later push',
  deployed: (names: readonly string[]) =>
    `The difference is shown in the run's summary, then deployed to ${names.join(', then ')}. A failed deployment is rolled back by CloudFormation.`,
  toGoBack: 'To go back',
  revert: 'Revert the commit: the workflow deploys what was before.',
  everything:
    'The bootstrap of the CDK lets CloudFormation do everything in the account, unless it was made with `--cloudformation-execution-policies`. The workflow can do what the app asks for.',
  costs: 'What the app makes, and the storage of its assets in the bootstrap bucket and repository.',
  stacks: 'The stacks of the app: `npx cdk destroy --all`',
  toolkit: 'The bootstrap stack `CDKToolkit`, which other CDK apps use',
  bootstrapped: (name: string) => `Make sure that the CDK is bootstrapped in ${name}`,
  bootstrappedText:
    'Signed in to that account. It changes nothing where the bootstrap is current. For stacks that the app puts into a further account, run it there too, with the account of this environment in `PIPELINE`: add `--trust "$PIPELINE" --cloudformation-execution-policies` and the ARN of a policy that is wide enough for the app.',
  tellRole: (stage: string) => `Tell GitHub Actions the role that reads ${stage}`,
  tellRoleText:
    'Sets two variables of the repository, for the job that shows the difference before an approval. Neither is a secret.',
  readRole: 'The role that only reads, for `cdk diff`',
  readRegion: 'Where `cdk diff` looks',
  noApp: 'There is no CDK app (`cdk.json`).',
  serves: (definition: string) =>
    `\`${definition}\` makes it a CDK app: GitHub Actions shows the difference and deploys it through the roles of the CDK bootstrap.`,
  purpose: (app: string, stages: readonly string[]) =>
    `shows the difference and deploys ${app} to ${stages.join(', then ')}`,
  oneLanguage: (language: string, provider: string) =>
    `The CLI of the CDK needs Node.js beside ${language}, which no image for jobs of ${provider} has. GitHub Actions and CodePipeline have both.`,
  bothNeedCredentials: 'Nothing is deployed or compared: both need AWS credentials.',
  deployedBySource: (way: string, shows: boolean) =>
    `The app is tested, then deployed from its source to ${way}.${shows ? ' What would change is in the log of the action Preview, before the approval.' : ''} A failed deployment is rolled back by CloudFormation.`,
  revertPipeline: 'Revert the commit: the pipeline deploys what was before.',
  tests: (provider: string) => `${provider} tests`,
}
