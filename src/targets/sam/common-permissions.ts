import type { Rendering } from '../../model.ts'
import type { Texts } from '../../text.ts'

/** What the pipeline needs once, whatever the number of apps. */
export const commonPermissions = ({ sam }: Texts): Rendering['permissions'] => [
  {
    why: sam.putFunctions,
    statement: {
      Sid: 'SamArtifacts',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: { 'Fn::Sub': '${SamArtifacts.Arn}/*' },
    },
  },
  {
    why: sam.listBucket,
    statement: {
      Sid: 'SamArtifactsList',
      Effect: 'Allow',
      Action: ['s3:GetBucketLocation', 's3:ListBucket'],
      Resource: { 'Fn::GetAtt': ['SamArtifacts', 'Arn'] },
    },
  },
  {
    why: sam.readOutputs,
    statement: {
      Sid: 'ReadBootstrap',
      Effect: 'Allow',
      Action: ['cloudformation:DescribeStacks'],
      Resource: { Ref: 'AWS::StackId' },
    },
  },
  {
    why: sam.readParameters,
    statement: {
      Sid: 'TemplateSummary',
      Effect: 'Allow',
      Action: ['cloudformation:GetTemplateSummary'],
      Resource: '*',
    },
  },
]
