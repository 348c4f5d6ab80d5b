import type { App, Context, Some, Statement } from '../../../model.ts'
import { stageCondition } from '../../../render/bootstrap/trust.ts'
import { stages } from '../../../render/environments.ts'
import type { Data } from '../../../render/yaml.ts'
import { textsOf } from '../../../text.ts'
import { pascal } from '../../names.ts'
import { commonPermissions } from '../common-permissions.ts'
import { stackBase } from '../names.ts'
import { stackPermissions } from '../stack-permissions.ts'
import { stackRole } from '../stack-role.ts'
import type { Goes } from '../texts.ts'

/** Who takes the role of feature branches. */
export interface FeatureSignIn {
  readonly trust: Data
  /** The CI provider, for people. */
  readonly by: string
  /** Whether old stacks are looked for, since the provider does not tell when a branch goes. */
  readonly sweep: boolean
  /** What becomes of the stack of a branch, for the pull request. */
  readonly goes: Goes
  /** Description of the role's output. */
  readonly output: string
  readonly parameters: Readonly<Record<string, Data>>
}

/** Roles for feature branches, in the account of the first stage: one that the CI provider takes, and for each app one that CloudFormation works with. */
export function featureResources(
  apps: Some<App>,
  { trust, by, sweep }: FeatureSignIn,
  context: Context,
): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const texts = textsOf(context)
  const permissions = [
    ...commonPermissions(texts).map(({ statement }) => statement),
    ...(sweep ? [listStacks] : []),
    ...apps.flatMap((app) => {
      const stack = `${stackBase(app, context)}-feature-*`
      const own = stackPermissions(
        app,
        stack,
        `${pascal(app.name)}FeatureStackRole`,
        `${pascal(app.name)}Feature`,
        texts,
      )
      return [...own.map(({ statement }) => statement), deletion(app, stack)]
    }),
  ]
  return Object.assign(
    {
      FeatureRole: {
        Type: 'AWS::IAM::Role',
        ...condition,
        Properties: {
          Description: `Deploys feature branches from ${by}, to stacks of their own only`,
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trust,
          Policies: [
            {
              PolicyName: 'feature',
              PolicyDocument: { Version: '2012-10-17', Statement: permissions },
            },
          ],
        },
      },
    },
    ...apps.map((app) => ({
      [`${pascal(app.name)}FeatureStackRole`]: stackRole(
        app,
        `${stackBase(app, context)}-feature`,
        all.length > 1 ? stageCondition(all[0].slug) : undefined,
      ),
    })),
  )
}

// To find the stacks that did not change for long; CloudFormation offers no narrower resource.
const listStacks: Statement = {
  Sid: 'ListStacks',
  Effect: 'Allow',
  Action: ['cloudformation:ListStacks'],
  Resource: '*',
}

// The stack of a branch that is gone.
function deletion(app: App, stack: string): Statement {
  return {
    Sid: `${pascal(app.name)}FeatureDelete`,
    Effect: 'Allow',
    Action: ['cloudformation:DeleteStack'],
    Resource: {
      'Fn::Sub': `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${AWS::AccountId}:stack/${stack}/*`,
    },
  }
}

export function featureOutputs(
  apps: Some<App>,
  { output: description }: FeatureSignIn,
  context: Context,
): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const output = (role: string, text: string) => ({
    [`${role}Arn`]: { Description: text, ...condition, Value: { 'Fn::GetAtt': [role, 'Arn'] } },
  })
  return Object.assign(
    output('FeatureRole', description),
    ...apps.map((app) =>
      output(`${pascal(app.name)}FeatureStackRole`, `CloudFormation works with it for feature branches of ${app.name}`),
    ),
  )
}
