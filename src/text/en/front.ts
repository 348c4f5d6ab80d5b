/** Texts of the page at `/` of a running app. */
export const front = {
  title: 'CI/CD on AWS from a comment',
  lead: 'Comment on an issue, and get one pull request with the right delivery path for what the repository is.',
  ready: 'Ready for commands',
  unready: (why: string) => `Not ready: ${why}`,
  install: 'Install on GitHub',
  use: 'How to use it',
  stepInstall: 'Install the app on the repositories that it may propose to.',
  stepComment: 'Comment on an issue of the repository:',
  stepReview: 'Review the pull request. Nothing is deployed before it is merged.',
  links: 'Links',
  onGithub: 'The app on GitHub',
  alive: 'Is the process alive?',
  canWork: 'Can it take work?',
}
