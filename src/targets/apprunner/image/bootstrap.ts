import type { App, Context, Rendering } from '../../../model.ts'
import { stages } from '../../../render/environments.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { repositoryName } from '../../ecr/image-name.ts'
import { pass } from '../../ecr/permissions.ts'
import { outputOf, repositoryResources, trust } from '../../ecr/resources.ts'
import { arn, pascal } from '../../names.ts'
import { serviceName } from './names.ts'

type Permissions = Rendering['permissions']

/** Repositories for the images, and the three roles: App Runner's to pull, the running app's, and CloudFormation's. */
export function imageBootstrap(apps: readonly App[], context: Context): NonNullable<Rendering['bootstrap']> {
  const roles = { AppRunnerAccessRole: accessRole(apps, context), AppRunnerInstanceRole: instanceRole }
  return {
    parameters: {},
    resources: Object.assign({}, ...apps.map((app) => repositoryResources(app, context)), {
      ...roles,
      AppRunnerStackRole: stackRole(apps, context),
    }),
    outputs: {
      ...outputOf('AppRunnerAccessRole', 'Lets App Runner pull the images'),
      ...outputOf('AppRunnerInstanceRole', 'What the running apps may do in AWS'),
      ...outputOf('AppRunnerStackRole', 'Lets CloudFormation make the services'),
    },
  }
}

function role(description: string, service: string, name: string, statements: readonly unknown[]) {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      Description: description,
      AssumeRolePolicyDocument: trust(service),
      Policies: [{ PolicyName: name, PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    },
  }
}

/** As AWSAppRunnerServicePolicyForECRAccess, for the repositories of this repository only. */
function accessRole(apps: readonly App[], context: Context) {
  const repositories = apps.map((app) => repositoryName(app, context))
  const actions = ['BatchCheckLayerAvailability', 'BatchGetImage', 'DescribeImages', 'GetDownloadUrlForLayer']
  return role('App Runner: pulls the images of this repository', 'build.apprunner.amazonaws.com', 'images', [
    { Sid: 'SignIn', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    {
      Sid: 'Pull',
      Effect: 'Allow',
      Action: actions.map((action) => `ecr:${action}`),
      // Another environment's account may hold the image; its own policy decides then.
      Resource: repositories.map((name) => ({
        'Fn::Sub': `arn:\${AWS::Partition}:ecr:\${AWS::Region}:*:repository/${typeof name === 'string' ? name : name['Fn::Sub']}`,
      })),
    },
  ])
}

const instanceRole = role(
  'The running apps: what they may call in AWS belongs here',
  'tasks.apprunner.amazonaws.com',
  'parameters',
  [{ Effect: 'Allow', Action: ['ssm:GetParameters'], Resource: arn('ssm', 'parameter/${AWS::StackName}/*') }],
)

function stackRole(apps: readonly App[], context: Context) {
  const names = stages(context).flatMap((stage) => apps.map((app) => serviceName(app, context, stage.slug)))
  const scaling = ['Create', 'Delete', 'Describe'].map((verb) => `apprunner:${verb}AutoScalingConfiguration`)
  const service = ['CreateService', 'DeleteService', 'DescribeService', 'ListOperations', 'UpdateService']
  const tags = ['ListTagsForResource', 'TagResource', 'UntagResource']
  const services = [...new Set(names)].map((name) => arn('apprunner', `service/${name}/*`))
  const configurations = arn('apprunner', 'autoscalingconfiguration/*/*')
  return role(
    'CloudFormation: makes and changes the App Runner services of this repository',
    'cloudformation.amazonaws.com',
    'services',
    [
      {
        Sid: 'Services',
        Effect: 'Allow',
        Action: [...service, ...tags].map((action) => `apprunner:${action}`),
        Resource: [...services, configurations],
      },
      { Sid: 'Scaling', Effect: 'Allow', Action: scaling, Resource: configurations },
      pass('AppRunnerAccessRole', 'build.apprunner.amazonaws.com', textsOf(context)).statement,
      pass('AppRunnerInstanceRole', 'tasks.apprunner.amazonaws.com', textsOf(context)).statement,
      {
        Sid: 'AppRunnerServiceLinkedRole',
        Effect: 'Allow',
        Action: ['iam:CreateServiceLinkedRole'],
        Resource: {
          'Fn::Sub':
            'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/aws-service-role/apprunner.amazonaws.com/AWSServiceRoleForAppRunner',
        },
        Condition: { StringEquals: { 'iam:AWSServiceName': 'apprunner.amazonaws.com' } },
      },
    ],
  )
}

/** What the deploy role needs for one service: its own stack, and to give CloudFormation the role above. */
export function imageServicePermissions(app: App, texts: Texts): Permissions {
  const actions = [
    'CreateChangeSet',
    'DeleteChangeSet',
    'DeleteStack',
    'DescribeChangeSet',
    'DescribeStackEvents',
    'DescribeStacks',
    'ExecuteChangeSet',
  ]
  return [
    {
      why: texts.apprunner.stack(app.name),
      statement: {
        Sid: `${pascal(app.name)}Stack`,
        Effect: 'Allow',
        Action: actions.map((action) => `cloudformation:${action}`),
        Resource: arn('cloudformation', `stack/\${AWS::StackName}-${app.name}/*`),
      },
    },
    pass('AppRunnerStackRole', 'cloudformation.amazonaws.com', texts),
  ]
}
