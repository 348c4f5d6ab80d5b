export const reply = {
  proposed: (link: string) => `Ready for review: ${link}`,
  upToDate: (link: string) => `Up to date: ${link} already holds what would be proposed.`,
  dryRun: 'This is what `/cicd setup` would propose. Nothing was written.',
  chooseOne: 'Comment one of these.',
  deniedNo: 'Commands need write access to this repository. Ask someone who has it to comment the command.',
  deniedUnknown:
    'GitHub could not be asked whether you may give commands here, so nothing was done. Comment the command again in a few minutes.',
  deniedConfig:
    'The configuration (`commanders` in `.github/cicd.yml` of this repository or of its organisation) leaves commands to others. Ask one of them.',
  keptChanges: (list: string) => `The branch also holds changes of people, which were kept: ${list}.`,
  nothingFound: 'Nothing was found that could be delivered.',
  noSuchId: (id: string, ids: string) => `Nothing has the id ${id} at this commit. ${ids}`,
  atCommit: (text: string, commit: string) => `${text}\n\nAt commit ${commit}; ids belong to a commit.`,
  andMore: (more: number) => `- and ${more} more`,
  notChosen: (place: string, id: string, title: string, because: string) =>
    `${place}\`${id}\` **${title}** was not chosen. ${because}`,
  tooLong: (files: string) => `Too long to show: ${files}.`,
  orCommit: 'Or commit these files yourself:',
  another: 'The comment holds more than one command; only its first line was run.',
  waited: (seconds: number) => `GitHub's rate limit made this wait for ${seconds} seconds.`,
  notAnyMore: 'Nothing was written: whoever gave the command may no longer give commands here.',
  noPull: 'There is no pull request yet.',
  holdsNow: 'It holds what would be proposed now.',
  holdsEarlier: 'It holds an earlier proposal.',
  wouldAsk: (text: string) => `A new \`/cicd setup\` would ask: ${text}`,
  wouldNothing: (because: string) => `A new \`/cicd setup\` would change nothing: ${because}`,
  actions: { create: 'create', update: 'update', delete: 'delete' },
  failed: (correlation: string) =>
    `Something went wrong on our side. Comment the command again in a few minutes: it goes on where it stopped. If it fails again, tell whoever runs this app: \`${correlation}\`.`,
  chosen: (target: string | null, because: string) => `${target ?? 'no delivery'}. ${because}`,
  notes: (list: string) => `Notes:\n\n${list}`,
  commitBy: (sha: string, author: string) => `${sha} by ${author}`,
  goesTo: (place: string | null, target: string | null, because: string) =>
    `**${place ?? 'The repository'}** goes to ${target === null ? 'none of the targets' : `**${target}**`}: ${because}`,
  rejected: (id: string, target: string, because: string) => `- \`${id}\` not ${target}: ${because}`,
  ids: (ids: readonly string[], more: boolean) => `There are ${ids.join(', ')}${more ? ' …' : ''}.`,
  executable: ' (executable)',
  pullState: (link: string, state: 'open' | 'closed' | 'merged') =>
    `${link} ${{ open: 'is open', closed: 'was closed without merging', merged: 'was merged' }[state]}.`,
  branchState: (branch: string, commits: number, others: number, behind: number) => {
    const counted = (number: number) => `${number} commit${number === 1 ? '' : 's'}`
    return `The branch ${branch} has ${counted(commits)}, ${others} of them by people, and lacks ${counted(behind)} of the default branch.`
  },
  wouldPropose: (files: number) => `A new \`/cicd setup\` would propose ${files} file${files === 1 ? '' : 's'}.`,
  keptFile: (path: string, why: string) => `${path}: ${why}.`,
  decideHere: 'The lines to decide about',
  keptFiles: (list: string) =>
    `These files stay as people have them, where the new proposal wants them otherwise:\n\n${list}`,
  waitingUntil: (time: string) =>
    `GitHub's rate limit for this app is used up here. The command waits until about ${time} UTC and then goes on by itself; there is nothing to do.`,
}
