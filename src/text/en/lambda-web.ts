export const lambdaWeb = {
  thisPullRequest: 'On this pull request',
  nothingDeployed: (app: string) => `Nothing of ${app} is deployed.`,
  everyLaterPush: 'On merge and on every later push',
  deployed: (app: string, names: readonly string[]) =>
    `${app} is built on ARM and deployed to ${names.join(', then ')}; the run fails where it does not answer then.`,
  toGoBack: 'To go back',
  goBackText: 'Run the workflow of an earlier commit again. Nothing goes back by itself.',
  isNew: (date: string) =>
    `Lambda Web Functions are new: what is written here rests on pages of ${date}, and AWS has published no list of Regions.`,
  costs: 'Lambda costs by use and nothing while nobody asks. The bucket with the code costs its storage.',
  leftover: (app: string) => `The web function: \`aws lambda-web delete-web-function --function-name ${app}\``,
  bucket: 'The bucket `WebFunctionCode` of the bootstrap stack: empty and delete it',
  buildsOnArm: 'GitHub Actions builds on ARM',
  address: 'HTTPS address',
  listens: (app: string) =>
    `${app} must listen on all interfaces (\`0.0.0.0\`) and on \`PORT\`, which is set to 3000. It has at most 2 GB and 15 minutes for a request, and memory is gone between environments.`,
  otherNode: (app: string, version: string) =>
    `${app} pins Node.js ${version}; Lambda Web Functions run Node.js 24 only.`,
  secrets: (names: string, path: string) =>
    `${names}: anyone who may look at the function sees its environment variables, so none is set. Keep the values below \`${path}\` in the Parameter Store and read them in the code; the role may.`,
  ownFunction: (app: string) => `Everything about the one web function \`${app}\`, its revisions and endpoints`,
  passRole: 'Give the functions their role, and only that role',
  putCode: 'Put the code into the bucket of this stack',
  checkBucket: 'See that the bucket of this stack is as it must be',
  readOutputs: 'Read the names that this stack gives out',
  serves:
    'A Lambda Web Function can run this Node.js server from its files, with HTTPS, and costs nothing while nobody asks.',
  noServer: 'Lambda Web Functions run HTTP servers, and this is none.',
  language: (language: string) => `Lambda Web Functions run Node.js only; this is ${language}.`,
  imageOnly: (why: string) => `Lambda Web Functions have Node.js and nothing else: it ${why}.`,
  workspace: (root: string) => `One folder is deployed as it is; \`${root}\` is built from the workspace above it.`,
  noStart: 'Nothing in the repository says how the server is started.',
  notOffered: (partition: string) => `Lambda Web Functions are not known to be offered in the ${partition} partition.`,
  ci: (ci: string) => `Its workflow is written for GitHub Actions only, not for ${ci}.`,
  areNew: (because: string, date: string) => `${because} They are new (${date}).`,
  purpose: (app: string) => `builds ${app} and deploys it as a Lambda Web Function`,
  port: (wanted: number, port: number | null) =>
    `Lambda Web Functions ask for port ${wanted}; this server listens on ${port ?? 'a port of its own'} whatever \`PORT\` says.`,
  scriptPurpose: 'deploys a folder as a Lambda Web Function and asks it for an answer',
}
