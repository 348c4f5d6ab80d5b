import type { App, Context, Rendering, Some } from '../../../model.ts'
import { stageCondition } from '../../../render/bootstrap/trust.ts'
import { stages } from '../../../render/environments.ts'
import type { Trust } from '../../../render/oidc.ts'
import { pascal } from '../../names.ts'
import { trustDocument } from '../../trust-document.ts'
import { commonPermissions } from '../common-permissions.ts'
import { stackBase } from '../names.ts'
import { stackPermissions } from '../stack-permissions.ts'
import { stackRole } from '../stack-role.ts'

/** Roles for feature branches, in the account of the first stage: one that GitHub signs in to, and for each app one that CloudFormation works with. */
export function featureResources(
  apps: Some<App>,
  trust: Trust & { ok: true },
  context: Context,
): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const permissions = [
    ...commonPermissions,
    ...apps.flatMap((app) => {
      const stack = `${stackBase(app, context)}-feature-*`
      const own = stackPermissions(app, stack, `${pascal(app.name)}FeatureStackRole`, `${pascal(app.name)}Feature`)
      return [...own, deletePermission(app, stack)]
    }),
  ]
  return Object.assign(
    {
      FeatureRole: {
        Type: 'AWS::IAM::Role',
        ...condition,
        Properties: {
          Description: 'Deploys feature branches from GitHub Actions, to stacks of their own only',
          MaxSessionDuration: 3600,
          AssumeRolePolicyDocument: trustDocument([{ stage: all[0], trust }], context),
          Policies: [
            {
              PolicyName: 'feature',
              PolicyDocument: { Version: '2012-10-17', Statement: permissions.map(({ statement }) => statement) },
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

function deletePermission(app: App, stack: string): Rendering['permissions'][number] {
  return {
    why: 'Delete the stack of a branch that is gone',
    statement: {
      Sid: `${pascal(app.name)}FeatureDelete`,
      Effect: 'Allow',
      Action: ['cloudformation:DeleteStack'],
      Resource: {
        'Fn::Sub': `arn:\${AWS::Partition}:cloudformation:\${AWS::Region}:\${AWS::AccountId}:stack/${stack}/*`,
      },
    },
  }
}

export function featureOutputs(apps: Some<App>, context: Context): Record<string, unknown> {
  const all = stages(context)
  const condition = all.length > 1 ? { Condition: stageCondition(all[0].slug) } : {}
  const output = (role: string, description: string) => ({
    [`${role}Arn`]: { Description: description, ...condition, Value: { 'Fn::GetAtt': [role, 'Arn'] } },
  })
  return Object.assign(
    output('FeatureRole', 'Value of the Actions variable for the role, in the environment feature'),
    ...apps.map((app) =>
      output(`${pascal(app.name)}FeatureStackRole`, `CloudFormation works with it for feature branches of ${app.name}`),
    ),
  )
}
