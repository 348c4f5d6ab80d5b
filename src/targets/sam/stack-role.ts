import type { App } from '../../model.ts'
import { pascal } from '../names.ts'
import { hasImages, stackStatements } from './statements.ts'

/** The role that CloudFormation works with: the kinds of resource of the template, with names after the stack. */
export function stackRole(app: App, stack: string, condition?: string): Record<string, unknown> {
  return {
    Type: 'AWS::IAM::Role',
    ...(condition === undefined ? {} : { Condition: condition }),
    Properties: {
      Description: `CloudFormation: deploys ${app.name} and nothing else`,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'cloudformation.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      Policies: [
        {
          PolicyName: 'deploy',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [...stackStatements(app, stack), readArtifacts, ...transforms, ...imageAccess(app)],
          },
        },
      ],
    },
  }
}

const readArtifacts = {
  Sid: 'Artifacts',
  Effect: 'Allow',
  Action: ['s3:GetObject'],
  Resource: { 'Fn::Sub': '${SamArtifacts.Arn}/*' },
}

const transforms = [
  {
    Sid: 'Transform',
    Effect: 'Allow',
    Action: ['cloudformation:CreateChangeSet'],
    Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:cloudformation:${AWS::Region}:aws:transform/*' },
  },
]

function imageAccess(app: App): readonly unknown[] {
  if (!hasImages(app)) return []
  return [
    {
      Sid: 'FunctionImages',
      Effect: 'Allow',
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer', 'ecr:GetRepositoryPolicy', 'ecr:SetRepositoryPolicy'],
      Resource: { 'Fn::GetAtt': [`${pascal(app.name)}Images`, 'Arn'] },
    },
  ]
}
