/** 1 file, 2 files. */
function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`
}

export const doctor = {
  healthy: (where: string) => `Healthy: nothing is broken, unsafe, near its end or out of date ${where}.`,
  atCommit: (commit: string) => `at ${commit}`,
  lead: (found: number, urgent: number) =>
    `${count(found, 'finding')}, worst first${urgent === 0 ? '; none of them is urgent' : ''}.`,
  head: '| When | What | Where | How to mend it |\n| --- | --- | --- | --- |',
  when: {
    broken: () => 'Broken now',
    unsafe: () => 'Unsafe now',
    ended: (on: string) => `Ended ${on}`,
    ends: (on: string) => `Ends ${on}`,
    tidy: () => 'Can wait',
  },
  andMore: (more: number) => `and ${more} more`,
  more: (more: number) => `${count(more, 'more finding')}: run \`slipway doctor\` in a clone to see them all.`,
  details: 'Evidence, sources and lines to write',
  fact: (date: string, source: string) => `Source (${date}): ${source}`,
  write: 'Write instead:',
  seeBelow: (number: number) => `Write the lines under **${number}** below.`,
  console: 'console',
  configuration: (level: 'repository' | 'organisation', faults: number) =>
    `\`.github/cicd.yml\`${level === 'organisation' ? ' of the organisation' : ''} has ${count(faults, 'mistake')}, so \`/cicd setup\` does nothing.`,
  mendConfiguration: 'Correct the lines and push; the JSON Schema of the file helps in the editor.',
  takenOver: (action: string, safe: string, advisory: string, on: string) =>
    `${action} before ${safe} was taken over (${advisory}): from ${on} on, its tags read secrets out of the runner.`,
  mendTakenOver: (action: string, safe: string) =>
    `Use ${action} ${safe} or newer by its commit, and replace the secrets that its jobs could read in those days.`,
  refusedAction: (action: string, on: string) =>
    `GitHub no longer runs ${action}: every workflow with it fails since ${on}.`,
  mendNewer: (action: string) => `Use the newest major version of ${action}.`,
  leftAction: (names: readonly string[]) => `Nobody keeps ${names.join(', ')} up any more.`,
  mendLeft: (instead: string) => `Use ${instead}.`,
  oldActions: (names: readonly string[], more: number) =>
    `Actions are behind: ${names.join(', ')}${more === 0 ? '' : ` and ${more} more`}. Those made for Node 20 or older are forced onto Node 24.`,
  movable: (all: number, foreign: number, names: readonly string[], more: boolean) => {
    const third = foreign === 0 ? '' : `, ${foreign} of them by third parties`
    const named = `${names.join(', ')}${more ? ' …' : ''}`
    return `${count(all, 'action')} named by a tag, which can be moved${third}: ${named}`
  },
  runnerImage: (name: string, gone: boolean, on: string) =>
    gone
      ? `The runner ${name} is gone since ${on}: its jobs do not run.`
      : `GitHub takes the runner ${name} away on ${on}; its jobs do not run after that.`,
  awsKeys: 'Workflows sign in to AWS with long-lived access keys from secrets; a role by OIDC has no key to leak.',
  mendAwsKeys:
    'Make a role that trusts GitHub by OIDC, give it to `aws-actions/configure-aws-credentials` as `role-to-assume`, then delete the key.',
  lambdaRuntime: (id: string, over: boolean, on: string) =>
    over
      ? `Lambda's runtime ${id} has had no security fixes since ${on}; AWS will block updates of its functions.`
      : `AWS ends Lambda's runtime ${id} on ${on}.`,
  appRunnerRuntime: (runtime: string, on: string) => `App Runner's runtime ${runtime} has had no support since ${on}.`,
  appRunnerClosed: (on: string) =>
    `App Runner takes no new customers since ${on} and gets no new features. Services that run go on.`,
  appRunnerRefused: (on: string) =>
    `This AWS account has no App Runner, and App Runner takes no new customers since ${on}: the service cannot be made.`,
  runtime: (name: string, file: string, over: boolean, on: string) =>
    over
      ? `${name}, pinned by ${file}, has had no security fixes since ${on}.`
      : `${name}, pinned by ${file}, gets security fixes until ${on}.`,
  mendRuntime: (next: string, file: string) => `Move ${file} to ${next}, and test.`,
  mendOnAppRunner: (next: string, file: string) =>
    `App Runner gets no newer runtime: move ${file} to ${next}, test, and let \`/cicd setup --target=ecr\` deliver an image.`,
  baseImages: (images: readonly string[], name: string, over: boolean, on: string) =>
    over
      ? `Images hold ${name}, without security fixes since ${on}: ${images.join(', ')}.`
      : `Images hold ${name}, with security fixes until ${on}: ${images.join(', ')}.`,
  mendImage: (next: string | null) =>
    next === null ? 'Use an image of a system that is kept up.' : `Use an image of ${next}, and test.`,
  codeBuildImage: (image: string) => `AWS no longer maintains the CodeBuild image ${image}.`,
  copilot: (on: string) =>
    `AWS Copilot has had no support since ${on}: no fixes, no help. What it deployed goes on running.`,
  cdkOne: (on: string) => `Version 1 of the AWS CDK has had no support since ${on}.`,
  mendCdkOne: 'Move to `aws-cdk-lib`: https://docs.aws.amazon.com/cdk/v2/guide/migrating-v2.html',
  gitLabToken: 'GitLab took `CI_JOB_JWT` out in version 17.0: the job cannot sign in to AWS.',
  olderTemplates: (from: string, to: string, files: number) =>
    `The templates are newer (${from} → ${to}): ${count(files, 'generated file')} would change.`,
  goneFiles: (files: number) =>
    `${count(files, 'generated file')} of the last set-up ${files === 1 ? 'is' : 'are'} gone.`,
  editedFiles: (files: number) =>
    `${count(files, 'generated file')} ${files === 1 ? 'was' : 'were'} changed by hand. That is kept; a newer template is merged into it.`,
  edited: 'changed since it was generated',
  oidcSubject: (trusted: string, given: readonly string[]) =>
    `The deploy role trusts ${trusted}, and GitHub signs this repository's runs as ${given.join(' or ')}: they cannot sign in to AWS.`,
  awsFailed: (what: string, detail: string) => `${what} failed: ${detail}`,
  awsAbsent: (what: string) => `${what} is not in AWS, and the merged set-up needs it.`,
  awsPerson: (what: string) => `${what} waits for a person to finish it in the console.`,
  awsDifferent: (what: string) => `${what} is not as the merged templates have it.`,
  connectionError: (name: string) =>
    `App Runner's connection ${name} to GitHub is in the state ERROR: nothing is built from it.`,
  noProvider: "The AWS account has no OIDC provider for GitHub's tokens: no workflow can sign in.",
  awsUnknown: 'AWS was not asked, or did not tell: what is there is not known.',
}
