import type { App, GeneratedFile } from '../../../model.ts'
import { type Data, toYaml } from '../../../render/yaml.ts'
import type { Texts } from '../../../text.ts'
import { secretNames } from '../../environment-variables.ts'
import { portOf } from '../../start-command.ts'
import { healthCheck } from '../template.ts'
import { imageTemplatePath } from './names.ts'

/** The CloudFormation template of an App Runner service that runs an image; `command` replaces the image's own, null leaves it. */
export function imageTemplate(app: App, command: readonly string[] | null, texts: Texts): GeneratedFile {
  const data: Data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `The App Runner service ${app.name}, from an image in ECR`,
    Parameters: secretNames(app).length > 0 ? { ...parameters, ParameterPath: parameterPath } : parameters,
    Resources: { Scaling: scaling, Service: service(app, command) },
    Outputs: {
      Url: { Description: 'Where it answers', Value: { 'Fn::Sub': 'https://${Service.ServiceUrl}' } },
      ServiceArn: { Description: 'For aws apprunner commands', Value: { 'Fn::GetAtt': ['Service', 'ServiceArn'] } },
    },
  }
  return {
    path: imageTemplatePath(app),
    mode: '100644',
    content: toYaml(data, {
      comments: [
        {
          path: ['Resources', 'Service', 'Properties', 'SourceConfiguration', 'AutoDeploymentsEnabled'],
          text: 'The workflow says which image runs; a new tag in ECR alone changes nothing.',
        },
      ],
    }),
    purpose: texts.apprunner.imageTemplatePurpose(app.name),
  }
}

const parameters: { readonly [key: string]: Data } = {
  Image: { Type: 'String', Description: 'Image with its digest' },
  ServiceName: { Type: 'String', Description: 'Name of the service, which its roles know' },
  AccessRoleArn: { Type: 'String', Description: 'Output AppRunnerAccessRoleArn of the bootstrap stack' },
  InstanceRoleArn: { Type: 'String', Description: 'Output AppRunnerInstanceRoleArn of the bootstrap stack' },
  Cpu: { Type: 'String', Default: '1024', Description: '1024 is one virtual CPU' },
  Memory: { Type: 'String', Default: '2048', Description: 'Megabytes; see the pairs that App Runner allows' },
  MaxSize: { Type: 'Number', Default: 5, MinValue: 1, MaxValue: 25, Description: 'Most instances at a time' },
}

// Only where a secret uses it; the deploy command leaves out parameters that a template does not have.
const parameterPath: Data = { Type: 'String', Description: 'Parameters below this path become environment variables' }

const scaling: Data = {
  Type: 'AWS::AppRunner::AutoScalingConfiguration',
  Properties: { MaxConcurrency: 100, MinSize: 1, MaxSize: { Ref: 'MaxSize' } },
}

function service(app: App, command: readonly string[] | null): Data {
  const secrets = secretNames(app)
  return {
    Type: 'AWS::AppRunner::Service',
    Properties: {
      ServiceName: { Ref: 'ServiceName' },
      SourceConfiguration: {
        AuthenticationConfiguration: { AccessRoleArn: { Ref: 'AccessRoleArn' } },
        AutoDeploymentsEnabled: false,
        ImageRepository: {
          ImageIdentifier: { Ref: 'Image' },
          ImageRepositoryType: 'ECR',
          ImageConfiguration: {
            Port: String(portOf(app) ?? 8080),
            ...(command === null ? {} : { StartCommand: command.join(' ') }),
            ...(secrets.length > 0 ? { RuntimeEnvironmentSecrets: secrets.map(secret) } : {}),
          },
        },
      },
      InstanceConfiguration: {
        Cpu: { Ref: 'Cpu' },
        Memory: { Ref: 'Memory' },
        InstanceRoleArn: { Ref: 'InstanceRoleArn' },
      },
      AutoScalingConfigurationArn: { 'Fn::GetAtt': ['Scaling', 'AutoScalingConfigurationArn'] },
      HealthCheckConfiguration: healthCheck(app),
      Tags: [{ Key: 'app', Value: app.name }],
    },
  }
}

function secret(name: string): Data {
  return {
    Name: name,
    Value: {
      'Fn::Sub': `arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter\${ParameterPath}/${name}`,
    },
  }
}
