/** `/cicd status`: how what is delivered stands. Names come in as Markdown code. */
export const status = {
  head: '| app | environment | service | state | last deployment | address | |\n| --- | --- | --- | --- | --- | --- | --- |',
  state: {
    none: 'nothing deployed yet',
    deploying: 'deploying',
    waits: 'waits for an approval',
    running: 'running',
    failed: '**failed**',
    paused: 'paused',
    removed: 'removed',
    unknown: 'unknown',
  },
  asking: 'Asking AWS',
  labels: {
    state: 'state',
    last: 'last',
    address: 'address',
    console: 'console',
    logs: 'logs',
    why: 'why',
    fix: 'likely fix',
  },
  onlyGitHub:
    'AWS does not know this one by name. GitHub tells how its deployments went: comment `/cicd status`, or see the runs of its workflow.',
  by: (when: string, login: string) => `${when} by ${login}`,
  console: 'console',
  logs: 'logs',
  workflow: 'workflow',
  failedLead: (app: string, environment: string) => `**The last deployment of ${app} to ${environment} failed:**`,
  stillAnswers: 'What was deployed before may still answer.',
  otherNote: (app: string, environment: string) => `About ${app} in ${environment}:`,
  likelyFix: (fix: string) => `Likely fix: ${fix}`,
  notAsked: {
    'no role': (environment: string) =>
      `AWS was not asked about ${environment}: no account is configured for it (docs/aws.md). The table shows what GitHub knows.`,
    'no region': (environment: string) =>
      `AWS was not asked about ${environment}: no Region is known. Add \`--region\`, or \`region\` in \`.github/cicd.yml\`.`,
  },
  githubSilent:
    'GitHub did not tell this app of workflow runs and deployments: it needs `actions: read` and `deployments: read`.',
  connectNext: (command: string) =>
    `Nothing is deployed yet of what AWS builds by itself: ${command} shows what is to be made.`,
  nothingDelivered: 'Nothing of this repository is set up for delivery yet. `slipway setup` proposes how.',
  fixes: {
    signIn:
      'AWS does not trust this repository. `/cicd connect` brings the bootstrap stack up to date; the subject in its trust policy must be that of this repository and environment.',
    noRole:
      'the variables `AWS_ROLE_ARN` and `AWS_REGION` of the environment are missing on GitHub. `/cicd connect` gives the commands that set them.',
    rolledBackStack:
      'the first deployment of the stack failed, so CloudFormation keeps an empty stack that cannot be updated. Delete it, then deploy again.',
    network:
      'the tasks have no way to ECR or to the parameters. Subnets need public addresses and an internet gateway, or a NAT gateway.',
    crash:
      'the app ends right after it starts: often a variable or secret is missing, or the start command is wrong. The logs have its last words.',
    health:
      'the app did not answer in time. It has to listen on `0.0.0.0` and on the port in `PORT`, and the health check path has to answer 200. Look into the logs for what it says when it starts.',
    architecture:
      'the image is for another processor than the service. Build it for the platform that the service runs on.',
    image:
      'the image is not in ECR any more, or may not be pulled. Run the workflow again, so that it is built and pushed.',
    parameter:
      'a parameter or secret that the app reads does not exist, or the execution role may not read it. Set it as the pull request says, then deploy again.',
    passRole: 'the deploy role may not hand on a role. `/cicd connect` brings the bootstrap stack up to date.',
    memory: 'the memory ran out. Give the service or the build more.',
    lockfile: 'the lockfile does not fit the manifest. Install on your computer, and commit the lockfile.',
    module:
      'a module is missing. It has to be in the manifest as a dependency, and its path spelled as the file is, upper and lower case too.',
    output:
      'the build leaves its result in another folder than is published. `baseDirectory` in `amplify.yml` has to name it.',
    vpc: 'the Region has no default VPC, or not enough subnets. `aws ec2 create-default-vpc` makes one.',
    quota: 'a quota of the account is used up. Ask for more in Service Quotas, or delete what is not needed.',
    appRunnerClosed: 'App Runner takes no new customers. `/cicd setup --target=ecr` proposes ECS Express Mode.',
    exists:
      'something of that name is there already and is not part of this stack. Rename or delete it, then deploy again.',
    throttled: 'AWS took no more requests at that moment. Deploy again.',
    denied: 'the role that deploys is not allowed that. `/cicd connect` brings its rights up to date.',
    timeout: 'it took longer than is waited for. The logs say what it was doing.',
    build:
      'the build fails. Run the install and build commands on your computer, at that commit, and look into the logs.',
  },
}
