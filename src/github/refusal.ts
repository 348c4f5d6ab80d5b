import { UserError } from '../errors.ts'
import type { Say } from '../text.ts'
import { messageOf, statusOf } from './status-of.ts'

/** GitHub does not let this app write here; what was to be written can still be given to a person. */
export class Blocked extends UserError {}

interface Case {
  readonly pattern: RegExp
  readonly statuses: readonly number[]
  explain(message: string, settingsUrl: string): Say
}

/** Refusals of GitHub that people can do something about. The first that fits counts. */
const cases: readonly Case[] = [
  {
    pattern: /workflows?\W+permission|without .{0,3}workflows/iu,
    statuses: [403, 404, 422],
    explain:
      (_message, url) =>
      ({ github }) =>
        github.noWorkflows(url),
  },
  {
    pattern: /not accessible by integration/iu,
    statuses: [403, 404],
    explain:
      (_message, url) =>
      ({ github }) =>
        github.noWriting(url),
  },
  {
    pattern: /archived/iu,
    statuses: [403],
    explain:
      () =>
      ({ github }) =>
        github.archived,
  },
  {
    pattern:
      /rule violation|reference update failed|protected|restricted|must be made through|verified signature|required/iu,
    statuses: [403, 409, 422],
    explain:
      (message) =>
      ({ github }) =>
        github.rule(quote(message)),
  },
]

/** A refusal of GitHub as `Blocked`, which says how to mend it; any other error as it is. */
export function explainRefusal(error: unknown, settingsUrl: string): unknown {
  const status = statusOf(error)
  const message = messageOf(error)
  const known = cases.find(
    ({ pattern, statuses }) => status !== null && statuses.includes(status) && pattern.test(message),
  )
  return known === undefined ? error : new Blocked(known.explain(message, settingsUrl))
}

function quote(message: string): string {
  const text = message.replace(/ - https:\/\/docs\.\S+$/u, '').replace(/[`\s]+/gu, ' ')
  return `\`${text.trim().slice(0, 300)}\``
}
