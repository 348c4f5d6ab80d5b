export const oidc = {
  customised: (keys: string, because: string) => `The subject of this repository is customised: ${keys}. ${because}`,
  unread: (why: string) =>
    `GitHub did not tell how this repository forms its OIDC subject (${why}). If an organisation customised it, compare the subject below with a failed sign-in in CloudTrail.`,
  unknownKey: (shown: string) =>
    `The OIDC subject of this repository holds the claim \`${shown}\`, whose value cannot be told before a run, so no exact trust policy can be written. Change the subject to the default with \`gh api -X PUT repos/{owner}/{repo}/actions/oidc/customization/sub -F use_default=true\` (or to keys such as repo, context, environment), then run \`/cicd setup\` again.`,
  enterprise: 'GitHub Enterprise Server names the repository without ids.',
  immutable: 'GitHub says that this repository uses immutable subjects.',
  notImmutable: 'GitHub says that this repository does not use immutable subjects.',
  createdOn: (date: string) => `The repository was created on ${date}, and subjects are immutable since 2026-07-15.`,
  both: 'GitHub does not say which form this repository uses, so both exact forms are trusted. Take out the one that is not used.',
  optIn:
    'The day this repository is renamed, transferred or opted in to immutable subjects, its subject changes and deployments stop signing in: run `/cicd setup` again then.',
}
