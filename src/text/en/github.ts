export const github = {
  archived: 'This repository is archived, so nothing can be proposed. Unarchive it, then comment the command again.',
  organisation:
    'The configuration of the organisation (`.github/cicd.yml` of its repository `.github`) is no text that can be read. Mend it, then run the command again.',
  peopleTitle: (list: string) => `### Changes of people on this branch\n\n${list}`,
  peopleCommits: (count: number) => `${count} of the commits are by people`,
  peopleSummary: (list: string) => `What was proposed is as it was; these commits were not generated.\n\n${list}`,
  earlier: (number: number) => `\n\nAn earlier pull request, #${number}, was closed without merging.`,
  restLeftOut: '\n\nThe rest of this text is left out: it is longer than GitHub allows.',
  noWorkflows: (url: string) =>
    `GitHub did not let this app write workflow files: it lacks \`workflows: write\` here. An owner accepts that on ${url}, then comment the command again.`,
  noWriting: (url: string) =>
    `GitHub did not let this app write here: a permission is missing. An owner checks it on ${url}, then comment the command again.`,
  commitBy: (sha: string, author: string) => `\`${sha}\` by ${author}`,
  branchInTheWay: (name: string, commits: readonly string[], open: string | null) => {
    const held = commits.length === 0 ? 'more commits than can be read' : `commits of others: ${commits.join(', ')}`
    const first = open === null ? '' : ` Merge or close ${open} first.`
    return `The branch \`${name}\` holds ${held}. Nothing was changed.${first} Rename or delete that branch, then comment the command again.`
  },
  rule: (message: string) =>
    `A rule of this repository or organisation did not let the branch be written. GitHub says: ${message}. Let this app bypass the rule for branches \`cicd/*\`, then comment the command again.`,
  lacks: (permissions: readonly string[], url: string) =>
    `This app lacks a permission here. It needs ${permissions.join(', ')}. An owner accepts them on ${url}, then comment the command again.`,
  oldServer: (version: string, oldest: string) =>
    `This GitHub Enterprise Server is version ${version}; this app needs ${oldest} or newer. Nothing was done. Ask whoever runs the server to upgrade it.`,
  notText: (path: string) =>
    `\`${path}\` on the branch of the pull request is no text, so nothing was changed. Mend it there, then run the command again.`,
}
