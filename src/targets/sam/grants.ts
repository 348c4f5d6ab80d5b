/** What CloudFormation must be allowed for one kind of resource. `resources` are ARNs without partition; `*` in place of the name where it has one of its own. */
export interface Grant {
  readonly service: string
  readonly actions: readonly string[]
  /** ARN parts behind `arn:PARTITION:`; `{name}` becomes the stack's names, or `*` for resources with names of their own. */
  readonly resources: readonly string[]
  /** Names do not begin with the stack's name, or the service knows ids only: always `*`. */
  readonly anyName?: true
}

const here = '${AWS::Region}:${AWS::AccountId}'

/**
 * By the kind of resource, or by its service (`AWS::SQS::`). Physical names that CloudFormation makes begin with the stack's name, except where
 * `anyName` says otherwise: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html (2026-11).
 */
export const grants: Readonly<Record<string, Grant>> = {
  'AWS::Serverless::Function': {
    service: 'Lambda',
    actions: ['lambda:*'],
    resources: [`lambda:${here}:function:{name}`],
  },
  'AWS::Lambda::': { service: 'Lambda', actions: ['lambda:*'], resources: [`lambda:${here}:function:{name}`] },
  'AWS::Serverless::LayerVersion': layer(),
  'AWS::Lambda::LayerVersion': layer(),
  'AWS::Serverless::Api': api(),
  'AWS::Serverless::HttpApi': api(),
  'AWS::Serverless::WebSocketApi': api(),
  'AWS::ApiGateway::': api(),
  'AWS::ApiGatewayV2::': api(),
  'AWS::Serverless::SimpleTable': all('DynamoDB', 'dynamodb', ['table/{name}']),
  'AWS::DynamoDB::': all('DynamoDB', 'dynamodb', ['table/{name}']),
  'AWS::SQS::': all('SQS', 'sqs', ['{name}']),
  'AWS::SNS::': all('SNS', 'sns', ['{name}']),
  'AWS::SNS::Subscription': {
    service: 'SnsSubscriptions',
    actions: ['sns:GetSubscriptionAttributes', 'sns:SetSubscriptionAttributes', 'sns:Subscribe', 'sns:Unsubscribe'],
    resources: [`sns:${here}:*`],
    anyName: true,
  },
  // The bucket itself, not what lies in it.
  'AWS::S3::': { service: 'S3', actions: ['s3:*'], resources: ['s3:::{name}'] },
  'AWS::Events::': all('Events', 'events', ['rule/{name}', 'rule/*/{name}', 'event-bus/{name}']),
  'AWS::Events::EventBus': { ...all('EventBuses', 'events', ['event-bus/*']), anyName: true },
  'AWS::Scheduler::': all('Scheduler', 'scheduler', ['schedule/*/{name}', 'schedule-group/{name}']),
  'AWS::Serverless::StateMachine': machines(),
  'AWS::StepFunctions::': machines(),
  'AWS::Logs::': all('Logs', 'logs', ['log-group:{name}', 'log-group:/aws/*/{name}']),
  'AWS::Logs::SubscriptionFilter': { ...all('LogFilters', 'logs', ['log-group:*']), anyName: true },
  'AWS::CloudWatch::': {
    service: 'CloudWatch',
    actions: ['cloudwatch:*'],
    resources: [`cloudwatch:${here}:alarm:{name}`, 'cloudwatch::${AWS::AccountId}:dashboard/{name}'],
  },
  'AWS::Cognito::': {
    service: 'Cognito',
    actions: ['cognito-idp:*', 'cognito-identity:*'],
    resources: [`cognito-idp:${here}:userpool/*`, `cognito-identity:${here}:identitypool/*`],
    anyName: true,
  },
  'AWS::SecretsManager::': { ...all('Secrets', 'secretsmanager', ['secret:*']), anyName: true },
  'AWS::SSM::Parameter': { ...all('Parameters', 'ssm', ['parameter/*']), anyName: true },
  'AWS::KMS::': { ...all('Keys', 'kms', ['key/*', 'alias/*']), anyName: true },
  'AWS::CloudFront::': {
    service: 'CloudFront',
    actions: ['cloudfront:*'],
    resources: ['cloudfront::${AWS::AccountId}:*'],
    anyName: true,
  },
  'AWS::Kinesis::': all('Kinesis', 'kinesis', ['stream/{name}']),
  'AWS::KinesisFirehose::': all('Firehose', 'firehose', ['deliverystream/{name}']),
  'AWS::CodeDeploy::': all('CodeDeploy', 'codedeploy', [
    'application:{name}',
    'deploymentgroup:{name}',
    'deploymentconfig:*',
  ]),
  'AWS::AppSync::': { ...all('AppSync', 'appsync', ['apis/*']), anyName: true },
  'AWS::Serverless::GraphQLApi': { ...all('AppSync', 'appsync', ['apis/*']), anyName: true },
  'AWS::IoT::TopicRule': { ...all('IotRules', 'iot', ['rule/*']), anyName: true },
  'AWS::ApplicationAutoScaling::': {
    ...all('Scaling', 'application-autoscaling', ['scalable-target/*']),
    anyName: true,
  },
  'AWS::Serverless::Application': stacks(),
  'AWS::CloudFormation::Stack': stacks(),
  'AWS::EC2::VpcConfig': {
    service: 'Network',
    actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
    resources: [],
    anyName: true,
  },
}

/** Kinds that need nothing of their own: what makes them is allowed already, or nothing is made. */
export const free: ReadonlySet<string> = new Set([
  'AWS::ECR::Repository',
  'AWS::IAM::Role',
  'AWS::IAM::Policy',
  'AWS::Serverless::Connector',
  'AWS::CloudFormation::WaitConditionHandle',
])

function all(service: string, prefix: string, names: readonly string[]): Grant {
  return { service, actions: [`${prefix}:*`], resources: names.map((name) => `${prefix}:${here}:${name}`) }
}

function api(): Grant {
  const actions = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT']
  return {
    service: 'ApiGateway',
    actions: actions.map((action) => `apigateway:${action}`),
    resources: ['apigateway:${AWS::Region}::/*'],
    anyName: true,
  }
}

function layer(): Grant {
  return { ...all('Layers', 'lambda', ['layer:*']), anyName: true }
}

function machines(): Grant {
  return { ...all('StateMachines', 'states', ['stateMachine:*']), anyName: true }
}

function stacks(): Grant {
  const actions = ['CreateStack', 'DeleteStack', 'DescribeStackEvents', 'DescribeStacks', 'GetTemplate', 'UpdateStack']
  return {
    service: 'NestedStacks',
    actions: actions.map((action) => `cloudformation:${action}`),
    resources: [`cloudformation:${here}:stack/{name}/*`],
  }
}
