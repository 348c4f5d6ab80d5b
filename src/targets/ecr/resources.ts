import type { App, Context } from '../../model.ts'
import { stageCondition } from '../../render/bootstrap/trust.ts'
import { stages } from '../../render/environments.ts'
import { arn, pascal } from '../names.ts'
import { repositoryName } from './image-name.ts'
import { pipelines } from './pipelines.ts'

type Resources = Record<string, unknown>

/** The repository of an app's images, in the account of the stage that builds. Images that nothing runs go after a while. */
export function repositoryResources(app: App, context: Context): Resources {
  const [first, ...others] = pipelines(context)
  const only = others.length === 0 && first.stages.length > 1 ? { Condition: stageCondition(first.stages[0].slug) } : {}
  return {
    [`${pascal(app.name)}Repository`]: {
      Type: 'AWS::ECR::Repository',
      ...only,
      DeletionPolicy: 'RetainExceptOnCreate',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        RepositoryName: repositoryName(app, context),
        ImageTagMutability: 'IMMUTABLE',
        ImageScanningConfiguration: { ScanOnPush: true },
        EncryptionConfiguration: { EncryptionType: 'AES256' },
        LifecyclePolicy: { LifecyclePolicyText: lifecycle },
        ...pullPolicy(context),
      },
    },
  }
}

const lifecycle = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Layers of builds that were not finished',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 7 },
      action: { type: 'expire' },
    },
    {
      rulePriority: 2,
      description: 'Enough images to go back to',
      selection: { tagStatus: 'tagged', tagPatternList: ['*'], countType: 'imageCountMoreThan', countNumber: 50 },
      action: { type: 'expire' },
    },
  ],
})

/** Other accounts of the configuration take the image from the account that built it. */
function pullPolicy(context: Context): Resources {
  const accounts = [...new Set(stages(context).flatMap((stage) => stage.account ?? []))]
  if (accounts.length < 2) return {}
  return {
    RepositoryPolicyText: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'PullFromOtherEnvironments',
          Effect: 'Allow',
          Principal: { AWS: accounts.map((account) => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::${account}:root` })) },
          Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
        },
      ],
    },
  }
}

/** Where the containers of an app write. */
export function logGroup(app: App): Resources {
  return {
    [`${pascal(app.name)}LogGroup`]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: { 'Fn::Sub': `/ecs/\${AWS::StackName}/${app.name}` }, RetentionInDays: 30 },
    },
  }
}

/** The role that starts containers: pulls the image, writes logs, reads the parameters of this repository. */
export const executionRole: Resources = {
  EcsExecutionRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: 'ECS: pulls images, writes logs and reads parameters of this repository',
      AssumeRolePolicyDocument: trust('ecs-tasks.amazonaws.com'),
      ManagedPolicyArns: [managed('service-role/AmazonECSTaskExecutionRolePolicy')],
      Policies: [
        {
          PolicyName: 'parameters',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['ssm:GetParameters'], Resource: arn('ssm', 'parameter/${AWS::StackName}/*') },
            ],
          },
        },
      ],
    },
  },
}

/** The role by which ECS makes load balancer, certificate, security groups and scaling of Express Mode. */
export const infrastructureRole: Resources = {
  EcsInfrastructureRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: 'ECS Express Mode: load balancer, certificate, security groups, scaling',
      AssumeRolePolicyDocument: trust('ecs.amazonaws.com'),
      ManagedPolicyArns: [managed('service-role/AmazonECSInfrastructureRoleforExpressGatewayServices')],
    },
  },
}

/** Trust of one AWS service. */
export function trust(service: string): Resources {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
      },
    ],
  }
}

function managed(name: string): Resources {
  return { 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` }
}

/** Outputs that the deploy script reads. */
export function outputOf(role: string, description: string): Resources {
  return { [`${role}Arn`]: { Description: description, Value: { 'Fn::GetAtt': [role, 'Arn'] } } }
}
