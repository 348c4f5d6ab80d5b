/** What became of a merge: the first deployment, environment by environment. Names and links come in as Markdown. */
export const follow = {
  lead: {
    moving: (pull: string) =>
      `${pull} is merged, and its first deployment is on its way. This comment is kept up to date until it is in service.`,
    person: (pull: string) =>
      `${pull} is merged. Before it can be deployed, something is left to you: see below. This comment goes on by itself when that is done.`,
    done: (pull: string) => `${pull} is merged and in service.`,
    failed: (pull: string) => `${pull} is merged, but its first deployment did not get into service.`,
    untouched: (pull: string) => `${pull} is merged, and nothing was deployed for it.`,
    unseen: (pull: string) =>
      `${pull} is merged. How its deployment goes cannot be seen from here; what is left to do in AWS stands in it, under *After merging*.`,
  },
  heading: 'First deployment',
  notRun: (workflow: string, commit: string, actions: string) =>
    `No run of ${workflow} has deployed ${commit}. It runs where files that it watches were changed; the [Actions page](${actions}) shows whether Actions are allowed in this repository.`,
  notBuilt: (app: string, environment: string, commit: string) =>
    `What runs in ${environment} of ${app} is older than ${commit}. A commit that changes nothing in the folder of the app is not built; otherwise start a deployment in the console.`,
  toApprove: (app: string, environment: string, run: string) =>
    `${app} waits before ${environment}: whoever may approve it chooses *Review deployments* on [the page of the run](${run}). It may also wait for another run to end.`,
  stopped: (app: string, environment: string) =>
    `${app} in ${environment} was paused or removed in AWS. Start it again there, or comment \`/cicd connect\` to have it made.`,
  rerun: 'When that is done, choose *Re-run failed jobs* on the page of the run: this comment goes on by itself.',
  afterwards: (branch: string) =>
    `From now on each push to ${branch} deploys by itself. \`/cicd status\` shows how it stands.`,
  again: (branch: string) =>
    `Each push to ${branch} deploys again, and \`/cicd status\` shows how it goes; this comment is not kept up to date any more.`,
  overdue:
    'This was looked at for two hours, so it is not kept up to date any more. Comment `/cicd status` to see how it stands.',
}
