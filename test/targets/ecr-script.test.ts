import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { imageScript } from '../../src/targets/apprunner/image/script.ts'
import { expressSettings } from '../../src/targets/ecr/express.ts'
import { expressScript } from '../../src/targets/ecr/express-script.ts'
import { workerScript } from '../../src/targets/ecr/worker-script.ts'
import { textsIn } from '../../src/text.ts'
import { sampleApp } from '../sample-app.ts'
import { type Run, runScript } from './ecr/script.ts'

const image = '123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/shop/shop@sha256:0123'
const arn = 'arn:aws:ecs:ap-northeast-1:123456789012:service/default/shop'

const answers = {
  'cloudformation-describe-stacks':
    '#!/usr/bin/env bash\ncase "$*" in *EcsExecutionRoleArn*) echo execution-role ;; *) echo infrastructure-role ;; esac\n',
  'ssm-get-parameters-by-path':
    '[{"name": "/cicd-shop-production/shop/DATABASE_URL", "valueFrom": "arn:of:parameter"}]',
  'ecs-describe-clusters': '1\n',
  'ecs-describe-services': `${arn}\n`,
  'ecs-create-express-gateway-service': `${arn}\n`,
  'ecs-update-express-gateway-service': `${arn}\n`,
  'ecs-list-service-deployments': 'arn:of:deployment\n',
  'ecs-describe-service-deployments': 'SUCCESSFUL\tNone\n',
  'ecs-describe-express-gateway-service': 'shop.ecs.ap-northeast-1.on.aws\n',
}

function deploy(
  changed: Readonly<Record<string, string>> = {},
  stack = 'cicd-shop-production',
  env: Readonly<Record<string, string>> = {},
): Run {
  const settings = join(tmpdir(), 'service.json')
  writeFileSync(settings, expressSettings(sampleApp(), 'linux/amd64', null, textsIn('en')).content)
  return runScript(expressScript, [settings, stack, 'shop', image], { ...answers, ...changed }, env)
}

function inputOf(run: Run, command: string): unknown {
  const call = run.calls.join('\n').split(`ecs ${command}-express-gateway-service --cli-input-json `)[1] ?? ''
  return JSON.parse(call.slice(0, call.indexOf(' --query')))
}

describe('the script that deploys to ECS Express Mode', () => {
  it('updates a service that exists and gives its address', () => {
    const run = deploy()
    expect(run.output).toContain('https://shop.ecs.ap-northeast-1.on.aws serves')
    expect(run.code).toBe(0)
    expect(run.outputs).toBe('url=https://shop.ecs.ap-northeast-1.on.aws\n')
    expect(inputOf(run, 'update')).toEqual({
      serviceArn: arn,
      cpu: '512',
      memory: '1024',
      healthCheckPath: '/',
      executionRoleArn: 'execution-role',
      primaryContainer: {
        image,
        containerPort: 3000,
        environment: [{ name: 'PORT', value: '3000' }],
        awsLogsConfiguration: { logGroup: '/ecs/cicd-shop-production/shop', logStreamPrefix: 'ecs' },
        secrets: [{ name: 'DATABASE_URL', valueFrom: 'arn:of:parameter' }],
      },
      scalingTarget: { minTaskCount: 1, maxTaskCount: 4, autoScalingMetric: 'AVERAGE_CPU', autoScalingTargetValue: 60 },
    })
  })

  it('creates the service where there is no cluster yet', () => {
    const run = deploy({ 'ecs-describe-clusters': '0\n' })
    expect(run.code).toBe(0)
    expect(inputOf(run, 'create')).toMatchObject({
      serviceName: 'cicd-shop-production-shop',
      infrastructureRoleArn: 'infrastructure-role',
    })
  })

  it('runs in the subnets that it is told, else in the default VPC', () => {
    expect(inputOf(deploy(), 'update')).not.toHaveProperty('networkConfiguration')
    const run = deploy({}, 'cicd-shop-production', { SUBNET_IDS: 'subnet-0123abcd,subnet-4567ef01' })
    expect(inputOf(run, 'update')).toMatchObject({
      networkConfiguration: { subnets: ['subnet-0123abcd', 'subnet-4567ef01'] },
    })
  })

  it('gives each environment of an account a service of its own', () => {
    const named = (stack: string) =>
      deploy({}, stack).calls.find((call) => call.startsWith('ecs describe-services')) ?? ''
    expect(named('cicd-shop-staging')).toContain('--services cicd-shop-staging-shop ')
    expect(named('cicd-shop-production')).toContain('--services cicd-shop-production-shop ')
  })

  it.each([
    'FAILED',
    'STOPPED',
    'ROLLBACK_SUCCESSFUL',
    'ROLLBACK_FAILED',
  ])('fails when a deployment ends as %s', (status) => {
    const run = deploy({ 'ecs-describe-service-deployments': `${status}\ttasks did not start\n` })
    expect(run.output).toContain(`::error::The deployment ended as ${status}: tasks did not start`)
    expect(run.code).toBe(1)
  })

  it('fails when a deployment does not end', () => {
    const run = deploy({ 'ecs-describe-service-deployments': 'IN_PROGRESS\tNone\n' })
    expect(run.output).toContain('::error::The deployment is still IN_PROGRESS')
    expect(run.code).toBe(1)
  })

  it('is content when the same image runs already and no deployment begins', () => {
    const run = deploy({
      'ecs-list-service-deployments': 'None\n',
      'ecs-describe-express-gateway-service': `${image}\n`,
    })
    expect(run.output).toContain('Nothing changed')
    expect(run.code).toBe(0)
  })

  it('stops at the first command that AWS refuses', () => {
    const run = deploy({
      'ecs-update-express-gateway-service': '#!/usr/bin/env bash\necho AccessDenied >&2\nexit 254\n',
    })
    expect(run.output).toContain('AccessDenied')
    expect(run.code).not.toBe(0)
  })
})

describe('the script that deploys a worker', () => {
  const network = {
    'cloudformation-describe-stacks': 'role\n',
    'cloudformation-deploy': '',
    'ec2-describe-vpcs': 'vpc-1\n',
    'ec2-describe-subnets': 'subnet-1\tsubnet-2\n',
  }
  const args = ['infra/cicd/mailer/service.yaml', 'cicd-shop-production', 'mailer', image]

  it('finds the network by itself', () => {
    const run = runScript(workerScript, args, network)
    expect(run.output).toContain(`mailer runs ${image}`)
    expect(run.calls.at(-2)).toContain('--stack-name cicd-shop-production-mailer')
    expect(run.calls.at(-2)).toContain('VpcId=vpc-1 SubnetIds=subnet-1,subnet-2')
  })

  it('says what to do where there is no default VPC', () => {
    const run = runScript(workerScript, args, { ...network, 'ec2-describe-vpcs': 'None\n' })
    expect(run.output).toContain('aws ec2 create-default-vpc')
    expect(run.code).toBe(1)
  })
})

describe('the script that deploys to App Runner', () => {
  const args = ['infra/cicd/shop/service.yaml', 'cicd-shop-production', 'shop', image]
  const answers = {
    'cloudformation-describe-stacks':
      '#!/bin/sh\ncase "$*" in *StackStatus*) echo UPDATE_COMPLETE ;; *Url*) echo https://x.awsapprunner.com ;; *) echo role ;; esac\n',
    'cloudformation-deploy': '',
  }

  it('hands image and name to the stack and gives the address', () => {
    const run = runScript(imageScript(textsIn('en')).content, args, answers)
    expect(run.output).toContain(`shop runs ${image} at https://x.awsapprunner.com`)
    expect(run.outputs).toBe('url=https://x.awsapprunner.com\n')
    const deploy = run.calls.find((call) => call.startsWith('cloudformation deploy')) ?? ''
    expect(deploy).toContain('--stack-name cicd-shop-production-shop')
    expect(deploy).toContain(`Image=${image} ServiceName=shop-production-web`)
    expect(run.calls.join('\n')).not.toContain('delete-stack')
  })

  it('makes room after a first deployment that failed', () => {
    const failed = '#!/bin/sh\ncase "$*" in *StackStatus*) echo ROLLBACK_COMPLETE ;; *) echo x ;; esac\n'
    const run = runScript(imageScript(textsIn('en')).content, args, {
      ...answers,
      'cloudformation-describe-stacks': failed,
      'cloudformation-delete-stack': '',
      'cloudformation-wait': '',
    })
    expect(run.code).toBe(0)
    const verbs = run.calls.map((call) => call.split(' ')[1])
    expect(verbs.indexOf('delete-stack')).toBeLessThan(verbs.indexOf('deploy'))
    expect(verbs).toContain('wait')
  })
})
