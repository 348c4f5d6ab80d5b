export const ecr = {
  buildsImage: (provider: string) => `${provider} builds the image`,
  fargate: 'ECS service on Fargate',
  loadBalancer: 'Load balancer with HTTPS',
  scriptPurpose: 'deploys an image as an ECS service without load balancer',
  settingsPurpose: (app: string) => `size, port, health check and scaling of the service ${app}`,
  expressScriptPurpose: 'deploys an image to ECS Express Mode and waits for the result',
  noLanguage: 'there is no Dockerfile, and the language is none that one can be written for',
  lineBreak: 'a command or path of the app holds a line break, which a Dockerfile cannot carry',
  imagePurpose: (app: string) => `builds the image of ${app}`,
  ignorePurpose: 'keeps history, secrets and local output out of the image',
  noStart: 'nothing in the repository says how the app is started',
  noWorkerStart: 'nothing in the repository says how the worker is started',
  signIn: 'Sign in to ECR; the action has no narrower form',
  readOutputs: 'Read the role ARNs and names that this stack gives out',
  pushImages: (app: string) => `Push and read images of ${app}`,
  updateService: (app: string) => `Create, update and watch the service \`${app}\``,
  findParameters: (app: string) => `Find the parameters below \`/STACK/${app}\``,
  cluster: 'The cluster `default` is made with the first service',
  taskDefinition:
    'Express Mode registers the task definition in the name of its caller; ECS offers no narrower resource',
  serviceLinked: 'The first use of ECS in an account makes its service-linked role',
  passRole: (role: string, service: string) => `Give \`${role}\` to ${service}, and only that role`,
  handsOver: (template: string, app: string) =>
    `\`${template}\` hands them to the container; take out there what ${app} can do without.`,
  leaveOut: (app: string) =>
    `Leave out what ${app} can do without. Every parameter below that path becomes an environment variable with the next deployment.`,
  howWorker: 'New tasks replace the old ones; when they do not start, ECS goes back by itself.',
  howServer:
    'The first deployment makes load balancer and certificate and takes about ten minutes. Each later one shifts 5 % of the traffic, waits, then the rest, and goes back by itself when errors rise.',
  thisPullRequest: 'On this pull request',
  nothingBuilt: (app: string) => `Nothing of ${app} is built or deployed.`,
  onMerge: 'On merge',
  deployed: (app: string, where: readonly string[], how: string) =>
    `The image of ${app} is built, pushed to ECR and deployed to ${where.join(', then ')}. ${how}`,
  nextPush: 'On the next push',
  sameAgain: (app: string) => `The same, with a new image, for each commit that touches ${app}.`,
  toGoBack: 'To go back',
  goBackText: (app: string) =>
    `Actions → Deploy ${app} → Run workflow, with the id of an earlier commit: its image is deployed again, nothing is built. Or \`gh workflow run deploy-${app}.yml -f commit=$(git rev-parse HEAD~1)\`.`,
  besideTheirs: (theirs: string, app: string, ours: string) =>
    `${theirs} stays as it is and is not used, since it does not build what runs ${app}. The workflow builds ${ours}. To use your own: make it build and start ${app}, delete ${ours}, and run the command again.`,
  portConflict: (dockerfile: string, exposed: number | null, listens: number) =>
    `${dockerfile} exposes port ${exposed}, the code listens on ${listens}: ${exposed} is used, and \`PORT\` is set to it.`,
  noHealthPath: (app: string, settings: string) =>
    `No health check path was found in ${app}. The load balancer asks for \`/\` and wants status 200: where \`/\` answers otherwise, set \`healthCheckPath\` in \`${settings}\` before merging, or the first deployment fails.`,
  fastify: (app: string) =>
    `Fastify listens on the local machine only unless told \`host: '0.0.0.0'\`; the load balancer does not reach ${app} otherwise.`,
  balancerCosts:
    'One Application Load Balancer by the hour; up to 25 Express Mode services of a VPC share it. Express Mode itself is free.',
  storageCosts: 'ECR: storage of the last 50 images of each app. CloudWatch Logs: kept for 30 days.',
  parametersBelow: (path: string) => `Parameters below \`${path}\`, where you made some`,
  images: (name: string) => `Images: \`aws ecr delete-repository --force --repository-name ${name}\``,
  staticSite: 'A static site needs no container that runs all day.',
  serverless: 'Its functions are started by events; nothing of it runs as a container.',
  noImage: (why: string) => `No container image can be built yet: ${why}.`,
  runsWorker: 'an ECS service without load balancer runs it',
  runsServer: 'ECS Express Mode runs it behind HTTPS',
  onlyContainer: (why: string) => ` It ${why}: only a container has room for that.`,
  servesOwn: (dockerfile: string, runs: string, reason: string) =>
    `\`${dockerfile}\` builds its image, and ${runs}.${reason}`,
  servesGenerated: (language: string, runs: string, reason: string) =>
    `A container image can be built for ${language} with a Dockerfile that comes with the pull request, and ${runs}.${reason}`,
  workerStack: (app: string) => `Create and change the stack of \`${app}\`, by the role \`EcsStackRole\` only`,
  defaultVpc: 'Find the default VPC; EC2 offers no narrower resource',
  workerPurpose: (app: string) => `CloudFormation: the ECS service that runs ${app}`,
  workflowPurpose: (app: string) =>
    `builds the image of ${app} and deploys it; run by hand, it goes back to an earlier image`,
  taskCosts: (tasks: number) =>
    `ECS: ${tasks} Fargate ${tasks === 1 ? 'task runs' : 'tasks run'} all day at the least, each with a public IPv4 address; nothing scales to zero.`,
  workerLeftover: (stack: string) =>
    `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\` (before the bootstrap stack)`,
  serverLeftover: (service: string) =>
    `Service \`${service}\` with its load balancer: \`aws ecs delete-express-gateway-service --service-arn "$(aws ecs describe-services --services ${service} --query 'services[0].serviceArn' --output text)"\`. ECS keeps the name for a while.`,
  onArm: (dockerfile: string, provider: string) =>
    `\`${dockerfile}\` builds an image for ARM64, which ${provider} has no machines for here. GitHub Actions and CodePipeline have.`,
  imageScriptPurpose:
    'builds the image of a commit once and pushes it to Amazon ECR; afterwards it is found by its commit',
  goBack: {
    gitlab:
      'Operate → Environments → the environment → roll back to an earlier deployment: its job runs again, finds the image of its commit and builds nothing.',
    bitbucket:
      'Deployments → the environment → redeploy an earlier deployment: its step runs again, finds the image of its commit and builds nothing.',
    jenkins:
      'The earlier build → Restart from Stage → the deployment: it runs again for that commit, finds its image and builds nothing.',
    codepipeline: (pipeline: string) =>
      `\`aws codepipeline start-pipeline-execution --name ${pipeline} --source-revisions "actionName=Source,revisionType=COMMIT_ID,revisionValue=$(git rev-parse HEAD~1)"\`: the image of that commit is found and deployed again, nothing is built.`,
  },
}
