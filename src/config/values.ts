import { matching, type Noun, oneOf } from '../command/flag.ts'
import { ciIds } from '../command/flags/ci.ts'
import { environmentName } from '../command/flags/environment.ts'
import { languages } from '../command/flags/lang.ts'
import { regionName } from '../command/flags/region.ts'
import { targetIds } from '../command/flags/target.ts'
import { readPath } from '../command/path.ts'
import type { Say } from '../text.ts'
import { type Shape, text, wrong } from './shape.ts'

/** One of a closed list. `what` is its name in a sentence. */
export function choice<T extends string>(what: Noun, choices: readonly T[]): Shape<T> {
  return text({ enum: choices }, (raw) => oneOf(what, choices, raw))
}

export const language = choice('language', languages)
export const targetId = choice('target', targetIds)
export const ciId = choice('ci', ciIds)
export const region = text({ type: 'string', examples: ['ap-northeast-1'] }, regionName)
export const folder = text({ type: 'string', examples: ['.', 'apps/web'] }, readPath)
export const environmentId = text({ type: 'string', examples: ['staging', 'production'] }, environmentName)

/** Twelve digits, as written, so that leading zeros stay; YAML takes them for a number where they stand without quotes. */
export const account = text(
  { anyOf: [{ type: 'string', pattern: '^\\d{12}$' }, { type: 'integer' }], examples: ['012345678901'] },
  (raw) => matching('account', /^\d{12}$/u, '012345678901', raw),
)

/** The id of a subnet. */
export const subnetId = text(
  { type: 'string', pattern: '^subnet-[0-9a-f]{8,17}$', examples: ['subnet-0123456789abcdef0'] },
  (raw) => matching('subnet', /^subnet-[0-9a-f]{8,17}$/u, 'subnet-0123456789abcdef0', raw),
)

/** What git allows in a branch name, roughly; the rest is between the branch and git. */
export const branch = text({ type: 'string', examples: ['main'] }, (raw) =>
  matching('branch', /^(?![/.-])(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\s~^:?*[\\\p{C}]{1,200}$/u, 'main', raw),
)

const role = /^arn:aws(?:-cn|-us-gov)?:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/u

/** The ARN of an IAM role. */
export const roleArn = text({ type: 'string', pattern: role.source }, (raw) =>
  matching('role', role, 'arn:aws:iam::012345678901:role/slipway', raw),
)

/** What AWS takes: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html (read 2026-11). */
export const externalId = text({ type: 'string', pattern: '^[\\w+=,.@:/-]{2,1224}$' }, (raw) =>
  matching('externalId', /^[\w+=,.@:/-]{2,1224}$/u, 'acme-production', raw),
)

/** The number of an account of GitHub. */
export const accountNumber: Shape<number> = {
  schema: { type: 'integer', minimum: 1 },
  read: (node, { report }) => {
    if (node.kind === 'value' && typeof node.value === 'number' && Number.isSafeInteger(node.value) && node.value > 0)
      return node.value
    const help: Say = ({ config }) => config.accountNumber
    return wrong(report, node.at, help)
  },
}
