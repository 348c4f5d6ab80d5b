export const upgrade = {
  title: 'Bring the CI/CD set-up up to date',
  lead: (files: number) =>
    `This changes ${files} generated file${files === 1 ? '' : 's'} and nothing that people wrote. What people changed in a generated file stays, and the new version is merged into it.`,
  why: 'Why now',
  templates: (from: string, to: string) => `The templates of these files are newer: ${from} → ${to}.`,
  source: (date: string, source: string) => `(${date}, ${source})`,
  files: 'Files',
  actions: { create: 'create', update: 'update', delete: 'delete' },
  left: (found: number) =>
    `${found === 1 ? 'One thing lies' : `${found} things lie`} in files of people and ${found === 1 ? 'is' : 'are'} not changed here`,
  seeDoctor: 'Comment `/cicd doctor` on an issue for how to mend them.',
  scheduled:
    'No one asked for this pull request: `upgrade.schedule` in `.github/cicd.yml` did, and `schedule: off` ends it. Close the pull request without merging it, and it is not opened again for the same reasons.',
  checkTitle: (files: number) => `${files} generated file${files === 1 ? '' : 's'} brought up to date`,
}
