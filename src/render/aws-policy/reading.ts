import type { Statement } from '../../model.ts'
import { anywhere } from './arn.ts'

/** What looking takes: lists and descriptions, never the value of a secret. On everything only what lists a whole account, or AWS binds to no resource. */
export const reading: readonly Statement[] = [
  {
    Sid: 'List',
    Effect: 'Allow',
    Action: [
      'amplify:ListApps',
      'apprunner:ListConnections',
      'apprunner:ListServices',
      'ecr:DescribeRepositories',
      'ecs:DescribeClusters',
      'ecs:ListServices',
      'ecs:ListTasks',
      'iam:ListOpenIDConnectProviders',
      'ssm:DescribeParameters',
      'sts:GetCallerIdentity',
    ],
    Resource: '*',
  },
  {
    Sid: 'Look',
    Effect: 'Allow',
    Action: [
      'amplify:GetApp',
      'amplify:GetBranch',
      'amplify:GetJob',
      'amplify:ListBranches',
      'amplify:ListJobs',
      'apprunner:DescribeService',
      'apprunner:ListOperations',
      'apprunner:ListTagsForResource',
      'cloudformation:DescribeStackEvents',
      'cloudformation:DescribeStackResources',
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'ecr:DescribeImages',
      'ecs:DescribeExpressGatewayService',
      'ecs:DescribeServiceDeployments',
      'ecs:DescribeServices',
      'ecs:DescribeTasks',
      'ecs:ListServiceDeployments',
      'secretsmanager:DescribeSecret',
    ],
    Resource: [
      anywhere('amplify', 'apps/*'),
      anywhere('apprunner', 'service/*'),
      anywhere('cloudformation', 'stack/*'),
      anywhere('ecr', 'repository/*'),
      anywhere('ecs', 'service/*'),
      anywhere('ecs', 'service-deployment/*'),
      anywhere('ecs', 'task/*'),
      anywhere('secretsmanager', 'secret:*'),
    ],
  },
  {
    Sid: 'WhyAppRunnerFailed',
    Effect: 'Allow',
    Action: ['logs:FilterLogEvents'],
    Resource: anywhere('logs', 'log-group:/aws/apprunner/*/service:*'),
  },
]
