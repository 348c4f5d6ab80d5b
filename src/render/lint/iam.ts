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
  { id: 'iam-trust-account', check: trustedAccount },
  { id: 'iam-connection', check: connection },
]

/** The faults of the IAM parts of a CloudFormation or SAM template. A file that is no template has none. */
export function iamFaults({ path, content }: Linted): readonly Fault[] {
  const template = read(content)
  if (template === null) return []
  const statements = [...objects(template), ...policiesInText(template)].filter(
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

/** A trust policy may stand in a template as a text of JSON, for the sake of its keys. */
function policiesInText(template: unknown): readonly Fields[] {
  return strings(template)
    .filter((text) => text.startsWith('{'))
    .flatMap((text) => {
      try {
        return objects(JSON.parse(text))
      } catch {
        return []
      }
    })
}

/**
 * Federated sign-in: exact audience, exact subject (case G35). Where a part of a subject cannot be known, and there alone, it may be a pattern:
 * the step at the end of Bitbucket's, the branch below one folder of GitLab's.
 */
function trust(statement: Fields): string | null {
  if (!actions(statement).includes('sts:AssumeRoleWithWebIdentity')) return null
  const condition = fields(statement.Condition)
  if (Object.keys(condition).some((operator) => operator !== 'StringEquals' && operator !== 'StringLike'))
    return 'compares with patterns'
  const patterns = Object.entries(fields(condition.StringLike))
  if (patterns.some(([key, value]) => !key.endsWith(':sub') || !strings(value).every(isBoundPattern)))
    return 'compares with patterns'
  const equals = Object.entries(fields(condition.StringEquals))
  const values = (claim: string) =>
    equals.filter(([key]) => key.endsWith(`:${claim}`)).flatMap(([, value]) => strings(value))
  if (values('aud').length === 0) return 'does not check the audience'
  if (values('sub').length === 0 && patterns.length === 0) return 'does not check the subject'
  return [...values('aud'), ...values('sub')].some((value) => /[*?]/.test(value))
    ? 'has a wildcard in its subject'
    : null
}

function isBoundPattern(subject: string): boolean {
  return (
    /^\{[^*?]+\}:\{[^*?]+\}:\*$/.test(subject) || /^project_path:[^*?]+:ref_type:branch:ref:[^*?]+\/\*$/.test(subject)
  )
}

/** A whole account may be named only where a condition names the role in it. */
function trustedAccount(statement: Fields): string | null {
  if (!actions(statement).includes('sts:AssumeRole')) return null
  const principals = strings(fields(statement.Principal).AWS ?? (statement.Principal === '*' ? '*' : []))
  const wide = principals.filter((principal) => principal === '*' || principal.endsWith(':root'))
  const named = strings(fields(fields(statement.Condition).ArnEquals)['aws:PrincipalArn'])
  const exact = named.length > 0 && named.every((role) => !/[*?]/.test(role))
  return wide.length > 0 && !exact ? 'trusts a whole account' : null
}

/** A connection opens every repository that its maker can see, unless one is named. */
function connection(statement: Fields): string | null {
  if (!actions(statement).some((action) => action.endsWith(':UseConnection'))) return null
  const tests = Object.keys(fields(fields(statement.Condition).StringEquals))
  return tests.some((key) => key.endsWith(':FullRepositoryId')) ? null : 'uses a connection for any repository'
}
