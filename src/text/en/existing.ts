export const existing = {
  deploys: 'Deploys or publishes already, and is left as it is',
  hosting: 'Settings of other hosting that are left as they are',
  tests: 'Tests already',
  // https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/ (2026-03-06)
  copilotEnded:
    "AWS Copilot's support ended on 2026-06-12. The stacks it made are plain CloudFormation and keep running; move the service to ECS Express Mode, then delete its Copilot stack, so that it does not run twice.",
  group: (what: string, items: readonly string[], more: number) =>
    `${what}: ${items.join(', ')}${more === 0 ? '' : ` and ${more} more`}.`,
  /** The name of a product stays as it is; what has none of its own is put into words. */
  what: (name: string) => name,
  place: (to: string) => to,
  settings: (path: string, what: string) => `${path} (${what})`,
  deployment: (path: string, line: number | null, to: string) =>
    `${path}${line === null ? '' : ` line ${line}`} (to ${to})`,
}
