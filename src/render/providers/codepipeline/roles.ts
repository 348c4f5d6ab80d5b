import type { Context, Delivery } from '../../../model.ts'
import { privateBucket } from '../../bootstrap/private-bucket.ts'
import { installs } from '../docker.ts'
import { tokenPath, tokensOf } from './buildspecs.ts'
import { logicalId, pipelineRoleName } from './names.ts'
import { projectIds } from './projects.ts'

type Resources = Record<string, unknown>

/** Where code and build wait between the stages, emptied by itself. */
export const artifacts: Resources = privateBucket('Artifacts', { days: 90 })

/** The role of the pipelines themselves: read this repository by the connection, keep artifacts, start these projects. */
export function pipelineRole(delivery: Delivery, context: Context): Resources {
  return role(
    'codepipeline.amazonaws.com',
    'CodePipeline: reads one repository and starts the projects of this stack',
    [
      {
        Sid: 'ArtifactsBucket',
        Effect: 'Allow',
        Action: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketVersioning'],
        Resource: { 'Fn::GetAtt': ['Artifacts', 'Arn'] },
      },
      readAndWriteArtifacts,
      // The prefix of the actions is that of the connection's ARN, which may be the old one.
      useConnection('codeconnections'),
      useConnection('codestar-connections'),
      {
        Sid: 'Projects',
        Effect: 'Allow',
        Action: ['codebuild:BatchGetBuilds', 'codebuild:StartBuild'],
        Resource: projectIds(delivery, context, logicalId).map((id) => ({ 'Fn::GetAtt': [id, 'Arn'] })),
      },
    ],
  )
}

const readAndWriteArtifacts = {
  Sid: 'Artifacts',
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
  Resource: { 'Fn::Sub': '${Artifacts.Arn}/*' },
}

function useConnection(prefix: string): Resources {
  return {
    Sid: prefix === 'codeconnections' ? 'Connection' : 'OldConnection',
    Effect: 'Allow',
    Action: [`${prefix}:UseConnection`],
    Resource: { Ref: 'ConnectionArn' },
    Condition: { StringEquals: { [`${prefix}:FullRepositoryId`]: { Ref: 'Repository' } } },
  }
}

/** The role of the project that runs the repository's own commands: nothing but its logs and artifacts. */
export function buildRole(delivery: Delivery, context: Context): Resources {
  return role('codebuild.amazonaws.com', 'CodeBuild: writes logs and artifacts, and has no other rights', [
    writeLogs,
    readAndWriteArtifacts,
    ...readTokens(delivery, context),
  ])
}

/** Tokens for private packages, where an install asks for some. */
function readTokens(delivery: Delivery, context: Context): readonly unknown[] {
  const parameters = tokensOf(delivery).map((name) => ({
    'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter${tokenPath(delivery, context, name)}`,
  }))
  return parameters.length === 0
    ? []
    : [{ Sid: 'Tokens', Effect: 'Allow', Action: ['ssm:GetParameters'], Resource: parameters }]
}

/** The role of a project that deploys. Its name is known to the role that it takes, which trusts no other. */
export function deployRole(delivery: Delivery, slug: string, context: Context): Resources {
  const builds = installs(delivery, slug)
  const made = role('codebuild.amazonaws.com', `CodeBuild: takes the deploy role of ${slug}`, [
    writeLogs,
    { ...readAndWriteArtifacts, Action: ['s3:GetObject', 's3:GetObjectVersion'] },
    ...(builds ? readTokens(delivery, context) : []),
    { Sid: 'DeployRole', Effect: 'Allow', Action: ['sts:AssumeRole'], Resource: { Ref: `${logicalId(slug)}RoleArn` } },
  ])
  return { ...made, Properties: { RoleName: pipelineRoleName(delivery.app, context, slug), ...made.Properties } }
}

const writeLogs = {
  Sid: 'Logs',
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: { 'Fn::GetAtt': ['LogGroup', 'Arn'] },
}

/** A role of one AWS service, used for this account only. */
function role(service: string, description: string, statements: readonly unknown[]) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: description,
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: service },
            Action: 'sts:AssumeRole',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
      Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    },
  }
}
