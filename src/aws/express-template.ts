import type { ExpressSettings } from '../model.ts'
import type { Parameter } from './parameter-store.ts'

/**
 * The template of the stack that an ECS Express Mode service is first made by, as JSON: the settings of the repository, and as variables of the container
 * the parameters that there are now. Properties: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-expressgatewayservice.html
 * (2026-11). Values of parameters are not in it, only their ARNs.
 */
export function expressTemplate(settings: ExpressSettings, logGroup: string, secrets: readonly Parameter[]): string {
  const { cluster, cpu, memory, healthCheckPath, primaryContainer, scalingTarget } = settings
  const { containerPort, command, environment } = primaryContainer
  const text = (Description: string) => ({ Type: 'String', Description })
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'An ECS Express Mode service, made from its first image. Its pipeline changes the image from then on.',
    Parameters: {
      ServiceName: text('Name of the service, unique in its cluster'),
      Image: text('The first image, by its digest'),
      ExecutionRoleArn: text('Starts the container: pulls the image, writes logs, reads parameters'),
      InfrastructureRoleArn: text('Makes load balancer, certificate, security groups and scaling'),
    },
    Resources: {
      Service: {
        Type: 'AWS::ECS::ExpressGatewayService',
        Properties: {
          ServiceName: { Ref: 'ServiceName' },
          Cluster: cluster,
          ExecutionRoleArn: { Ref: 'ExecutionRoleArn' },
          InfrastructureRoleArn: { Ref: 'InfrastructureRoleArn' },
          Cpu: cpu,
          Memory: memory,
          HealthCheckPath: healthCheckPath,
          PrimaryContainer: {
            Image: { Ref: 'Image' },
            ...(containerPort === null ? {} : { ContainerPort: containerPort }),
            ...(command === undefined ? {} : { Command: command }),
            Environment: environment.map(({ name, value }) => ({ Name: name, Value: value })),
            Secrets: secrets.map(({ name, arn }) => ({ Name: name.split('/').at(-1), ValueFrom: arn })),
            AwsLogsConfiguration: { LogGroup: logGroup, LogStreamPrefix: 'ecs' },
          },
          ScalingTarget: {
            MinTaskCount: scalingTarget.minTaskCount,
            MaxTaskCount: scalingTarget.maxTaskCount,
            AutoScalingMetric: scalingTarget.autoScalingMetric,
            AutoScalingTargetValue: scalingTarget.autoScalingTargetValue,
          },
        },
      },
    },
    Outputs: {
      ServiceArn: { Value: { 'Fn::GetAtt': ['Service', 'ServiceArn'] } },
      Endpoint: { Value: { 'Fn::GetAtt': ['Service', 'Endpoint'] } },
    },
  }
  return `${JSON.stringify(template, null, 2)}\n`
}
