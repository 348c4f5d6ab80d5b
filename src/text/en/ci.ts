export const ci = {
  purpose: (runs: string) => `CI: ${runs} on every pull request`,
  costs: 'CI uses GitHub Actions minutes; they are free for public repositories.',
  pullRequest: 'pull request',
  everyPush: 'On every push to a branch of this repository',
  runsWithSecret: (runs: string) =>
    `CI runs: ${runs}. Pull requests from forks get no CI, since the install needs a secret.`,
  thisPullRequest: 'On this pull request',
  runs: (runs: string) => `CI runs: ${runs}. It can read the code and nothing else.`,
  everyPullRequest: (branch: string) => `On every pull request and push to ${branch}`,
  same: 'The same CI runs.',
  tokenExample: 'a token with read access to the packages',
  installsPrivate: (root: string) => `Installs private packages of ${root}`,
  giveToken: (name: string) => `Give CI the token for private packages (${name})`,
  tokenText:
    'The install reads it from the environment. Make a token that can only read packages. Pull requests from forks never get it.',
  lint: 'lint',
  tests: 'tests',
  build: 'build',
  install: 'install',
  expressionInCommand: (command: string) =>
    `The command ${command} holds \`\${{\`, which GitHub Actions would evaluate. Rename the script, then run the command again.`,
}
