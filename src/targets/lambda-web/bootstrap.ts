import type { App, Rendering, Some } from '../../model.ts'
import { privateBucket } from '../../render/bootstrap/private-bucket.ts'
import type { Texts } from '../../text.ts'
import { arn, pascal } from '../names.ts'

const code = 'WebFunctionCode'

/** The bucket for the code, which Lambda itself must be able to read, and the role that the functions run with. */
export function webBootstrap(apps: Some<App>): NonNullable<Rendering['bootstrap']> {
  return {
    parameters: {},
    resources: {
      ...privateBucket(code, { versioned: true, statements: [readByLambda(apps)] }),
      WebFunctionRole: {
        Type: 'AWS::IAM::Role',
        Properties: {
          Description: 'The role that the web functions run with: what they may call in AWS belongs here',
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
          },
          ManagedPolicyArns: [
            { 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole' },
          ],
          Policies: [
            {
              PolicyName: 'parameters',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
                    Resource: arn('ssm', 'parameter/${AWS::StackName}/*'),
                  },
                ],
              },
            },
          ],
        },
      },
    },
    outputs: {
      WebFunctionRoleArn: {
        Description: 'Runs the web functions',
        Value: { 'Fn::GetAtt': ['WebFunctionRole', 'Arn'] },
      },
      [`${code}Name`]: { Description: 'Where their code is put', Value: { Ref: code } },
    },
  }
}

function readByLambda(apps: Some<App>): Record<string, unknown> {
  return {
    Sid: 'Lambda',
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: ['s3:GetObject', 's3:GetObjectVersion'],
    Resource: { 'Fn::Sub': '${WebFunctionCode.Arn}/*' },
    Condition: {
      ArnLike: { 'aws:SourceArn': apps.map((app) => arn('lambda', `web-function/${app.name}/revision/*`)) },
    },
  }
}

export function webPermissions(apps: Some<App>, texts: Texts): Rendering['permissions'] {
  return [
    ...apps.map((app): Rendering['permissions'][number] => ({
      why: texts.lambdaWeb.ownFunction(app.name),
      statement: {
        Sid: `${pascal(app.name)}WebFunction`,
        Effect: 'Allow',
        Action: ['lambda:*'],
        Resource: [arn('lambda', `web-function/${app.name}`), arn('lambda', `web-function/${app.name}/*`)],
      },
    })),
    {
      why: texts.lambdaWeb.passRole,
      statement: {
        Sid: 'PassWebFunctionRole',
        Effect: 'Allow',
        Action: ['iam:PassRole'],
        Resource: { 'Fn::GetAtt': ['WebFunctionRole', 'Arn'] },
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    },
    {
      why: texts.lambdaWeb.putCode,
      statement: {
        Sid: 'WebFunctionCode',
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject'],
        Resource: { 'Fn::Sub': '${WebFunctionCode.Arn}/*' },
      },
    },
    {
      why: texts.lambdaWeb.checkBucket,
      statement: {
        Sid: 'WebFunctionBucket',
        Effect: 'Allow',
        Action: ['s3:GetBucketLocation', 's3:GetBucketPolicy', 's3:GetBucketVersioning', 's3:ListBucket'],
        Resource: { 'Fn::GetAtt': [code, 'Arn'] },
      },
    },
    {
      why: texts.lambdaWeb.readOutputs,
      statement: {
        Sid: 'ReadBootstrap',
        Effect: 'Allow',
        Action: ['cloudformation:DescribeStacks'],
        Resource: { Ref: 'AWS::StackId' },
      },
    },
  ]
}
