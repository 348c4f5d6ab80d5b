import { expect, it } from 'vitest'
import { functionsScript } from '../../src/accounts/functions-script.ts'
import { runScript } from '../targets/ecr/script.ts'

const answers = {
  'sts-get-caller-identity':
    '#!/usr/bin/env bash\ncase "$*" in *Arn*) echo arn:aws:sts::123456789012:assumed-role/AWSReservedSSO_Administrator_0123/me ;; *) echo 123456789012 ;; esac\n',
  'iam-get-role': 'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Administrator_0123\n',
  'cloudformation-describe-stacks': 'vpc-0123\n',
  'cloudformation-deploy': '',
  'cloudformation-delete-stack': '',
  'cloudformation-wait': '',
}

function run(line: string, region: string | null = 'ap-northeast-1') {
  return runScript(`${functionsScript(region)}\n${line}\n`, [], answers)
}

it('deploys a template with values that other stacks gave', () => {
  const { calls, code } = run('deploy shop-staging x infra/x.yaml VpcId="$(output shop-staging vpc VpcId)" A=b')
  expect(code).toBe(0)
  const call = calls.find((one) => one.startsWith('cloudformation deploy'))
  expect(call).toBe(
    'cloudformation deploy --profile shop-staging --stack-name accounts-x --template-file infra/x.yaml --capabilities CAPABILITY_IAM --no-fail-on-empty-changeset --parameter-overrides VpcId=vpc-0123 A=b',
  )
})

it('makes a change set only where a preview is asked for, and takes no values where there are none', () => {
  const { calls } = run('PREVIEW=1 deploy shop-staging x infra/x.yaml')
  expect(calls.find((one) => one.startsWith('cloudformation deploy'))).toMatch(/ --no-execute-changeset$/u)
})

it('tells the role of a profile as trust policies want it', () => {
  const { calls, output } = run('role shop-staging')
  expect(calls.filter((one) => one !== '').at(-1)).toContain('--role-name AWSReservedSSO_Administrator_0123')
  expect(output).toContain('arn:aws:iam::123456789012:role/aws-reserved')
})

it('removes a stack and waits for it', () => {
  const { calls } = run('remove shop-staging x')
  expect(calls.filter((one) => one !== '').at(-1)).toBe(
    'cloudformation wait stack-delete-complete --profile shop-staging --stack-name accounts-x',
  )
})

it('stops where nobody said which region', () => {
  expect(run('echo went on', null)).toMatchObject({ code: 1 })
})
