export const outcome = {
  unlisted: (path: string) => `${path}/ was not listed: the repository has too many files for one answer.`,
  moreFiles: (left: number) => `… and ${left} more files like these.`,
  noCommits: 'The repository has no commits yet. Push a first commit, then run the command again.',
  noAppThere: (path: string, roots: string) =>
    `There is no app in ${path}. Apps are in: ${roots}. Give one of these with --path.`,
  alreadyThere: (paths: string) => `What would be generated is there already and stays as it is: ${paths}.`,
  upToDate: 'Everything is set up already: every file is as it would be generated.',
  delivered: (path: string, what: string, target: string) =>
    `${path} delivers this already (${what}), so no second pipeline was added. To have one all the same, comment /cicd setup --target=${target}.`,
  nothingHere: (what: string, where: string, says: string) =>
    `This looks like ${what} (${where}: ${says}), which has nothing to deploy.`,
  noFiles: 'no file that tells what it is',
  unknown: (files: string) =>
    `Nothing that can be deployed was found. Looked at: ${files}. If an app is here, name its folder: /cicd setup --path=FOLDER.`,
  linkedPath: (type: string) =>
    `\`--path\` leads through a ${type}, which is not followed. Name the folder itself, then run the command again.`,
  skipped: (path: string, why: string) => `${path} ${why}.`,
  sentence: (text: string) => `${text}.`,
}
