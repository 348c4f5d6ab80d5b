import type { App, Context, Rendering } from '../../model.ts'
import { arn, pascal } from '../names.ts'
import { repositoryName } from './image-name.ts'
import { pipelines } from './pipelines.ts'

type Permissions = Rendering['permissions']

/** What every job that builds or deploys an image must be allowed. */
export function commonPermissions(): Permissions {
  return [
    {
      why: 'Sign in to ECR; the action has no narrower form',
      statement: { Sid: 'EcrSignIn', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
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
  ]
}

/** Push and read the images of one app. Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html (2026-11). */
export function imagePermissions(app: App, context: Context): Permissions {
  const repository = repositoryName(app, context)
  const name = typeof repository === 'string' ? repository : repository['Fn::Sub']
  return [
    {
      why: `Push and read images of ${app.name}`,
      statement: {
        Sid: `${pascal(app.name)}Images`,
        Effect: 'Allow',
        Action: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:CompleteLayerUpload',
          'ecr:GetDownloadUrlForLayer',
          'ecr:InitiateLayerUpload',
          'ecr:PutImage',
          'ecr:UploadLayerPart',
        ],
        Resource: [arn('ecr', `repository/${name}`), ...elsewhere(context, name)],
      },
    },
  ]
}

/** By hand, a later environment looks the image up in the account of the one that built it; that account's policy allows reading only. */
function elsewhere(context: Context, name: string): readonly unknown[] {
  const builders = pipelines(context).filter((pipeline) => pipeline.stages.length > 1)
  const accounts = new Set(builders.flatMap((pipeline) => pipeline.stages[0].account ?? []))
  return [...accounts].map((account) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:ecr:*:${account}:repository/${name}` }))
}

/** Create and update one Express Mode service, in the cluster `default`. */
export function expressPermissions(app: App): Permissions {
  const service = arn('ecs', `service/default/${app.name}`)
  return [
    {
      why: `Create, update and watch the service \`${app.name}\``,
      statement: {
        Sid: `${pascal(app.name)}Service`,
        Effect: 'Allow',
        Action: [
          'ecs:CreateExpressGatewayService',
          'ecs:DescribeExpressGatewayService',
          'ecs:DescribeServiceDeployments',
          'ecs:DescribeServices',
          'ecs:ListServiceDeployments',
          'ecs:UpdateExpressGatewayService',
        ],
        Resource: [service, arn('ecs', `service-deployment/default/${app.name}/*`)],
      },
    },
    {
      why: `Find the parameters below \`/STACK/${app.name}\``,
      statement: {
        Sid: `${pascal(app.name)}Parameters`,
        Effect: 'Allow',
        Action: ['ssm:GetParametersByPath'],
        Resource: [
          arn('ssm', `parameter/\${AWS::StackName}/${app.name}`),
          arn('ssm', `parameter/\${AWS::StackName}/${app.name}/*`),
        ],
      },
    },
  ]
}

/**
 * What Express Mode asks of its caller besides the service. Source: the README of
 * https://github.com/aws-actions/amazon-ecs-deploy-express-service (2026-06-30), without the star for PassRole.
 */
export function sharedExpressPermissions(): Permissions {
  return [
    {
      why: 'The cluster `default` is made with the first service',
      statement: {
        Sid: 'EcsCluster',
        Effect: 'Allow',
        Action: ['ecs:CreateCluster', 'ecs:DescribeClusters'],
        Resource: arn('ecs', 'cluster/default'),
      },
    },
    {
      why: 'Express Mode registers the task definition in the name of its caller; ECS offers no narrower resource',
      statement: { Sid: 'EcsTaskDefinition', Effect: 'Allow', Action: ['ecs:RegisterTaskDefinition'], Resource: '*' },
    },
    pass('EcsExecutionRole', 'ecs-tasks.amazonaws.com'),
    pass('EcsInfrastructureRole', 'ecs.amazonaws.com'),
    {
      why: 'The first use of ECS in an account makes its service-linked role',
      statement: {
        Sid: 'EcsServiceLinkedRole',
        Effect: 'Allow',
        Action: ['iam:CreateServiceLinkedRole'],
        Resource: {
          'Fn::Sub':
            'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
        },
        Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
      },
    },
  ]
}

/** Hand one role of this stack to one service, and nothing else. */
export function pass(role: string, service: string): Permissions[number] {
  return {
    why: `Give \`${role}\` to ${service}, and only that role`,
    statement: {
      Sid: `Pass${role}`,
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: { 'Fn::GetAtt': [role, 'Arn'] },
      Condition: { StringEquals: { 'iam:PassedToService': service } },
    },
  }
}
