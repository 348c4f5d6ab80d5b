import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { lint } from '../../src/render/lint.ts'
import { gitlabCi, present, shellcheck } from './tools.ts'

const golden = (path: string) => readFileSync(new URL(`../expected/targets/sam/${path}`, import.meta.url), 'utf8')
const rulesOf = (path: string, content: string) => [...new Set(lint([{ path, content }]).map(({ rule }) => rule))]

/** The rules that a golden file breaks after one change; the change must hit. */
function broken(file: string, path: string, from: string | RegExp, to: string): readonly string[] {
  const whole = golden(file)
  const changed = whole.replace(from, to)
  expect(changed).not.toBe(whole)
  return rulesOf(path, changed)
}

describe('a deliberately broken .gitlab-ci.yml fails', () => {
  const path = '.gitlab-ci.yml'
  const file = 'gitlab-python/gitlab-ci.yml'

  it('and the whole one passes', () => {
    expect(rulesOf(path, golden(file))).toEqual([])
    expect(gitlabCi(golden(file))).toBe('')
  })

  it.each([
    ['gitlab-image', /:1\.164\.0/, ':latest'],
    ['gitlab-image', /:1\.164\.0/, ''],
    ['gitlab-timeout', '  timeout: 30 minutes\n', ''],
    ['gitlab-deploy', '  resource_group: shop-staging\n', ''],
    ['gitlab-deploy', '  environment:\n    name: staging\n', ''],
    ['gitlab-deploy', 'interruptible: false', 'interruptible: true'],
    ['gitlab-deploy', /(build:shop:\n {2}stage: build\n)/, '$1  environment: {name: staging}\n'],
    ['gitlab-rules', 'if: $CI_COMMIT_BRANCH == "main"', 'if: $CI_COMMIT_BRANCH'],
    ['gitlab-rules', 'interruptible: true', 'interruptible: true\n  only: [main]'],
    ['gitlab-token', '$AWS_ID_TOKEN', '$CI_JOB_JWT_V2'],
    ['stored-key', 'bash infra/cicd/shop/build.sh', 'aws --key AKIAABCDEFGHIJKLMNOP'],
    ['yaml-valid', 'stages:', 'stages: ['],
  ])('%s: %s', (rule, from, to) => {
    expect(broken(file, path, from, to)).toContain(rule)
  })

  it.each([
    ['an unknown key', 'timeout: 30 minutes', 'timeot: 30 minutes'],
    ['a need that is no job', '    - build:shop', '    - build:other'],
    ['a stage that is not listed', '  - feature\n', ''],
  ])('GitLab itself refuses %s', (_, from, to) => {
    expect(gitlabCi(golden(file).replace(from, to))).not.toBe('')
  })
})

describe('a deliberately broken bitbucket-pipelines.yml fails', () => {
  const path = 'bitbucket-pipelines.yml'
  const file = 'bitbucket-python/bitbucket-pipelines.yml'

  it('and the whole one passes', () => expect(rulesOf(path, golden(file))).toEqual([]))

  it.each([
    ['bitbucket-image', /:1\.164\.0/, ':latest'],
    ['bitbucket-time', / +max-time: 60\n/, ''],
    ['bitbucket-deploy', / +deployment: staging\n/, ''],
    ['bitbucket-deploy', / +oidc: true\n/, ''],
    ['bitbucket-environment', 'deployment: production', 'deployment: staging'],
    [
      'stored-key',
      'bash infra/cicd/shop/build.sh',
      'export AWS_SECRET_ACCESS_KEY=abcdefghijklmnopqrstuvwxyz0123456789ABCD',
    ],
  ])('%s: %s', (rule, from, to) => {
    expect(broken(file, path, from, to)).toContain(rule)
  })
})

describe('a deliberately broken Jenkinsfile fails', () => {
  const path = 'Jenkinsfile'
  const file = 'jenkins-python/Jenkinsfile'

  it('and the whole one passes', () => expect(rulesOf(path, golden(file))).toEqual([]))

  it.each([
    ['jenkins-balance', /\}\n$/, '\n'],
    ['jenkins-balance', "'Deploy to staging'", "'Deploy to staging"],
    ['jenkins-semicolon', "message 'Deploy to production?'", "message 'Deploy to production?'; ok 'x'"],
    ['jenkins-agent', 'agent none', 'agent any'],
    ['jenkins-concurrency', 'disableConcurrentBuilds()', ''],
    ['jenkins-timeout', /^ {4}timeout\(.*\n/m, ''],
    ['jenkins-image', /:1\.164\.0/, ':latest'],
    ['jenkins-deploy', / {8}allOf \{\n.*\n.*\n {8}\}\n/, ''],
    ['stored-key', 'bash infra/cicd/shop/build.sh', 'AKIAABCDEFGHIJKLMNOP'],
  ])('%s: %s', (rule, from, to) => {
    expect(broken(file, path, from, to)).toContain(rule)
  })
})

describe('a deliberately broken pipeline of CodePipeline fails', () => {
  const path = 'infra/cicd/shop/pipeline.yaml'
  const file = 'codepipeline-python/infra/cicd/shop/pipeline.yaml'

  it('and the whole one passes', () => expect(rulesOf(path, golden(file))).toEqual([]))

  it.each([
    ['pipeline-type', 'PipelineType: V2', 'PipelineType: V1'],
    ['pipeline-trigger', / {6}Triggers:\n(?: {8}.*\n)+/, ''],
    ['build-image', 'amazonlinux-x86_64-standard:5.0', 'amazonlinux2-x86_64-standard:3.0'],
    ['build-timeout', /^ {6}TimeoutInMinutes: 30\n/m, ''],
    ['old-connection', 'Type: AWS::Logs::LogGroup', 'Type: AWS::CodeStarConnections::Connection'],
    ['iam-connection', 'codeconnections:FullRepositoryId:', 'codeconnections:HostArn:'],
  ])('%s: %s', (rule, from, to) => {
    expect(broken(file, path, from, to)).toContain(rule)
  })
})

describe('a trust that is too wide fails', () => {
  const ofStatement = (statement: unknown) =>
    rulesOf('infra/cicd/x.yaml', stringify({ Resources: { Role: { Policy: { Statement: [statement] } } } }))
  const federated = (host: string, condition: unknown) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: condition,
    Principal: { Federated: host },
  })
  const like = (sub: string) =>
    federated('gitlab.com', { StringEquals: { 'gitlab.com:aud': 'x' }, StringLike: { 'gitlab.com:sub': sub } })

  it.each([
    'project_path:${GitLabProject}:ref_type:branch:ref:feature/*',
    '{${BitbucketRepositoryUuid}}:{${BitbucketEnvironmentUuid}}:*',
  ])('and %s passes', (subject) => expect(ofStatement(like(subject))).toEqual([]))

  it.each([
    'project_path:group/*:ref_type:branch:ref:main',
    'project_path:group/shop:*',
    'project_path:group/shop:ref_type:branch:ref:*',
    '{*}:{a}:*',
    '{a}:*',
    '*',
  ])('G35 %s', (subject) => expect(ofStatement(like(subject))).toEqual(['iam-trust']))

  it('G35 without an audience', () => {
    expect(ofStatement(federated('gitlab.com', { StringLike: { 'gitlab.com:sub': '{a}:{b}:*' } }))).toEqual([
      'iam-trust',
    ])
  })

  it('G35 in a policy that stands in a text', () => {
    const text = JSON.stringify({ Statement: [like('*')] })
    expect(rulesOf('infra/cicd/x.yaml', stringify({ Resources: { Role: { Policy: { 'Fn::Sub': text } } } }))).toEqual([
      'iam-trust',
    ])
  })

  const account = (condition: unknown) => ({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${PipelineAccount}:root' } },
    ...(condition === null ? {} : { Condition: condition }),
  })

  it('G38 a whole account, unless a condition names the role in it', () => {
    expect(ofStatement(account(null))).toEqual(['iam-trust-account'])
    expect(ofStatement(account({ ArnEquals: { 'aws:PrincipalArn': 'role/*' } }))).toEqual(['iam-trust-account'])
    expect(ofStatement(account({ ArnEquals: { 'aws:PrincipalArn': 'role/pipeline' } }))).toEqual([])
  })
})

it.runIf(present('shellcheck'))('a script with a word that splits fails shellcheck where that is installed', () => {
  expect(shellcheck('#!/usr/bin/env bash\nrm $1\n')).toContain('SC2086')
})
