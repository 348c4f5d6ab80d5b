/** What is said of CI providers other than GitHub Actions. Stages, branches, hosts and names of variables come in as code. */
export const providers = {
  // Choosing
  deliversItself: (target: string) => `${target} builds and deploys every push by itself.`,
  settingsStay: (provider: string) =>
    `Variables and environments that were made on ${provider}, with the credentials that they name`,
  nothingToRun: (provider: string) => `There is nothing that ${provider} could run.`,
  noPart: (provider: string, root: string, itself: string) =>
    `.github/cicd.yml asks for ${provider} for ${root}, which has no part in it: ${itself}`,
  mixed: (providers: readonly string[]) =>
    `The apps would be delivered by ${providers.join(' and ')}, and one repository signs in to AWS from one of them. Which one?`,
  callIt: (path: string) => `; ${path} is yours, and has to call it`,

  // Sign-in
  signsIn: (provider: string) => `${provider} signs in with OIDC`,
  takesRole: (provider: string) => `${provider} takes the deploy role`,
  roleIsFree: 'The deploy role is free.',
  checkedRoles: 'the deploy role can be taken only by the roles that are named',
  gitlabWho: (host: string) =>
    `Only jobs of this project on ${host}, and of the branch of the environment, get this role.`,
  gitlabBranch:
    'The subject of a GitLab job names project and branch, so every job of that branch could sign in: protect the branch.',
  gitlabLookUp: (host: string) => `Replace GROUP/PROJECT by the project's path on ${host}.`,
  bitbucketWho:
    'Only steps of this repository that name this deployment environment get this role. The last part of the subject is new in every step.',
  bitbucketLookUp:
    'Write the ids into the first line, without braces: they stand on Bitbucket under Repository settings, OpenID Connect.',
  jenkinsWho:
    'Whatever runs on a Jenkins agent with that role can take this one: Jenkins tells AWS neither repository nor branch.',
  jenkinsOthers: 'Let no job of others run on these agents, and no pull request from forks.',
  jenkinsLookUp:
    'Write the ARN of the role that your Jenkins agents have into the first line; where they run outside AWS, that of the IAM user whose access key Jenkins holds as a credential.',
  codePipelineWho:
    'Only the build projects that deploy to this environment get this role; the condition names their roles.',
  codePipelineLookUp:
    'Where the pipelines are to be in another account than this one, write its number into the first line.',

  // Files
  purpose: (provider: string, apps: string, stages: readonly string[]) =>
    `${provider}: tests every branch, and takes ${apps} through ${stages.join(', then ')}`,
  buildScript: (app: string) => `installs, tests and builds ${app}; what every pipeline runs first, without AWS`,
  assumeRole: 'takes the role of an environment, for an hour',
  template: (app: string) => `CloudFormation: the pipeline of ${app} in AWS CodePipeline`,
  buildspecBuild: (app: string) => `tests and builds ${app} in CodeBuild`,
  buildspecDeploy: (app: string, stage: string) => `deploys ${app} to ${stage} from CodeBuild`,
  buildspecFeature: (app: string) => `deploys feature branches of ${app}, and deletes old ones`,

  // What happens
  everyBranch: 'On every push to any branch',
  tested: (provider: string, apps: string) => `${provider} tests and builds ${apps}, without access to AWS.`,
  pipelinesStart:
    'Pipelines start for branches with an environment only. Pull requests are checked by CI of GitHub Actions, where the repository has some.',
  withoutStores: (app: string, stores: readonly string[], provider: string) =>
    `The tests of ${app} expect ${stores.join(' and ')}, which a job of ${provider} has not got here: its pipeline builds without them. Take \`--without-tests\` out once it has.`,
  costsGitlab: 'GitLab CI uses compute minutes of the project.',
  costsBitbucket: 'Bitbucket Pipelines uses build minutes of the workspace.',
  costsJenkins: 'Jenkins runs on machines of your own.',
  costsCodePipeline:
    'CodePipeline costs by the minute of its actions, CodeBuild by the minute of its machines; waiting for an approval is free.',
  pipelineStack: (stack: string, app: string) =>
    `Stack \`${stack}\`, the pipeline of ${app}: \`aws cloudformation delete-stack --stack-name ${stack}\`, then its bucket; and the connection, where nothing else uses it`,

  // Steps
  tellRole: (provider: string, where: string) => `Tell ${provider} the role and the region of ${where}`,
  featureBranches: 'feature branches',
  giveToken: (provider: string, name: string) => `Give ${provider} the token for private packages (${name})`,
  gitlabConnect: 'Let GitLab see this repository',
  gitlabConnectText: (host: string) =>
    `The code lies on ${host}: make a project on GitLab that is run for it as an external repository (Premium), or move or mirror it there.`,
  gitlabVariables: (stage: string) =>
    `In a clone of the GitLab project, signed in to the account of ${stage}, after its bootstrap stack. Two variables for jobs of that environment; neither is a secret. Without \`glab\`: Settings, CI/CD, Variables.`,
  gitlabToken:
    'The install reads it from the environment. Make a token that can only read packages, and let the variable be masked.',
  gitlabProtect: (branches: readonly string[]) => `Protect ${branches.join(', ')}`,
  gitlabProtectText: (asks: readonly string[]) =>
    `Settings, Repository, Protected branches: who may push or merge there may deploy.${asks.length > 0 ? ` Jobs for ${asks.join(', ')} wait until a person starts them; with GitLab Premium, protect ${asks.length > 1 ? 'these environments' : 'the environment'} too and name who may.` : ''}`,
  bitbucketEnvironments: 'Turn on Pipelines, and make its environments',
  bitbucketElsewhere: (host: string) =>
    `Pipelines run for repositories on Bitbucket only, and this one lies on ${host}: move it there first. `,
  bitbucketEnvironmentsText: (names: readonly string[], asks: readonly string[]) =>
    `Repository settings, Pipelines, Settings: enable. Then Deployments: make ${names.join(', ')}, in this order of the kinds Test, Staging, Production.${asks.length > 0 ? ` Steps for ${asks.join(', ')} wait until a person starts them; with Premium, restrict them to a branch and to admins.` : ''}`,
  bitbucketFeature: 'Let feature branches deploy stacks of their own',
  bitbucketFeatureText: (stage: string) =>
    `In the account of ${stage}, after its bootstrap stack: write the id of the deployment environment \`feature\` into the first line, without braces.`,
  bitbucketVariables: (name: string, stage: string) =>
    `Repository settings, Deployments, ${name}: two variables, \`AWS_ROLE_ARN\` and \`AWS_REGION\`. Neither is a secret. These commands print their values, signed in to the account of ${stage}.`,
  bitbucketToken: (name: string) =>
    `Repository settings, Repository variables: ${name}, secured. Make a token that can only read packages.`,
  bitbucketSchedule: 'If you like: delete old feature stacks by themselves',
  bitbucketScheduleText:
    'Pipelines, Schedules: the custom pipeline `delete-old-feature-stacks`, daily, on the default branch. Bitbucket does not tell a pipeline when a branch goes.',
  jenkinsAgents: 'Give the Jenkins agents a role in AWS',
  jenkinsContainers:
    'Every stage runs in a container, so the agents need Docker and the plugin Docker Pipeline, and nothing else.',
  jenkinsDocker:
    'Images are built on agents with the label `docker`, which have Docker, the AWS CLI, jq and what the build calls (SAM CLI, languages).',
  jenkinsAgentsText: (tools: string) =>
    `${tools} On EC2 the containers reach the role of their machine only with a hop limit of 2. For an environment in another account, the agents’ role must also be allowed \`sts:AssumeRole\` on its deploy role. Agents outside AWS: keep the access key of an IAM user that may do just that as a credential of the kind username with password, and name it in the variable that ends in \`_CREDENTIALS\`.`,
  jenkinsVariables: (role: string, region: string, stage: string) =>
    `Manage Jenkins, System, Global properties, Environment variables: ${role} and ${region}. Neither is a secret. These commands print their values, signed in to the account of ${stage}.`,
  jenkinsToken: (name: string) =>
    `A credential of the kind secret text with the id ${name}. Make a token that can only read packages.`,
  jenkinsJob: 'Make the job',
  jenkinsJobText:
    'New item, Multibranch Pipeline, with this repository as its source and `Jenkinsfile` as its script. Do not let it build pull requests from forks: whatever runs on these agents can deploy.',
  connect: 'Connect AWS to where the code is',
  connectText:
    'In the account of the pipelines, once. Then open it in the console and choose *Update pending connection*: until a person has done that it gives nothing, without an error. For a server of your own, make a host in the console first.',
  codeBuildToken:
    'As a SecureString of the Parameter Store, in the account of the pipelines. Make a token that can only read packages.',
  makePipeline: (app: string) => `Make the pipeline of ${app}`,
  makePipelineText: (severalAccounts: boolean) =>
    `In the account of the pipelines, on the merged branch. The first line takes the first connection that is ready: write another ARN where that is not the one. It starts at once, and with every push after that.${severalAccounts ? ' The roles are outputs of the bootstrap stacks in their accounts: write their ARNs into the command.' : ''}`,
  approvers: 'If you like: say who may approve',
  approversText: (stages: readonly string[]) =>
    `The pipeline waits before ${stages.join(', ')} until somebody with \`codepipeline:PutApprovalResult\` lets it on. Give that to the people who may, and to no one else.`,
  branchQuotes:
    'A branch with both kinds of quotation marks in its name cannot stand in a rule of GitLab CI. Name another branch for the environment in `.github/cicd.yml`.',
}
