import type { Context, Delivery } from '../../../model.ts'
import { stages } from '../../environments.ts'
import type { Data } from '../../yaml.ts'
import { buildspecPath, featureSlug, pipelineStack } from './names.ts'

type Resources = Record<string, unknown>

/** The log group of all build projects of an app. */
export function logs({ app }: Delivery, context: Context): Resources {
  return {
    LogGroup: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { LogGroupName: `/aws/codebuild/${pipelineStack(app, context)}`, RetentionInDays: 90 },
    },
  }
}

/** The project that tests and builds, without rights in AWS. */
export function buildProject(delivery: Delivery): Resources {
  return project(delivery, {
    description: `Tests and builds ${delivery.app.name}`,
    role: 'BuildRole',
    name: 'build',
    minutes: 30,
    docker: delivery.docker,
    variables: {},
  })
}

/** A project that deploys by taking a role. */
export function deployProject(delivery: Delivery, slug: string, role: string, roleArn: Data, region: Data): Resources {
  return project(delivery, {
    description: `Deploys ${delivery.app.name} to ${slug}`,
    role,
    name: `deploy-${slug}`,
    minutes: 60,
    docker: delivery.deployments.some((one) => one.docker && (one.slug === slug || slug === featureSlug)),
    variables: { DEPLOY_ROLE_ARN: roleArn, DEPLOY_REGION: region },
  })
}

interface Project {
  readonly description: string
  /** Logical id of its role. */
  readonly role: string
  /** Which of the buildspecs it runs. */
  readonly name: string
  readonly minutes: number
  readonly docker: boolean
  readonly variables: Readonly<Record<string, Data>>
}

/** Images that AWS maintains: https://github.com/aws/aws-codebuild-docker-images/blob/master/README.md (2026-11). */
const machines = {
  'linux/amd64': { Type: 'LINUX_CONTAINER', Image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0' },
  'linux/arm64': { Type: 'ARM_CONTAINER', Image: 'aws/codebuild/amazonlinux-aarch64-standard:3.0' },
} as const

function project(
  { app, platform }: Delivery,
  { description, role, name, minutes, docker, variables }: Project,
): Resources {
  const given = Object.entries(variables).map(([key, value]) => ({ Name: key, Value: value }))
  return {
    Type: 'AWS::CodeBuild::Project',
    Properties: {
      Description: description,
      ServiceRole: { 'Fn::GetAtt': [role, 'Arn'] },
      Source: { Type: 'CODEPIPELINE', BuildSpec: buildspecPath(app, name) },
      Artifacts: { Type: 'CODEPIPELINE' },
      Environment: {
        ...machines[platform],
        ComputeType: docker ? 'BUILD_GENERAL1_MEDIUM' : 'BUILD_GENERAL1_SMALL',
        ...(docker ? { PrivilegedMode: true } : {}),
        ...(given.length > 0 ? { EnvironmentVariables: given } : {}),
      },
      TimeoutInMinutes: minutes,
      LogsConfig: { CloudWatchLogs: { Status: 'ENABLED', GroupName: { Ref: 'LogGroup' } } },
    },
  }
}

/** Logical ids of all build projects of an app. */
export function projectIds(delivery: Delivery, context: Context, id: (slug: string) => string): readonly string[] {
  return [
    ...(delivery.build.length > 0 ? ['BuildProject'] : []),
    ...stages(context).map(({ slug }) => `Deploy${id(slug)}Project`),
    ...(delivery.feature ? ['FeatureProject'] : []),
  ]
}
