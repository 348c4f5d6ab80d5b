import type { App, Context } from '../../model.ts'
import { type Data, toYaml } from '../../render/yaml.ts'
import { secretNames } from '../environment-variables.ts'
import { parameterFolder } from './names.ts'

/** The CloudFormation template of an App Runner service that builds from this repository. */
export function serviceTemplate(app: App, context: Context): string {
  const { owner, name, defaultBranch } = context.repository
  const data: Data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The App Runner service ${app.name}, built from its source on GitHub`,
    Parameters: {
      ConnectionArn: {
        Type: 'String',
        AllowedPattern: 'arn:aws[a-z-]*:apprunner:[a-z0-9-]+:[0-9]{12}:connection/.+',
        Description: 'A connection to GitHub whose handshake is done: aws apprunner list-connections',
      },
      RepositoryUrl: {
        Type: 'String',
        ...(owner === null ? {} : { Default: `https://github.com/${owner}/${name}` }),
        Description: 'The repository on GitHub',
      },
      Branch: { Type: 'String', Default: defaultBranch, Description: 'Every push to this branch is deployed' },
      Cpu: {
        Type: 'String',
        Default: '1024',
        AllowedValues: ['256', '512', '1024', '2048', '4096'],
        Description: '1024 is one virtual CPU',
      },
      Memory: {
        Type: 'String',
        Default: '2048',
        AllowedValues: ['512', '1024', '2048', '3072', '4096', '6144', '8192', '10240', '12288'],
        Description: 'Megabytes; see the pairs that App Runner allows',
      },
      MaxSize: { Type: 'Number', Default: 5, MinValue: 1, MaxValue: 25, Description: 'Most instances at a time' },
    },
    Resources: { InstanceRole: instanceRole(app, context), Scaling: scaling, Service: service(app) },
    Outputs: {
      Url: { Description: 'Where it answers', Value: { 'Fn::Sub': 'https://${Service.ServiceUrl}' } },
      ServiceArn: { Description: 'For aws apprunner commands', Value: { 'Fn::GetAtt': ['Service', 'ServiceArn'] } },
    },
  }
  return toYaml(data, {
    comments: [
      {
        path: ['Resources', 'InstanceRole'],
        text: 'The role of the running app: what it may call in AWS belongs here.',
      },
      {
        path: [
          'Resources',
          'Service',
          'Properties',
          'SourceConfiguration',
          'CodeRepository',
          'CodeConfiguration',
          'ConfigurationSource',
        ],
        text: 'Build, start command, port and variables stand in apprunner.yaml.',
      },
    ],
  })
}

function instanceRole(app: App, context: Context): Data {
  const read = {
    PolicyName: 'parameters',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['ssm:GetParameters'],
          Resource: {
            'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter${parameterFolder(app, context)}/*`,
          },
        },
      ],
    },
  }
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: { Service: 'tasks.apprunner.amazonaws.com' }, Action: 'sts:AssumeRole' },
        ],
      },
      ...(secretNames(app).length > 0 ? { Policies: [read] } : {}),
    },
  }
}

const scaling: Data = {
  Type: 'AWS::AppRunner::AutoScalingConfiguration',
  Properties: { MaxConcurrency: 100, MinSize: 1, MaxSize: { Ref: 'MaxSize' } },
}

function service(app: App): Data {
  return {
    Type: 'AWS::AppRunner::Service',
    Properties: {
      SourceConfiguration: {
        AuthenticationConfiguration: { ConnectionArn: { Ref: 'ConnectionArn' } },
        AutoDeploymentsEnabled: true,
        CodeRepository: {
          RepositoryUrl: { Ref: 'RepositoryUrl' },
          SourceCodeVersion: { Type: 'BRANCH', Value: { Ref: 'Branch' } },
          SourceDirectory: app.root === '.' ? '/' : `/${app.root}`,
          CodeConfiguration: { ConfigurationSource: 'REPOSITORY' },
        },
      },
      InstanceConfiguration: {
        Cpu: { Ref: 'Cpu' },
        Memory: { Ref: 'Memory' },
        InstanceRoleArn: { 'Fn::GetAtt': ['InstanceRole', 'Arn'] },
      },
      AutoScalingConfigurationArn: { 'Fn::GetAtt': ['Scaling', 'AutoScalingConfigurationArn'] },
      HealthCheckConfiguration: healthCheck(app),
      Tags: [{ Key: 'app', Value: app.name }],
    },
  }
}

/** Without a path that is known to answer 200 the open port has to do. */
export function healthCheck(app: App): Data {
  const times = { Interval: 10, Timeout: 5, HealthyThreshold: 1, UnhealthyThreshold: 5 }
  return app.healthPath === null ? { Protocol: 'TCP', ...times } : { Protocol: 'HTTP', Path: app.healthPath, ...times }
}
