/** What became of a merge: the first deployment, environment by environment. Names and links come in as Markdown. */
export const follow = {
  lead: {
    moving: (pull: string) =>
      `${pull} is merged, and its first deployment is on its way. This comment is kept up to date until it is in service.`,
    person: (pull: string) =>
      `${pull} is merged. Before it can be deployed, something is left to you: see below. This comment goes on by itself when that is done.`,
    done: (pull: string) => `${pull} is merged and in service.`,
    failed: (pull: string) => `${pull} is merged, but its first deployment did not get into service.`,
    unseen: (pull: string) => `${pull} is merged. How its deployment goes cannot be seen from here.`,
  },
  heading: 'First deployment',
  head: '| environment | app | in AWS | |\n| --- | --- | --- | --- |',
  step: {
    'in service': 'in service',
    failed: 'failed',
    blocked: 'waits for you',
    'under way': 'deploying',
    'not begun': 'has not begun yet',
    'to connect': 'waits for you',
    untouched: 'not deployed',
    stopped: 'stopped',
    unseen: 'not known',
  },
  console: 'console',
  logs: 'logs',
  deployment: 'deployment',
  toConnect: (app: string, environment: string, command: string) =>
    `Nothing in AWS builds ${app} for ${environment} yet. Comment ${command}: it shows what it would make in AWS, before it makes anything.`,
  notRun: (workflow: string, commit: string, actions: string) =>
    `No run of ${workflow} has deployed ${commit}. See on the [Actions page](${actions}) whether Actions are allowed in this repository, and whether the run waits for an approval.`,
  notBuilt: (app: string, environment: string, commit: string) =>
    `What runs in ${environment} of ${app} is older than ${commit}. A commit that changes nothing in the folder of the app is not built; otherwise start a deployment in the console.`,
  stopped: (app: string, environment: string) =>
    `${app} in ${environment} was paused or removed in AWS. Start it again there, or comment \`/cicd connect\` to have it made.`,
  cause: (app: string, environment: string) => `${app} in ${environment}: what failed, in the words of AWS and GitHub`,
  noCause: (app: string, environment: string) =>
    `${app} in ${environment} failed, and neither AWS nor GitHub says why: the logs do.`,
  fixTitle: 'What most likely mends it',
  fix: {
    'sign-in':
      'GitHub Actions is not let into AWS yet. Comment `/cicd connect`: it makes the role and gives the commands for the two variables (the steps in the pull request do the same by hand). Then choose *Re-run failed jobs* on the page of the run.',
    rights:
      'The role of the pipeline, or of the app, may not do what it tried. Comment `/cicd connect`, which brings `infra/cicd/bootstrap.yaml` up to date in AWS, and run the deployment again; in an organisation a service control policy may forbid it.',
    handshake:
      'The connection of App Runner to GitHub waits for its handshake, which only a person can do. Comment `/cicd connect`: its reply has the link.',
    'lock-file':
      'The lock file does not fit the manifest. Install the packages on your computer (`npm install`, `pnpm install`, `poetry lock` …), commit the lock file and push.',
    'missing-script':
      'The build calls a script that the manifest does not have. Add it, push, then comment `/cicd setup` so that the commands are looked up again.',
    runtime:
      'A package asks for another version of the runtime. Pin the version that it needs (`.nvmrc`, `engines`, `.python-version` …), push, then comment `/cicd setup`.',
    memory:
      'Memory ran out. If it was the build, give it less to do or a larger machine; if it was the app, raise its memory in the generated file and push.',
    disk: 'The disk was full. Leave out of the build what it does not need: `.dockerignore`, caches, large files.',
    health:
      'The app was started but did not answer. It must listen on `0.0.0.0`, not on `localhost`, and on the port that `PORT` says; the health path must answer 200 without signing in. Variables that it needs to start may be missing, too: its log says so.',
    architecture:
      'Something was built for another processor. Build the image, and packages with native code, for the platform that the workflow names.',
    module:
      'A package that is needed at run time is missing: it may stand under the development dependencies, or not in the manifest at all. Move it, commit the lock file and push.',
    quota:
      'A quota of the AWS account is used up. Delete what is not needed any more, or ask for more under *Service Quotas* in the console.',
    tests: 'A check of the code failed before anything was deployed. Mend it and push: each push deploys.',
  },
  afterwards: 'After that each push deploys by itself, and `/cicd status` shows how it stands.',
  overdue:
    'This was looked at for two hours, so it is not kept up to date any more. Comment `/cicd status` to see how it stands.',
}
