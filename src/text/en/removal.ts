export const removal = {
  lead: (count: number) =>
    `**Merging** removes ${count} generated files, so that nothing is delivered from here any more. **Closing** changes nothing. What runs in AWS goes on running.`,
  kept: 'Changed by you, and kept',
  files: 'Files that go',
  stays: 'What stays in AWS, and how to remove it',
  settings: 'Settings of this repository',
  variables:
    '- [ ] Variables and environments that were made for the workflows: *Settings*, *Secrets and variables*, *Actions*; *Settings*, *Environments*.',
  requested: (url: string) => ` Requested in [this comment](${url}).`,
  title: (name: string) => `Remove the CI/CD set-up of ${name}`,
  lockPurpose: 'What was generated, so that the next run can tell your changes from its own',
  again: 'To set it up again: `/cicd setup`.',
  nothing: 'Nothing.',
}
