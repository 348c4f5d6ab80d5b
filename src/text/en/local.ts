export const local = {
  noFolder: (path: string) => `There is no folder ${path}. Give the path of a local git repository.`,
  notFolder: (path: string) => `${path} is not a folder. Give the path of a local git repository.`,
  notRepository: (path: string) =>
    `${path} is not a git repository. Run git init and commit your files there, or give another path.`,
  noGit: 'git was not found. Install git and run the command again.',
  checkedOut: (branch: string) =>
    `The branch ${branch} is checked out. Switch to another branch (git switch -), then run the command again.`,
  distrusted: (path: string, folder: string) =>
    `git does not trust ${path}: it belongs to another user. If you do, run: git config --global --add safe.directory ${folder}`,
  foreignCommits: (branch: string, count: number, first: string) =>
    `The branch ${branch} holds ${count} commit(s) that were not generated (${first}…). They were left alone. Merge or rename that branch (git branch -m ${branch} ${branch}-mine), then run the command again.`,
  notWritten: (path: string, why: string) =>
    `${path} could not be written (${why}). Name a file in a folder that exists and that you may write to.`,
}
