import type { App, Rendering } from '../../model.ts'
import { type Texts, textsIn } from '../../text.ts'
import { arn, pascal } from '../names.ts'
import { pass, serviceLinkedRole } from './permissions.ts'
import { trust } from './resources.ts'

/** The role by which CloudFormation makes and changes the services of workers: their kinds of resource and nothing else. */
export const stackRole: Record<string, unknown> = {
  EcsStackRole: {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: 'CloudFormation: makes and changes the ECS services of this repository',
      AssumeRolePolicyDocument: trust('cloudformation.amazonaws.com'),
      Policies: [{ PolicyName: 'services', PolicyDocument: { Version: '2012-10-17', Statement: statements() } }],
    },
  },
}

function statements(): readonly unknown[] {
  return [
    {
      Sid: 'Service',
      Effect: 'Allow',
      Action: [
        'ecs:CreateCluster',
        'ecs:CreateService',
        'ecs:DeleteCluster',
        'ecs:DeleteService',
        'ecs:DescribeClusters',
        'ecs:DescribeServiceDeployments',
        'ecs:DescribeServices',
        'ecs:ListServiceDeployments',
        'ecs:TagResource',
        'ecs:UpdateCluster',
        'ecs:UpdateService',
      ],
      Resource: ['cluster', 'service', 'service-deployment'].map((kind) => arn('ecs', `${kind}/\${AWS::StackName}-*`)),
    },
    {
      Sid: 'TaskDefinition',
      Effect: 'Allow',
      Action: ['ecs:DeregisterTaskDefinition', 'ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition'],
      Resource: '*',
    },
    {
      Sid: 'SecurityGroup',
      Effect: 'Allow',
      Action: ['ec2:CreateSecurityGroup'],
      Resource: [arn('ec2', 'security-group/*'), arn('ec2', 'vpc/*')],
    },
    {
      Sid: 'TagSecurityGroup',
      Effect: 'Allow',
      Action: ['ec2:CreateTags'],
      Resource: arn('ec2', 'security-group/*'),
      Condition: { StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup' } },
    },
    {
      Sid: 'OwnSecurityGroup',
      Effect: 'Allow',
      Action: ['ec2:AuthorizeSecurityGroupEgress', 'ec2:DeleteSecurityGroup', 'ec2:RevokeSecurityGroupEgress'],
      Resource: arn('ec2', 'security-group/*'),
      Condition: {
        StringLike: { 'aws:ResourceTag/aws:cloudformation:stack-name': { 'Fn::Sub': '${AWS::StackName}-*' } },
      },
    },
    {
      Sid: 'Network',
      Effect: 'Allow',
      Action: ['ec2:DescribeSecurityGroups', 'ec2:DescribeVpcs', 'ec2:DescribeSubnets'],
      Resource: '*',
    },
    pass('EcsExecutionRole', 'ecs-tasks.amazonaws.com', textsIn('en')).statement,
    serviceLinkedRole,
  ]
}

/** What the deploy role needs for one worker: its own stack, and to give CloudFormation the role above. */
export function workerPermissions(app: App, texts: Texts): Rendering['permissions'] {
  return [
    {
      why: texts.ecr.workerStack(app.name),
      statement: {
        Sid: `${pascal(app.name)}Stack`,
        Effect: 'Allow',
        Action: [
          'cloudformation:CreateChangeSet',
          'cloudformation:DeleteChangeSet',
          'cloudformation:DescribeChangeSet',
          'cloudformation:DescribeStackEvents',
          'cloudformation:DescribeStacks',
          'cloudformation:ExecuteChangeSet',
        ],
        Resource: arn('cloudformation', `stack/\${AWS::StackName}-${app.name}/*`),
      },
    },
    pass('EcsStackRole', 'cloudformation.amazonaws.com', texts),
    {
      why: texts.ecr.defaultVpc,
      statement: {
        Sid: 'FindNetwork',
        Effect: 'Allow',
        Action: ['ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
        Resource: '*',
      },
    },
  ]
}
