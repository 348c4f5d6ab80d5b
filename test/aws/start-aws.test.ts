import { AmplifyClient, CreateAppCommand, ListAppsCommand } from '@aws-sdk/client-amplify'
import { AppRunnerClient, CreateConnectionCommand, ListConnectionsCommand } from '@aws-sdk/client-apprunner'
import { CloudFormationClient, CreateStackCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { problems } from './schema/check.ts'
import { type Aws, ownAccount, startAws } from './start-aws.ts'

let aws: Aws
beforeEach(async () => {
  aws = await startAws()
})
afterEach(() => aws.stop())

const config = () => ({
  endpoint: aws.url,
  region: aws.env.AWS_REGION,
  credentials: { accessKeyId: aws.env.AWS_ACCESS_KEY_ID, secretAccessKey: 'secret' },
  maxAttempts: 1,
})

describe('the stand-in for AWS', () => {
  it('speaks the four protocols of the SDK', async () => {
    const { Account } = await new STSClient(config()).send(new GetCallerIdentityCommand({}))
    expect(Account).toBe(ownAccount)
    const apprunner = new AppRunnerClient(config())
    await apprunner.send(new CreateConnectionCommand({ ConnectionName: 'github', ProviderType: 'GITHUB' }))
    const { ConnectionSummaryList } = await apprunner.send(new ListConnectionsCommand({}))
    expect(ConnectionSummaryList).toMatchObject([{ ConnectionName: 'github', Status: 'PENDING_HANDSHAKE' }])
    const amplify = new AmplifyClient(config())
    await amplify.send(new CreateAppCommand({ name: 'site', tags: { a: 'b' } }))
    const { apps } = await amplify.send(new ListAppsCommand({}))
    expect(apps).toMatchObject([{ name: 'site', tags: { a: 'b' } }])
    expect(apps?.[0]?.createTime).toBeInstanceOf(Date)
  })

  it('makes stacks of their templates', async () => {
    const cloudformation = new CloudFormationClient(config())
    const template = [
      'Parameters: { Name: { Type: String } }',
      'Resources:',
      '  Images: { Type: AWS::ECR::Repository, Properties: { RepositoryName: { Ref: Name } } }',
      'Outputs: { Arn: { Value: { Fn::GetAtt: [Images, Arn] } } }',
    ].join('\n')
    const Parameters = [{ ParameterKey: 'Name', ParameterValue: 'shop/web' }]
    await cloudformation.send(new CreateStackCommand({ StackName: 'one', TemplateBody: template, Parameters }))
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName: 'one' }))
    expect(Stacks?.[0]?.Outputs?.[0]?.OutputValue).toMatch(/:repository\/shop\/web$/)
    expect(aws.region().repositories).toHaveLength(1)
  })

  it('refuses what the SDK’s own schemas do not know, and what they require and is missing', async () => {
    const shape = catalogue.get('apprunner')?.operations.get('CreateService')?.input
    if (shape === undefined) throw new Error('no schema')
    expect(problems({ ServiceName: 'a', Wrong: 1 }, shape)).toEqual([
      '.SourceConfiguration is missing (CreateServiceRequest)',
      '.Wrong is not known (CreateServiceRequest)',
    ])
    const amplify = new AmplifyClient(config())
    await expect(amplify.send(new CreateAppCommand({ name: undefined }))).rejects.toThrow(/name is missing/)
  })

  it('fails as it is told to, before or after the work is done', async () => {
    const amplify = new AmplifyClient(config())
    aws.faults.push({ match: 'amplify:CreateApp', kind: 'lost-answer' })
    await expect(amplify.send(new CreateAppCommand({ name: 'site' }))).rejects.toThrow()
    expect(aws.region().apps).toHaveLength(1)
    aws.faults.push({ match: 'amplify:CreateApp', kind: 'throttle' })
    await expect(amplify.send(new CreateAppCommand({ name: 'site' }))).rejects.toThrow('Rate exceeded')
    aws.faults.push({ kind: 'denied' })
    await expect(amplify.send(new ListAppsCommand({}))).rejects.toThrow('is not authorized')
    expect(aws.region().apps).toHaveLength(1)
  })
})
