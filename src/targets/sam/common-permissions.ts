import type { Rendering } from '../../model.ts'

/** What the pipeline needs once, whatever the number of apps. */
export const commonPermissions: Rendering['permissions'] = [
  {
    why: 'Put built functions into the bucket of this stack',
    statement: {
      Sid: 'SamArtifacts',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: { 'Fn::Sub': '${SamArtifacts.Arn}/*' },
    },
  },
  {
    why: 'See what lies in the bucket of this stack',
    statement: {
      Sid: 'SamArtifactsList',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation', 's3:ListBucket'],
      Resource: { 'Fn::GetAtt': ['SamArtifacts', 'Arn'] },
    },
  },
  {
    why: 'Read the role ARNs and names that this stack gives out',
    statement: {
      Sid: 'ReadBootstrap',
      Effect: 'Allow',
      Action: ['cloudformation:DescribeStacks'],
      Resource: { Ref: 'AWS::StackId' },
    },
  },
  {
    why: 'Read the parameters of a template before it is deployed; CloudFormation offers no narrower resource',
    statement: {
      Sid: 'TemplateSummary',
      Effect: 'Allow',
      Action: ['cloudformation:GetTemplateSummary'],
      Resource: '*',
    },
  },
]
