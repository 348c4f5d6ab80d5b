export const cdk = {
  takesRoles: 'Take the roles of the CDK bootstrap that read, publish assets and deploy; they decide what can be done',
  thisPullRequest: 'On this pull request',
  nothingCompared: 'Nothing is deployed or compared: a diff needs AWS credentials, and runs of pull requests get none.',
  everyLaterPush: 'On merge and on every later push',
  deployed: (names: string) =>
    `The difference is shown in the run's summary, then deployed to ${names}. A failed deployment is rolled back by CloudFormation.`,
  toGoBack: 'To go back',
  revert: 'Revert the commit: the workflow deploys what was before.',
  everything:
    'The bootstrap of the CDK lets CloudFormation do everything in the account, unless it was made with `--cloudformation-execution-policies`. The workflow can do what the app asks for.',
  costs: 'What the app makes, and the storage of its assets in the bootstrap bucket and repository.',
  stacks: 'The stacks of the app: `npx cdk destroy --all`',
  toolkit: 'The bootstrap stack `CDKToolkit`, which other CDK apps use',
  pushToGitHub: 'Push to GitHub',
  bootstrapped: (name: string) => `Make sure that the CDK is bootstrapped in ${name}`,
  bootstrappedText:
    'Signed in to that account. It changes nothing where the bootstrap is current. For stacks that the app puts into a further account, run it there too, with the account of this environment in `PIPELINE`: add `--trust "$PIPELINE" --cloudformation-execution-policies` and the ARN of a policy that is wide enough for the app.',
  reads: 'Reads what is deployed, to show the difference; changes nothing',
  tellRole: (stage: string) => `Tell GitHub Actions the role that reads ${stage}`,
  tellRoleText:
    'Sets two variables of the repository, for the job that shows the difference before an approval. Neither is a secret.',
  readRole: 'The role that only reads, for `cdk diff`',
  readRegion: 'Where `cdk diff` looks',
  noApp: 'There is no CDK app (`cdk.json`).',
  serves: (definition: string) =>
    `\`${definition}\` makes it a CDK app: GitHub Actions shows the difference and deploys it through the roles of the CDK bootstrap.`,
  purpose: (app: string, stages: string) => `shows the difference and deploys ${app} to ${stages}`,
  oneLanguage: (language: string, provider: string) =>
    `The CLI of the CDK needs Node.js beside ${language}, which no image for jobs of ${provider} has. GitHub Actions and CodePipeline have both.`,
}
