import { parse } from 'yaml'
import type { Fault, Linted } from '../lint.ts'
import { type Fields, fields, list, objects, strings } from './look.ts'

interface Rule {
  readonly id: string
  readonly check: (statement: Fields) => string | null
}

/** What every IAM statement in a generated template must keep. */
const rules: readonly Rule[] = [
  { id: 'iam-star', check: star },
  { id: 'iam-not-action', check: ({ NotAction }) => (NotAction === undefined ? null : 'allows everything but a list') },
  { id: 'iam-pass-role', check: passRole },
  { id: 'iam-trust', check: trust },
]

/** The faults of the IAM parts of a CloudFormation or SAM template. A file that is no template has none. */
export function iamFaults({ path, content }: Linted): readonly Fault[] {
  const template = read(content)
  if (template === null) return []
  const statements = objects(template).filter(
    (item) => item.Effect === 'Allow' && ('Action' in item || 'NotAction' in item),
  )
  const found = statements.flatMap((statement) =>
    rules.flatMap(({ id, check }) => {
      const says = check(statement)
      return says === null ? [] : [{ path, rule: id, says: `statement ${String(statement.Sid ?? '')} ${says}` }]
    }),
  )
  return [...found, ...templateFaults(template).map(([rule, says]) => ({ path, rule, says }))]
}

function read(content: string): unknown {
  try {
    const data: unknown = parse(content, { maxAliasCount: 0, logLevel: 'silent' })
    return 'Resources' in fields(data) ? data : null
  } catch {
    return null
  }
}

function templateFaults(template: unknown): readonly (readonly [string, string])[] {
  const fixed = strings(template).filter((text) => /\barn:aws(-cn|-us-gov)?:/.test(text))
  const named = objects(template).filter((item) => item.RoleName === 'GitHubActions')
  return [
    ...fixed.map((text) => ['partition', `${text} holds for one partition only; use \${AWS::Partition}`] as const),
    ...named.map(() => ['role-name', 'a role named GitHubActions does not work'] as const),
  ]
}

const actions = (statement: Fields): readonly string[] => strings(list(statement.Action))
const onAll = (statement: Fields): boolean => list(statement.Resource).includes('*')

function star(statement: Fields): string | null {
  const wide = actions(statement).filter((action) => action === '*' || action.endsWith(':*'))
  return wide.length > 0 && onAll(statement) ? `allows ${wide.join(', ')} on everything` : null
}

/** A role may be handed on only to a named service, and only a named role. */
function passRole(statement: Fields): string | null {
  if (!actions(statement).some((action) => /^(iam:(PassRole|Pass\*|\*)|\*)$/.test(action))) return null
  const conditioned = Object.values(fields(statement.Condition)).some((test) => 'iam:PassedToService' in fields(test))
  if (!conditioned) return 'passes roles to any service'
  return onAll(statement) ? 'passes any role' : null
}

/** Federated sign-in: exact audience, exact subject (case G35). */
function trust(statement: Fields): string | null {
  if (!actions(statement).includes('sts:AssumeRoleWithWebIdentity')) return null
  const condition = fields(statement.Condition)
  if (Object.keys(condition).some((operator) => /^(ForAllValues|ForAnyValue|StringLike)/.test(operator)))
    return 'compares with patterns'
  const equals = Object.entries(fields(condition.StringEquals))
  const values = (claim: string) =>
    equals.filter(([key]) => key.endsWith(`:${claim}`)).flatMap(([, value]) => strings(value))
  if (values('aud').length === 0) return 'does not check the audience'
  if (values('sub').length === 0) return 'does not check the subject'
  return [...values('aud'), ...values('sub')].some((value) => /[*?]/.test(value))
    ? 'has a wildcard in its subject'
    : null
}
