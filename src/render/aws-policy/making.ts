import type { Statement } from '../../model.ts'
import { anywhere, ofIam, sub } from './arn.ts'

const own = 'slipway'

/** Everything that is made bears this tag, and only what bears it may be changed. */
const asked = { StringEquals: { 'aws:RequestTag/cicd:made-by': own } }
const tagged = { StringEquals: { 'aws:ResourceTag/cicd:made-by': own } }

/** What making takes besides. CloudFormation makes the stacks with these same rights, so what is in the templates is here too. */
export const making: readonly Statement[] = [
  {
    Sid: 'MakeStacks',
    Effect: 'Allow',
    Action: ['cloudformation:CreateStack', 'cloudformation:TagResource'],
    Resource: anywhere('cloudformation', 'stack/*'),
    Condition: asked,
  },
  {
    Sid: 'ChangeOwnStacks',
    Effect: 'Allow',
    Action: ['cloudformation:DeleteStack', 'cloudformation:UpdateStack'],
    Resource: anywhere('cloudformation', 'stack/*'),
    Condition: tagged,
  },
  {
    Sid: 'MakeRoles',
    Effect: 'Allow',
    Action: ['iam:CreateRole', 'iam:TagRole'],
    Resource: ofIam('role/*'),
    Condition: asked,
  },
  {
    Sid: 'ChangeOwnRoles',
    Effect: 'Allow',
    Action: [
      'iam:DeleteRole',
      'iam:DeleteRolePolicy',
      'iam:DetachRolePolicy',
      'iam:GetRole',
      'iam:GetRolePolicy',
      'iam:ListAttachedRolePolicies',
      'iam:ListRolePolicies',
      'iam:PutRolePolicy',
      'iam:UpdateAssumeRolePolicy',
      'iam:UpdateRoleDescription',
    ],
    Resource: ofIam('role/*'),
    Condition: { StringEquals: { 'iam:ResourceTag/cicd:made-by': own } },
  },
  {
    Sid: 'AttachKnownPolicies',
    Effect: 'Allow',
    Action: ['iam:AttachRolePolicy'],
    Resource: ofIam('role/*'),
    Condition: {
      StringEquals: { 'iam:ResourceTag/cicd:made-by': own },
      ArnEquals: {
        'iam:PolicyARN': [
          sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSAppRunnerServicePolicyForECRAccess'),
          sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'),
          sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'),
          sub(
            'arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonECSInfrastructureRoleforExpressGatewayServices',
          ),
        ],
      },
    },
  },
  {
    Sid: 'HandOnRoles',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: ofIam('role/*-InstanceRole-*'),
    Condition: {
      StringEquals: {
        // The last is what the reference names for CreateService, the others what its guide shows:
        // https://docs.aws.amazon.com/service-authorization/latest/reference/list_apprunner.html (2026-11).
        'iam:PassedToService': [
          'apprunner.amazonaws.com',
          'build.apprunner.amazonaws.com',
          'tasks.apprunner.amazonaws.com',
          'bullet.amazonaws.com',
        ],
      },
    },
  },
  {
    Sid: 'HandOnLogRole',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: ofIam('role/cicd-*-LogRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'amplify.amazonaws.com' } },
  },
  {
    Sid: 'OidcProvider',
    Effect: 'Allow',
    Action: ['iam:CreateOpenIDConnectProvider', 'iam:GetOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'],
    Resource: ofIam('oidc-provider/token.actions.githubusercontent.com'),
  },
  {
    Sid: 'AppRunner',
    Effect: 'Allow',
    Action: [
      'apprunner:CreateAutoScalingConfiguration',
      'apprunner:CreateConnection',
      'apprunner:CreateService',
      'apprunner:TagResource',
    ],
    Resource: [
      anywhere('apprunner', 'autoscalingconfiguration/*'),
      anywhere('apprunner', 'connection/*'),
      anywhere('apprunner', 'service/*'),
    ],
    Condition: asked,
  },
  {
    Sid: 'SeeScaling',
    Effect: 'Allow',
    Action: ['apprunner:DescribeAutoScalingConfiguration'],
    Resource: anywhere('apprunner', 'autoscalingconfiguration/*'),
  },
  {
    Sid: 'ChangeOwnAppRunner',
    Effect: 'Allow',
    Action: ['apprunner:DeleteAutoScalingConfiguration', 'apprunner:DeleteService', 'apprunner:UpdateService'],
    Resource: [anywhere('apprunner', 'autoscalingconfiguration/*'), anywhere('apprunner', 'service/*')],
    Condition: tagged,
  },
  {
    Sid: 'AppRunnerServiceRole',
    Effect: 'Allow',
    Action: ['iam:CreateServiceLinkedRole'],
    Resource: ofIam('role/aws-service-role/apprunner.amazonaws.com/*'),
    Condition: { StringLike: { 'iam:AWSServiceName': 'apprunner.amazonaws.com' } },
  },
  {
    Sid: 'MakeAmplifyApps',
    Effect: 'Allow',
    Action: ['amplify:CreateApp', 'amplify:CreateBranch', 'amplify:TagResource'],
    Resource: anywhere('amplify', 'apps/*'),
    Condition: asked,
  },
  {
    Sid: 'ChangeOwnAmplifyApps',
    Effect: 'Allow',
    Action: ['amplify:StartJob', 'amplify:UpdateApp', 'amplify:UpdateBranch'],
    Resource: anywhere('amplify', 'apps/*'),
    Condition: tagged,
  },
  {
    Sid: 'Passwords',
    Effect: 'Allow',
    Action: ['secretsmanager:CreateSecret', 'secretsmanager:GetSecretValue', 'secretsmanager:TagResource'],
    Resource: anywhere('secretsmanager', 'secret:cicd-*'),
  },
  {
    Sid: 'Images',
    Effect: 'Allow',
    Action: [
      'ecr:CreateRepository',
      'ecr:GetLifecyclePolicy',
      'ecr:GetRepositoryPolicy',
      'ecr:ListTagsForResource',
      'ecr:TagResource',
      'ecr:PutImageScanningConfiguration',
      'ecr:PutImageTagMutability',
      'ecr:PutLifecyclePolicy',
      'ecr:SetRepositoryPolicy',
    ],
    Resource: anywhere('ecr', 'repository/*'),
  },
  {
    Sid: 'Logs',
    Effect: 'Allow',
    Action: [
      'logs:CreateLogGroup',
      'logs:DescribeLogGroups',
      'logs:ListTagsForResource',
      'logs:PutRetentionPolicy',
      'logs:TagResource',
    ],
    Resource: anywhere('logs', 'log-group:/ecs/*'),
  },
  {
    Sid: 'ExpressServices',
    Effect: 'Allow',
    Action: [
      'ecs:CreateExpressGatewayService',
      'ecs:DeleteExpressGatewayService',
      'ecs:TagResource',
      'ecs:UpdateExpressGatewayService',
    ],
    Resource: anywhere('ecs', 'service/default/cicd-*'),
  },
  {
    Sid: 'ExpressCluster',
    Effect: 'Allow',
    Action: ['ecs:CreateCluster'],
    Resource: anywhere('ecs', 'cluster/default'),
  },
  {
    Sid: 'ExpressTaskDefinitions',
    Effect: 'Allow',
    Action: ['ecs:RegisterTaskDefinition'],
    Resource: '*',
  },
  {
    Sid: 'HandOnExecutionRole',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: ofIam('role/cicd-*-EcsExecutionRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  },
  {
    Sid: 'HandOnInfrastructureRole',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: ofIam('role/cicd-*-EcsInfrastructureRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
  },
  {
    Sid: 'EcsServiceRole',
    Effect: 'Allow',
    Action: ['iam:CreateServiceLinkedRole'],
    Resource: ofIam('role/aws-service-role/ecs.amazonaws.com/*'),
    Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
  },
  {
    Sid: 'Artifacts',
    Effect: 'Allow',
    Action: [
      's3:CreateBucket',
      's3:GetBucketPolicy',
      's3:PutBucketOwnershipControls',
      's3:PutBucketPolicy',
      's3:PutBucketPublicAccessBlock',
      's3:PutBucketTagging',
      's3:PutBucketVersioning',
      's3:PutEncryptionConfiguration',
      's3:PutLifecycleConfiguration',
    ],
    Resource: sub('arn:${AWS::Partition}:s3:::cicd-*'),
  },
]
