import type { App, Rendering } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { arn, pascal } from '../names.ts'
import { hasImages } from './statements.ts'

/** What the pipeline's own role needs for the stacks of an app; `role` is the logical id of CloudFormation's role. */
export function stackPermissions(
  app: App,
  stack: string,
  role: string,
  sid: string,
  { sam }: Texts,
): Rendering['permissions'] {
  return [
    {
      why: sam.stacks(stack.replace('${Environment}', '(environment)'), role),
      statement: {
        Sid: `${sid}Stack`,
        Effect: 'Allow',
        Action: [
          'CreateChangeSet',
          'DeleteChangeSet',
          'DescribeChangeSet',
          'DescribeStackEvents',
          'DescribeStackResources',
          'DescribeStacks',
          'ExecuteChangeSet',
          'GetTemplate',
          'ListStackResources',
        ].map((action) => `cloudformation:${action}`),
        Resource: [
          arn('cloudformation', `stack/${stack}/*`),
          { 'Fn::Sub': 'arn:${AWS::Partition}:cloudformation:${AWS::Region}:aws:transform/*' },
        ],
      },
    },
    {
      why: sam.passRole(role),
      statement: {
        Sid: `${sid}PassRole`,
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: { 'Fn::GetAtt': [role, 'Arn'] },
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    },
    ...imagePush(app, sid, sam),
  ]
}

function imagePush(app: App, sid: string, sam: Texts['sam']): Rendering['permissions'] {
  if (!hasImages(app)) return []
  const push = [
    'BatchCheckLayerAvailability',
    'BatchGetImage',
    'CompleteLayerUpload',
    'GetDownloadUrlForLayer',
    'InitiateLayerUpload',
    'PutImage',
    'UploadLayerPart',
  ]
  return [
    {
      why: sam.signIn,
      statement: { Sid: 'EcrSignIn', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    },
    {
      why: sam.pushImages(app.name),
      statement: {
        Sid: `${sid}Images`,
        Effect: 'Allow',
        Action: push.map((action) => `ecr:${action}`),
        Resource: { 'Fn::GetAtt': [`${pascal(app.name)}Images`, 'Arn'] },
      },
    },
  ]
}
