import type { App, Context, Rendering } from '../../model.ts'
import { type Texts, textsOf } from '../../text.ts'
import { arn, pascal } from '../names.ts'
import { repositoryName } from './image-name.ts'
import { pipelines } from './pipelines.ts'

type Permissions = Rendering['permissions']

/** What every job that builds or deploys an image must be allowed. */
export function commonPermissions(texts: Texts): Permissions {
  return [
    {
      why: texts.ecr.signIn,
      statement: { Sid: 'EcrSignIn', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    },
    {
      why: texts.ecr.readOutputs,
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
  const texts = textsOf(context)
  const repository = repositoryName(app, context)
  const name = typeof repository === 'string' ? repository : repository['Fn::Sub']
  return [
    {
      why: texts.ecr.pushImages(app.name),
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
export function expressPermissions(app: App, texts: Texts): Permissions {
  const service = arn('ecs', `service/default/\${AWS::StackName}-${app.name}`)
  return [
    {
      why: texts.ecr.updateService(app.name),
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
        Resource: [service, arn('ecs', `service-deployment/default/\${AWS::StackName}-${app.name}/*`)],
      },
    },
    {
      why: texts.ecr.findParameters(app.name),
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
export function sharedExpressPermissions(texts: Texts): Permissions {
  return [
    {
      why: texts.ecr.cluster,
      statement: {
        Sid: 'EcsCluster',
        Effect: 'Allow',
        Action: ['ecs:CreateCluster', 'ecs:DescribeClusters'],
        Resource: arn('ecs', 'cluster/default'),
      },
    },
    {
      why: texts.ecr.taskDefinition,
      statement: { Sid: 'EcsTaskDefinition', Effect: 'Allow', Action: ['ecs:RegisterTaskDefinition'], Resource: '*' },
    },
    pass('EcsExecutionRole', 'ecs-tasks.amazonaws.com', texts),
    pass('EcsInfrastructureRole', 'ecs.amazonaws.com', texts),
    {
      why: texts.ecr.serviceLinked,
      statement: serviceLinkedRole,
    },
  ]
}

/** Let ECS make the role that it keeps in every account, once. */
export const serviceLinkedRole = {
  Sid: 'EcsServiceLinkedRole',
  Effect: 'Allow',
  Action: ['iam:CreateServiceLinkedRole'],
  Resource: {
    'Fn::Sub':
      'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS',
  },
  Condition: { StringEquals: { 'iam:AWSServiceName': 'ecs.amazonaws.com' } },
} as const

/** Hand one role of this stack to one service, and nothing else. */
export function pass(role: string, service: string, texts: Texts): Permissions[number] {
  return {
    why: texts.ecr.passRole(role, service),
    statement: {
      Sid: `Pass${role}`,
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: { 'Fn::GetAtt': [role, 'Arn'] },
      Condition: { StringEquals: { 'iam:PassedToService': service } },
    },
  }
}
