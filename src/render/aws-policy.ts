import type { Statement } from '../model.ts'
import { making } from './aws-policy/making.ts'
import { reading } from './aws-policy/reading.ts'
import { plain, toYaml } from './yaml.ts'

/** Why a statement is on everything, for the template. */
const whyOnEverything: Readonly<Record<string, string>> = {
  List: 'Lists of the whole account, and questions that AWS binds to no resource. Values of parameters are not among them.',
  ExpressTaskDefinitions:
    'Express Mode registers task definitions in the name of its caller; ECS offers no narrower resource.',
}

/** `read`: looks only. `connect`: makes things too. */
export type Access = 'read' | 'connect'

/** Where the templates lie in this project. */
export const policyPath = (access: Access) => `infra/slipway-${access}.yaml`

const statementsPath = ['Resources', 'Role', 'Properties', 'Policies', 0, 'PolicyDocument', 'Statement'] as const

/**
 * CloudFormation for an account that this app is let into: one role with the least that looking, or looking and making, takes. It trusts one principal,
 * and that one only with an external id that names a repository, or an organisation, by its number.
 */
export function policyTemplate(access: Access): string {
  const statements: readonly Statement[] = access === 'read' ? reading : [...reading, ...making]
  return toYaml(
    plain({
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `Slipway: the role by which it ${access === 'read' ? 'looks at' : 'looks at and makes'} what delivers your repositories`,
      Parameters: {
        Principal: {
          Type: 'String',
          AllowedPattern: 'arn:aws[a-z-]*:iam::[0-9]{12}:(role|user|root)(/.+)?',
          Description: 'ARN of the role or user that Slipway runs as',
        },
        ExternalIds: {
          Type: 'CommaDelimitedList',
          Description:
            'github.com:NUMBER OF THE OWNER:NUMBER OF THE REPOSITORY for each repository, or github.com:NUMBER OF THE OWNER:* for all of an organisation',
        },
      },
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: `slipway-${access}`,
            Description: 'Taken on by Slipway, with an external id that is bound to the repository',
            MaxSessionDuration: 3600,
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                {
                  Sid: 'Slipway',
                  Effect: 'Allow',
                  Principal: { AWS: { Ref: 'Principal' } },
                  Action: 'sts:AssumeRole',
                  Condition: { StringLike: { 'sts:ExternalId': { Ref: 'ExternalIds' } } },
                },
              ],
            },
            Policies: [{ PolicyName: access, PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
          },
        },
      },
      Outputs: {
        RoleArn: {
          Description: 'For `aws.role` of the environment in the configuration of the organisation',
          Value: { 'Fn::GetAtt': ['Role', 'Arn'] },
        },
      },
    }),
    {
      comments: statements.flatMap(({ Sid, Resource }, index) =>
        Resource === '*' ? [{ path: [...statementsPath, index], text: whyOnEverything[Sid] ?? '' }] : [],
      ),
      head: `Printed by \`slipway aws-policy${access === 'read' ? ' --read' : ''}\`. How it is deployed: docs/aws.md.`,
    },
  )
}
