import type { App, GeneratedFile } from '../../model.ts'
import { type Data, toYaml } from '../../render/yaml.ts'
import type { Texts } from '../../text.ts'
import { secretNames } from '../environment-variables.ts'

/** Where the template of a worker lies. */
export function workerTemplatePath(app: App): string {
  return `infra/cicd/${app.name}/service.yaml`
}

/** An ECS service on Fargate without load balancer: it restarts what stops and goes back by itself when a new image does not start. */
export function workerTemplate(
  app: App,
  platform: 'linux/amd64' | 'linux/arm64',
  command: readonly string[] | null,
  texts: Texts,
): GeneratedFile {
  const data: Data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The worker ${app.name}: an ECS service on Fargate without load balancer`,
    Parameters: secretNames(app).length > 0 ? { ...parameters, ParameterPath: parameterPath } : parameters,
    Resources: {
      Cluster: {
        Type: 'AWS::ECS::Cluster',
      },
      SecurityGroup: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: `The worker ${app.name}: nothing comes in`,
          VpcId: { Ref: 'VpcId' },
          SecurityGroupEgress: [
            { IpProtocol: '-1', CidrIp: '0.0.0.0/0', Description: 'Queues, databases, ECR and logs' },
          ],
        },
      },
      TaskDefinition: taskDefinition(app, platform, command),
      Service: service,
    },
    Outputs: {
      ClusterName: { Description: 'For aws ecs commands', Value: { Ref: 'Cluster' } },
      ServiceName: { Description: 'For aws ecs commands', Value: { 'Fn::GetAtt': ['Service', 'Name'] } },
    },
  }
  return {
    path: workerTemplatePath(app),
    mode: '100644',
    content: toYaml(data, {
      comments: [{ path: ['Resources', 'Service', 'Properties', 'NetworkConfiguration'], text: publicAddress }],
    }),
    purpose: texts.ecr.workerPurpose(app.name),
  }
}

const publicAddress =
  'A public address to reach ECR and queues without a NAT gateway; the security group lets nothing in.\nIn private subnets with a NAT gateway set AssignPublicIp to DISABLED.'

const parameters: { readonly [key: string]: Data } = {
  Image: { Type: 'String', Description: 'Image with its digest' },
  ExecutionRoleArn: { Type: 'String', Description: 'Output EcsExecutionRoleArn of the bootstrap stack' },
  LogGroupName: { Type: 'String', Description: 'Log group of the bootstrap stack' },
  VpcId: { Type: 'AWS::EC2::VPC::Id', Description: 'Where the worker runs' },
  SubnetIds: { Type: 'List<AWS::EC2::Subnet::Id>', Description: 'Subnets with a way to the internet' },
  DesiredCount: { Type: 'Number', Default: 1, MinValue: 0, Description: 'How many copies run' },
}

// Only where a secret uses it; the deploy command leaves out parameters that a template does not have.
const parameterPath: Data = { Type: 'String', Description: 'Parameters below this path become environment variables' }

function taskDefinition(app: App, platform: 'linux/amd64' | 'linux/arm64', command: readonly string[] | null): Data {
  return {
    Type: 'AWS::ECS::TaskDefinition',
    Properties: {
      RequiresCompatibilities: ['FARGATE'],
      NetworkMode: 'awsvpc',
      Cpu: '512',
      Memory: '1024',
      RuntimePlatform: {
        CpuArchitecture: platform === 'linux/arm64' ? 'ARM64' : 'X86_64',
        OperatingSystemFamily: 'LINUX',
      },
      ExecutionRoleArn: { Ref: 'ExecutionRoleArn' },
      ContainerDefinitions: [
        {
          Name: app.name,
          Image: { Ref: 'Image' },
          Essential: true,
          ...(command ? { Command: command } : {}),
          LinuxParameters: { InitProcessEnabled: true },
          StopTimeout: 60,
          ...(secretNames(app).length > 0 ? { Secrets: secretNames(app).map(secret) } : {}),
          LogConfiguration: {
            LogDriver: 'awslogs',
            Options: {
              'awslogs-group': { Ref: 'LogGroupName' },
              'awslogs-region': { Ref: 'AWS::Region' },
              'awslogs-stream-prefix': 'ecs',
            },
          },
        },
      ],
    },
  }
}

function secret(name: string): Data {
  return {
    Name: name,
    ValueFrom: {
      'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter\${ParameterPath}/${name}`,
    },
  }
}

const service: Data = {
  Type: 'AWS::ECS::Service',
  Properties: {
    Cluster: { Ref: 'Cluster' },
    TaskDefinition: { Ref: 'TaskDefinition' },
    DesiredCount: { Ref: 'DesiredCount' },
    LaunchType: 'FARGATE',
    PropagateTags: 'SERVICE',
    DeploymentConfiguration: {
      MinimumHealthyPercent: 100,
      MaximumPercent: 200,
      DeploymentCircuitBreaker: { Enable: true, Rollback: true },
    },
    NetworkConfiguration: {
      AwsvpcConfiguration: {
        AssignPublicIp: 'ENABLED',
        SecurityGroups: [{ Ref: 'SecurityGroup' }],
        Subnets: { Ref: 'SubnetIds' },
      },
    },
  },
}
