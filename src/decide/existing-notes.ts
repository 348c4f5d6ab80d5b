import type { Existing } from '../model.ts'

/** One line for each group of what is there already and is left as it is, for the notes of the plan. */
export function existingNotes(existing: readonly Existing[]): readonly string[] {
  const of = (role: Existing['role']) => existing.filter((one) => one.role === role)
  return [
    ...line('Deploys or publishes already, and is left as it is', of('deploy').map(deployment)),
    ...line(
      'Settings of other hosting that are left as they are',
      of('config').map(({ path, what }) => `${path} (${what})`),
    ),
    ...line(
      'Tests already',
      of('ci').map(({ path, what }) => `${path} (${what})`),
    ),
    ...(existing.some(({ to }) => to === 'copilot') ? [copilotEnded] : []),
  ]
}

// https://aws.amazon.com/blogs/containers/announcing-the-end-of-support-for-the-aws-copilot-cli/ (2026-03-06)
const copilotEnded =
  "AWS Copilot's support ended on 2026-06-12. The stacks it made are plain CloudFormation and keep running; move the service to ECS Express Mode, then delete its Copilot stack, so that it does not run twice."

// Longer lists say how many more there are: a note is read, not searched.
const most = 8

function line(what: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return []
  const shown = [...new Set(items)]
  const rest = shown.length > most ? ` and ${shown.length - most} more` : ''
  return [`${what}: ${shown.slice(0, most).join(', ')}${rest}.`]
}

function deployment({ path, line, to }: Existing): string {
  return `${path}${line === null ? '' : ` line ${line}`} (to ${to})`
}
