import { ref, templateText } from './template.ts'

/** What nobody may do in the accounts of products, whatever their roles say: a service control policy. */
export function guardrails(): string {
  return templateText({
    description: 'Service control policy for the accounts of products',
    head: 'Deploy in management. Attach it to the OU of the lowest environment first, and to Workloads once nothing breaks.\nIt only takes away; Control Tower has its own controls besides.',
    parameters: {
      TargetId: {
        Type: 'String',
        AllowedPattern: '^ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$',
        Description: 'The OU: aws organizations list-organizational-units-for-parent',
      },
    },
    resources: {
      Guardrails: {
        Type: 'AWS::Organizations::Policy',
        Properties: {
          ...{ Name: 'cicd-guardrails', Type: 'SERVICE_CONTROL_POLICY', TargetIds: [ref('TargetId')] },
          Description: 'No leaving, no root user, no long-lived keys, no public sharing of snapshots',
          Content: {
            Version: '2012-10-17',
            Statement: [
              { Sid: 'NoLeaving', Effect: 'Deny', Action: ['organizations:LeaveOrganization'], Resource: '*' },
              {
                ...{ Sid: 'NoRootUser', Effect: 'Deny', Action: ['*'], Resource: '*' },
                Condition: { StringLike: { 'aws:PrincipalArn': 'arn:*:iam::*:root' } },
              },
              { Sid: 'NoLongLivedKeys', Effect: 'Deny', Action: ['iam:CreateAccessKey'], Resource: '*' },
              {
                ...{ Sid: 'NoPublicSnapshots', Effect: 'Deny', Action: ['ec2:ModifySnapshotAttribute'], Resource: '*' },
                Condition: { StringEquals: { 'ec2:Add/group': 'all' } },
              },
            ],
          },
        },
      },
    },
    outputs: {},
  })
}
