import type { Statement } from '../../model.ts'

/** An ARN of the account and partition that the template is deployed to. */
const sub = (arn: string) => ({ 'Fn::Sub': arn })
const own = 'slipway'

/** Everything that is made bears this tag, and only what bears it may be changed. */
const asked = { StringEquals: { 'aws:RequestTag/cicd:made-by': own } }
const tagged = { StringEquals: { 'aws:ResourceTag/cicd:made-by': own } }

/** What looking takes: lists and descriptions, never the value of a secret. On everything only what lists a whole account, or AWS binds to no resource. */
export const reading: readonly Statement[] = [
  {
    Sid: 'List',
    Effect: 'Allow',
    Action: [
      'amplify:ListApps',
      'apprunner:ListConnections',
      'apprunner:ListServices',
      'ecr:DescribeRepositories',
      'ecs:DescribeClusters',
      'ecs:ListServices',
      'ecs:ListTasks',
      'iam:ListOpenIDConnectProviders',
      'ssm:DescribeParameters',
      'sts:GetCallerIdentity',
    ],
    Resource: '*',
  },
  {
    Sid: 'Look',
    Effect: 'Allow',
    Action: [
      'amplify:GetApp',
      'amplify:GetBranch',
      'amplify:GetJob',
      'amplify:ListBranches',
      'amplify:ListJobs',
      'apprunner:DescribeService',
      'apprunner:ListOperations',
      'apprunner:ListTagsForResource',
      'cloudformation:DescribeStackEvents',
      'cloudformation:DescribeStackResources',
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'ecr:DescribeImages',
      'ecs:DescribeExpressGatewayService',
      'ecs:DescribeServiceDeployments',
      'ecs:DescribeServices',
      'ecs:DescribeTasks',
      'ecs:ListServiceDeployments',
      'secretsmanager:DescribeSecret',
    ],
    Resource: [
      sub('arn:${AWS::Partition}:amplify:*:${AWS::AccountId}:apps/*'),
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:service/*'),
      sub('arn:${AWS::Partition}:cloudformation:*:${AWS::AccountId}:stack/*'),
      sub('arn:${AWS::Partition}:ecr:*:${AWS::AccountId}:repository/*'),
      sub('arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:service/*'),
      sub('arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:service-deployment/*'),
      sub('arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:task/*'),
      sub('arn:${AWS::Partition}:secretsmanager:*:${AWS::AccountId}:secret:*'),
    ],
  },
  {
    Sid: 'WhyAppRunnerFailed',
    Effect: 'Allow',
    Action: ['logs:FilterLogEvents'],
    Resource: sub('arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:/aws/apprunner/*/service:*'),
  },
]

/** Why a statement is on everything, for the template. */
export const whyOnEverything: Readonly<Record<string, string>> = {
  List: 'Lists of the whole account, and questions that AWS binds to no resource. Values of parameters are not among them.',
  ExpressTaskDefinitions:
    'Express Mode registers task definitions in the name of its caller; ECS offers no narrower resource.',
}

/** What making takes besides. CloudFormation makes the stacks with these same rights, so what is in the templates is here too. */
export const making: readonly Statement[] = [
  {
    Sid: 'MakeStacks',
    Effect: 'Allow',
    Action: ['cloudformation:CreateStack', 'cloudformation:TagResource'],
    Resource: sub('arn:${AWS::Partition}:cloudformation:*:${AWS::AccountId}:stack/*'),
    Condition: asked,
  },
  {
    Sid: 'ChangeOwnStacks',
    Effect: 'Allow',
    Action: ['cloudformation:DeleteStack', 'cloudformation:UpdateStack'],
    Resource: sub('arn:${AWS::Partition}:cloudformation:*:${AWS::AccountId}:stack/*'),
    Condition: tagged,
  },
  {
    Sid: 'MakeRoles',
    Effect: 'Allow',
    Action: ['iam:CreateRole', 'iam:TagRole'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*'),
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
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*'),
    Condition: { StringEquals: { 'iam:ResourceTag/cicd:made-by': own } },
  },
  {
    Sid: 'AttachKnownPolicies',
    Effect: 'Allow',
    Action: ['iam:AttachRolePolicy'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*'),
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
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*-InstanceRole-*'),
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
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cicd-*-LogRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'amplify.amazonaws.com' } },
  },
  {
    Sid: 'OidcProvider',
    Effect: 'Allow',
    Action: ['iam:CreateOpenIDConnectProvider', 'iam:GetOpenIDConnectProvider', 'iam:TagOpenIDConnectProvider'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com'),
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
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:autoscalingconfiguration/*'),
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:connection/*'),
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:service/*'),
    ],
    Condition: asked,
  },
  {
    Sid: 'SeeScaling',
    Effect: 'Allow',
    Action: ['apprunner:DescribeAutoScalingConfiguration'],
    Resource: sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:autoscalingconfiguration/*'),
  },
  {
    Sid: 'ChangeOwnAppRunner',
    Effect: 'Allow',
    Action: ['apprunner:DeleteAutoScalingConfiguration', 'apprunner:DeleteService', 'apprunner:UpdateService'],
    Resource: [
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:autoscalingconfiguration/*'),
      sub('arn:${AWS::Partition}:apprunner:*:${AWS::AccountId}:service/*'),
    ],
    Condition: tagged,
  },
  {
    Sid: 'AppRunnerServiceRole',
    Effect: 'Allow',
    Action: ['iam:CreateServiceLinkedRole'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/apprunner.amazonaws.com/*'),
    Condition: { StringLike: { 'iam:AWSServiceName': 'apprunner.amazonaws.com' } },
  },
  {
    Sid: 'MakeAmplifyApps',
    Effect: 'Allow',
    Action: ['amplify:CreateApp', 'amplify:CreateBranch', 'amplify:TagResource'],
    Resource: sub('arn:${AWS::Partition}:amplify:*:${AWS::AccountId}:apps/*'),
    Condition: asked,
  },
  {
    Sid: 'ChangeOwnAmplifyApps',
    Effect: 'Allow',
    Action: ['amplify:StartJob', 'amplify:UpdateApp', 'amplify:UpdateBranch'],
    Resource: sub('arn:${AWS::Partition}:amplify:*:${AWS::AccountId}:apps/*'),
    Condition: tagged,
  },
  {
    Sid: 'Passwords',
    Effect: 'Allow',
    Action: ['secretsmanager:CreateSecret', 'secretsmanager:GetSecretValue', 'secretsmanager:TagResource'],
    Resource: sub('arn:${AWS::Partition}:secretsmanager:*:${AWS::AccountId}:secret:cicd-*'),
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
    Resource: sub('arn:${AWS::Partition}:ecr:*:${AWS::AccountId}:repository/*'),
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
    Resource: sub('arn:${AWS::Partition}:logs:*:${AWS::AccountId}:log-group:/ecs/*'),
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
    Resource: sub('arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:service/default/cicd-*'),
  },
  {
    Sid: 'ExpressCluster',
    Effect: 'Allow',
    Action: ['ecs:CreateCluster'],
    Resource: sub('arn:${AWS::Partition}:ecs:*:${AWS::AccountId}:cluster/default'),
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
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cicd-*-EcsExecutionRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
  },
  {
    Sid: 'HandOnInfrastructureRole',
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/cicd-*-EcsInfrastructureRole-*'),
    Condition: { StringEquals: { 'iam:PassedToService': 'ecs.amazonaws.com' } },
  },
  {
    Sid: 'EcsServiceRole',
    Effect: 'Allow',
    Action: ['iam:CreateServiceLinkedRole'],
    Resource: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/ecs.amazonaws.com/*'),
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
