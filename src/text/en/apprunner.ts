export const apprunner = {
  closed: (date: string) =>
    `This needs an AWS account that already uses App Runner: it has taken no new customers since ${date}. For any other account comment \`/cicd setup --target=ecr\`: the same app on ECS Express Mode.`,
  ecrStorage: 'ECR: storage of the last 50 images of each app.',
  buildsImage: 'GitHub Actions builds the image',
  service: 'App Runner service',
  address: 'HTTPS address',
  handsOver: (template: string, app: string) =>
    `\`${template}\` hands them to the service, which does not start without them; take out there what ${app} can do without.`,
  thisPullRequest: 'On this pull request',
  nothingBuilt: (app: string) => `Nothing of ${app} is built or deployed.`,
  onMerge: 'On merge',
  imageDeployed: (app: string, where: readonly string[]) =>
    `The image of ${app} is built, pushed to ECR and deployed to ${where.join(', then ')}. When the health check of the new image fails, the last one keeps running.`,
  nextPush: 'On the next push',
  sameAgain: (app: string) => `The same, with a new image, for each commit that touches ${app}.`,
  toGoBack: 'To go back',
  goBackText: (app: string) =>
    `Actions → Deploy ${app} → Run workflow, with the id of an earlier commit: its image is deployed again, nothing is built.`,
  parametersBelow: (path: string) => `Parameters below \`${path}\``,
  images: (name: string) => `Images: \`aws ecr delete-repository --force --repository-name ${name}\``,
  ownRegion: 'App Runner takes images of its own Region, and the environments lie in several.',
  imageCi: (ci: string) => `Images for App Runner are built by GitHub Actions only, not by ${ci}.`,
  fromImage: (because: string) => `App Runner runs it from a container image, which GitHub Actions builds. ${because}`,
  settingsPurpose: (app: string) => `how App Runner builds and starts ${app}`,
  templatePurpose: (app: string) => `CloudFormation: the App Runner service ${app}, its role and its scaling`,
  buildsSource: 'App Runner builds from source',
  otherRuntime: (app: string, name: string, pinned: string, from: string, newest: string) =>
    `${app} pins ${name} ${pinned} (\`${from}\`); App Runner runs ${name} ${newest}, its one runtime that is still supported.`,
  noPreviews: 'Nothing is built or deployed. App Runner has no previews of pull requests.',
  settingsMerged: 'The settings lie on the branch. Nothing runs until the service is started once (see the steps).',
  everyPush: (branches: string) => `On every push to ${branches}`,
  deploysItself:
    'App Runner builds and deploys it by itself; when the build or the health check fails, the last version keeps running.',
  revert: 'Revert the commit on GitHub: App Runner deploys what the branch holds.',
  connectionStays: 'The connection to GitHub, which other services may use',
  connection: 'Make sure that App Runner has a connection to GitHub',
  connectionText:
    'In the account and Region to deploy to. A connection that exists is used again. An error here says that the account is no App Runner customer: comment `/cicd setup --target=ecr` then.',
  handshake: 'Complete the handshake in the console',
  handshakeText: (repository: string) =>
    `Open the connections of App Runner in the same Region. Where the status is "Pending handshake", choose the connection, *Complete handshake*, and install "AWS Connector for GitHub" for \`${repository}\`. No command can do this step. Skip it where the status is "Available".`,
  secrets: (app: string) => `Give ${app} its secrets`,
  secretsText: (app: string, path: string) =>
    `Run this in a shell in which the variables hold the values. A name that ${app} can do without: take it out of \`${path}\` instead, since App Runner refuses to start without it.`,
  start: (app: string, stage: string) => `Start ${app} in ${stage}`,
  servesSource: (language: string) =>
    `App Runner can build this ${language} server from its source and run it, without an image or a workflow to keep.`,
  staticSite: 'A static site needs no server that runs all day.',
  worker: 'App Runner runs HTTP servers; this worker answers no requests.',
  serverless: 'App Runner runs HTTP servers; these functions are started by events.',
  language: (language: string) =>
    `App Runner's managed runtimes still on offer are Node.js 22 and Python 3.11; ${language} needs a container image.`,
  noRuntime: (name: string) => `App Runner has no managed runtime for ${name}.`,
  imageOnly: (why: string) => `App Runner's managed runtime is not enough: it ${why}.`,
  workspace: (root: string) =>
    `App Runner builds one folder by itself; \`${root}\` is built from the workspace above it.`,
  noStart: 'Nothing in the repository says how the server is started.',
  githubOnly: 'App Runner connects to github.com only, and this repository is on another GitHub server.',
  closedHere: (date: string, region: string | null) =>
    `App Runner has taken no new customers since ${date}, and this account has ${region === null ? 'not used it before' : `no service and no connection of it in ${region}`}. AWS names ECS Express Mode as the way to go.`,
  notOffered: (partition: string) => `App Runner is not offered in the ${partition} partition.`,
  scriptPurpose: 'deploys an image to App Runner',
  imageTemplatePurpose: (app: string) => `CloudFormation: the App Runner service ${app} and its scaling`,
  stack: (app: string) => `Create and change the stack of \`${app}\`, by the role \`AppRunnerStackRole\` only`,
  sourceCosts: (apps: number) =>
    `App Runner: ${apps === 1 ? 'one instance' : `${apps} instances`} of 1 vCPU and 2 GB kept ready all day (memory is billed always, the processor while requests are served), and build minutes. It never scales to zero.`,
  imageCosts: (apps: number) =>
    `App Runner: ${apps === 1 ? 'one instance' : `${apps} instances`} of 1 vCPU and 2 GB kept ready all day (memory is billed always, the processor while requests are served). It never scales to zero.`,
  runtimeEnds: (language: 'node' | 'python', newest: string, version: string, from: string) =>
    `App Runner's managed ${language === 'node' ? 'Node.js' : 'Python'} runtime ends at ${newest}; this app pins ${version} (\`${from}\`).`,
  startText: (account: string | null, stage: string, branch: string) =>
    `Once, on the merged branch, signed in to ${account ? `account ${account}` : `the account of ${stage}`}. It takes about ten minutes; from then on every push to \`${branch}\` is built and deployed by App Runner itself.`,
  leftover: (stack: string) =>
    `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\` (before the bootstrap stack)`,
}
