import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { stringify } from 'yaml'
import { lint } from '../../src/render/lint.ts'
import { toWorkflow } from '../../src/render/workflow.ts'
import { schemaFaults } from './schemas.ts'
import { actionlint, bashSyntax, cfnLint, present } from './tools.ts'

const good = toWorkflow({
  name: 'Deploy',
  on: { push: { branches: ['main'] } },
  jobs: {
    deploy: {
      permissions: { contents: 'read', 'id-token': 'write' },
      timeoutMinutes: 10,
      concurrency: { group: 'deploy', cancelInProgress: false },
      steps: [
        { uses: 'actions/checkout', with: { 'persist-credentials': false } },
        { run: 'make deploy', env: { TOKEN: '${{ secrets.TOKEN }}' } },
      ],
    },
  },
})

const rulesOf = (path: string, content: string) => [...new Set(lint([{ path, content }]).map(({ rule }) => rule))]
const ofWorkflow = (from: string | RegExp, to: string) => {
  const broken = good.replace(from, to)
  expect(broken).not.toBe(good)
  return rulesOf('.github/workflows/deploy.yml', broken)
}

describe('a deliberately broken workflow fails', () => {
  it('and the whole one passes', async () => {
    expect(rulesOf('.github/workflows/deploy.yml', good)).toEqual([])
    expect(await actionlint(good)).toEqual([])
  })

  it.each([
    ['G40 pins', /@[0-9a-f]{40} # \S+/, '@v7'],
    ['G40 pins', /@[0-9a-f]{40}/, `@${'a'.repeat(40)}`],
    ['G40 pin-comment', /# v\S+/, '# v1.0.0'],
    ['permissions', 'permissions: {}', 'permissions: read-all'],
    ['permissions', '    permissions:\n      contents: read\n      id-token: write\n', ''],
    ['timeout', '    timeout-minutes: 10\n', ''],
    ['concurrency', 'cancel-in-progress: false', 'cancel-in-progress: true'],
    ['concurrency', / {4}concurrency:\n.*\n.*\n/, ''],
    ['persist-credentials', 'persist-credentials: false', 'fetch-depth: 0'],
    ['G42 expression-in-run', 'run: make deploy', 'run: make ${{ github.ref_name }}'],
    ['G36 pull-request', 'on:\n  push:', 'on:\n  pull_request:\n  push:'],
    [
      'G36 pull-request',
      'on:\n  push:\n    branches:\n      - main\n\npermissions: {}\n\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    permissions:\n      contents: read\n      id-token: write\n',
      'on:\n  pull_request:\n\npermissions: {}\n\njobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    permissions:\n      contents: read\n',
    ],
    ['triggers', 'on:\n  push:', 'on:\n  pull_request_target:\n  push:'],
    ['yaml-valid', 'jobs:', 'jobs: ['],
    ['G41 yaml-versions', 'name: Deploy', 'name: 12:34'],
  ])('%s: %s', (rule, from, to) => {
    expect(ofWorkflow(from, to)).toContain(rule.split(' ').at(-1))
  })

  it('actionlint finds an unknown key', async () => {
    expect((await actionlint(good.replace('timeout-minutes', 'timeout-minuts'))).join()).toContain('timeout-minuts')
  })
})

const trust = (condition: unknown) => ({
  Sid: 'GitHub',
  Effect: 'Allow',
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: condition,
})
const aud = { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' }
const sub = (value: string) => ({ 'token.actions.githubusercontent.com:sub': [value] })

function ofStatement(statement: unknown, properties: unknown = {}) {
  return rulesOf(
    'infra/cicd/x.yaml',
    stringify({ Resources: { Role: { Properties: properties, Policy: { Statement: [statement] } } } }),
  )
}

describe('a template with too much power fails', () => {
  it('and the least one passes', () => {
    expect(ofStatement({ Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' })).toEqual([])
    expect(ofStatement(trust({ StringEquals: { ...aud, ...sub('repo:octo/shop:environment:production') } }))).toEqual(
      [],
    )
  })

  it.each([
    ['G38 iam-star', { Effect: 'Allow', Action: '*', Resource: '*' }],
    ['G38 iam-star', { Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }],
    ['G38 iam-not-action', { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    ['G38 iam-pass-role', { Effect: 'Allow', Action: 'iam:PassRole', Resource: 'role' }],
    [
      'G38 iam-pass-role',
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: '*',
        Condition: { StringEquals: { 'iam:PassedToService': 'x' } },
      },
    ],
    ['G35 iam-trust', trust({ StringEquals: aud })],
    ['G35 iam-trust', trust({ StringEquals: sub('repo:octo/shop:ref:refs/heads/main') })],
    ['G35 iam-trust', trust({ StringEquals: aud, StringLike: sub('repo:octo/*') })],
    ['G35 iam-trust', trust({ StringEquals: { ...aud, ...sub('repo:octo/*') } })],
    ['G35 iam-trust', trust({ 'ForAllValues:StringEquals': { ...aud, ...sub('repo:octo/shop:ref:x') } })],
    ['G39 partition', { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' }],
  ])('%s', (rule, statement) => {
    expect(ofStatement(statement)).toContain(rule.split(' ').at(-1))
  })

  it('role-name', () => {
    expect(ofStatement({}, { RoleName: 'GitHubActions' })).toEqual(['role-name'])
  })
})

it.runIf(present('cfn-lint'))(
  'a template with an unknown property fails cfn-lint where that is installed',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'template-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'template.yaml')
    writeFileSync(file, 'Resources:\n  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      Colour: red\n')
    expect(cfnLint([file])).toContain('E3002')
  },
  120_000,
)

describe('broken build settings fail their schema', () => {
  it.each([
    ['amplify', 'version: 1\nfrontend:\n  phases: {build: {commands: []}}\n  artifacts: {files: ["**/*"]}\n'],
    [
      'amplify',
      'version: 1\napplications:\n  - appRoot: /apps/web\n    frontend: {phases: {build: {commands: []}}, artifacts: {baseDirectory: dist, files: ["**/*"]}}\n',
    ],
    ['apprunner', 'version: 1.0\nruntime: nodejs22\nbuild: {commands: {build: npm ci}}\nrun: {command: npm start}\n'],
    [
      'apprunner',
      'version: 1.0\nruntime: nodejs22\nbuild: {commands: {build: [npm ci]}}\nrun: {command: npm start, network: {port: "3000"}}\n',
    ],
    ['buildspec', 'version: 0.1\nphases: {build: {commands: [make]}}\n'],
  ] as const)('%s: %j', (kind, text) => {
    expect(schemaFaults(kind, text)).not.toEqual([])
  })

  it('and a script that bash cannot read', () => {
    expect(bashSyntax('if true; then\n')).not.toBe('')
  })
})

describe('a deliberately broken network between accounts fails', () => {
  const of = (type: string, properties: object, parameters: object = {}) =>
    rulesOf(
      'infra/accounts/shop/x.yaml',
      stringify({ Parameters: parameters, Resources: { One: { Type: type, Properties: properties } } }),
    )
  const ingress = (CidrIp: string) => ({
    SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp }],
  })
  const policy = (AWS: string) => ({
    RepositoryPolicyText: { Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'ecr:BatchGetImage' }] },
  })

  it('and whole ones pass', () => {
    expect(of('AWS::EC2::SecurityGroup', ingress('10.0.0.0/16'))).toEqual([])
    expect(of('AWS::EC2::VPCEndpointServicePermissions', { AllowedPrincipals: ['arn:of:account'] })).toEqual([])
    expect(of('AWS::RAM::ResourceShare', { AllowExternalPrincipals: false })).toEqual([])
    expect(of('AWS::ECR::Repository', policy('arn:of:account'))).toEqual([])
    expect(of('AWS::EC2::VPC', {}, { VpcId: { Type: 'AWS::EC2::VPC::Id' } })).toEqual([])
  })

  it.each([
    ['network-open', of('AWS::EC2::SecurityGroup', ingress('0.0.0.0/0'))],
    ['network-open', of('AWS::EC2::SecurityGroupIngress', { CidrIpv6: '::/0' })],
    ['network-service', of('AWS::EC2::VPCEndpointServicePermissions', { AllowedPrincipals: ['*'] })],
    ['network-service', of('AWS::EC2::VPCEndpointServicePermissions', {})],
    ['network-share', of('AWS::RAM::ResourceShare', { AllowExternalPrincipals: true })],
    ['network-principal', of('AWS::ECR::Repository', policy('*'))],
    ['network-parameter', of('AWS::EC2::VPC', {}, { VpcId: { Type: 'String' } })],
  ])('%s', (rule, found) => {
    expect(found).toContain(rule)
  })
})
