import type { App, Context, Rendering, Some } from '../../model.ts'
import { arn, pascal } from '../names.ts'
import { stackBase } from './names.ts'
import { hasImages, stackStatements } from './statements.ts'

type Resources = Record<string, unknown>

/** Bucket for what is deployed, and for each app the role that CloudFormation works with, and a repository for images. */
export function samResources(apps: Some<App>, context: Context): Resources {
  return Object.assign(
    { SamArtifacts: bucket, SamArtifactsPolicy: bucketPolicy },
    ...apps.map((app) => ({
      [`${pascal(app.name)}StackRole`]: stackRole(app, `${stackBase(app, context)}-\${Environment}`),
      ...(hasImages(app) ? { [`${pascal(app.name)}Images`]: images } : {}),
    })),
  )
}

export function samOutputs(apps: Some<App>): Resources {
  return Object.assign(
    { SamArtifactsBucketName: { Description: 'Where built functions are put', Value: { Ref: 'SamArtifacts' } } },
    ...apps.map((app) => ({
      [`${pascal(app.name)}StackRoleArn`]: {
        Description: `CloudFormation works with it for ${app.name}`,
        Value: { 'Fn::GetAtt': [`${pascal(app.name)}StackRole`, 'Arn'] },
      },
      ...(hasImages(app)
        ? {
            [`${pascal(app.name)}ImagesUri`]: {
              Description: `Where function images of ${app.name} are put`,
              Value: { 'Fn::GetAtt': [`${pascal(app.name)}Images`, 'RepositoryUri'] },
            },
          }
        : {}),
    })),
  )
}

const bucket = {
  Type: 'AWS::S3::Bucket',
  DeletionPolicy: 'RetainExceptOnCreate',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
    },
    PublicAccessBlockConfiguration: {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    },
    // CloudFormation goes back to the artifact before: it has to be there still.
    LifecycleConfiguration: {
      Rules: [
        {
          Id: 'old-artifacts',
          Status: 'Enabled',
          ExpirationInDays: 365,
          AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
        },
      ],
    },
  },
}

const bucketPolicy = {
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: { Ref: 'SamArtifacts' },
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EncryptedConnectionsOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: [{ 'Fn::GetAtt': ['SamArtifacts', 'Arn'] }, { 'Fn::Sub': '${SamArtifacts.Arn}/*' }],
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    },
  },
}

const images = {
  Type: 'AWS::ECR::Repository',
  DeletionPolicy: 'RetainExceptOnCreate',
  UpdateReplacePolicy: 'Retain',
  Properties: {
    ImageTagMutability: 'MUTABLE',
    ImageScanningConfiguration: { ScanOnPush: true },
    LifecyclePolicy: {
      LifecyclePolicyText: JSON.stringify({
        rules: [
          {
            rulePriority: 1,
            selection: { tagStatus: 'any', countType: 'imageCountMoreThan', countNumber: 100 },
            action: { type: 'expire' },
          },
        ],
      }),
    },
  },
}

/** The role that CloudFormation works with: the kinds of resource of the template, with names after the stack. */
export function stackRole(app: App, stack: string, condition?: string): Resources {
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

/** What the pipeline's own role needs for the stacks of an app; `role` is the logical id of CloudFormation's role. */
export function stackPermissions(app: App, stack: string, role: string, sid: string): Rendering['permissions'] {
  return [
    {
      why: `Create and change the stacks \`${stack.replace('${Environment}', '(environment)')}\`, by the role \`${role}\` only`,
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
      why: `Give \`${role}\` to CloudFormation, and only that role`,
      statement: {
        Sid: `${sid}PassRole`,
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: { 'Fn::GetAtt': [role, 'Arn'] },
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudformation.amazonaws.com' } },
      },
    },
    ...imagePush(app, sid),
  ]
}

function imagePush(app: App, sid: string): Rendering['permissions'] {
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
      why: 'Sign in to ECR; it has no narrower form',
      statement: { Sid: 'EcrSignIn', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    },
    {
      why: `Push the function images of ${app.name}`,
      statement: {
        Sid: `${sid}Images`,
        Effect: 'Allow',
        Action: push.map((action) => `ecr:${action}`),
        Resource: { 'Fn::GetAtt': [`${pascal(app.name)}Images`, 'Arn'] },
      },
    },
  ]
}

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
