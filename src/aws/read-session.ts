/** What a session may at most that only looks: the role's own policy and this one, both. */
export const readSession = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'amplify:Get*',
        'amplify:List*',
        'apprunner:Describe*',
        'apprunner:List*',
        'cloudformation:Describe*',
        'cloudformation:GetTemplate',
        'ecr:DescribeImages',
        'ecr:DescribeRepositories',
        'ecs:Describe*',
        'ecs:List*',
        'iam:ListOpenIDConnectProviders',
        'secretsmanager:DescribeSecret',
        'ssm:DescribeParameters',
      ],
      Resource: '*',
    },
    {
      Effect: 'Allow',
      Action: ['logs:FilterLogEvents'],
      Resource: 'arn:*:logs:*:*:log-group:/aws/apprunner/*/service:*',
    },
  ],
})
