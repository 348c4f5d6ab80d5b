import { describe, expect, it } from 'vitest'
import type { Delivery, ProviderId } from '../../src/model.ts'
import { providerSignIn } from '../../src/render/bootstrap/sign-in.ts'
import { textsIn } from '../../src/text.ts'
import { type ContextParts, sampleApp, sampleContext } from '../sample-app.ts'

const delivery = (provider: ProviderId): Delivery => ({
  app: sampleApp(),
  provider,
  kind: 'sam',
  build: [],
  artifact: null,
  prepare: [],
  docker: false,
  platform: 'linux/amd64',
  paths: [],
  deployments: [],
  feature: null,
})

function signIn(provider: ProviderId, given: ContextParts = {}, role: 'deploy' | 'feature' = 'deploy') {
  const found = providerSignIn([delivery(provider)], sampleContext(given), role, textsIn('en'))
  if (!found) throw new Error(provider)
  return { ...found, text: JSON.stringify(found.trust) }
}

const environment = (name: string, branch: string | null) => ({
  name,
  branch,
  account: null,
  region: null,
  approval: false,
})

describe('who may take the deploy role', () => {
  it('G35 on GitLab: the exact project and branch', () => {
    const { text, overrides } = signIn('gitlab', { repository: { host: 'gitlab.com', owner: 'acme', name: 'shop' } })
    expect(text).toContain('"gitlab.com:sub":{"Fn::Sub":"project_path:${GitLabProject}:ref_type:branch:ref:main"}')
    expect(text).not.toContain('StringLike')
    expect(overrides).toContain('GitLabProject=acme/shop')
  })

  it('on a GitLab of your own: its own issuer', () => {
    const { provider, text } = signIn('gitlab', { repository: { host: 'git.acme.example', owner: 'acme' } })
    expect(provider).toMatchObject({ url: 'https://git.acme.example' })
    expect(text).toContain('oidc-provider/git.acme.example')
  })

  it('where the code is on GitHub: gitlab.com, with a project that a person names', () => {
    const { parameters, overrides, lookUp } = signIn('gitlab')
    expect(parameters.GitLabProject).not.toHaveProperty('Default')
    expect(overrides).toContain('GitLabProject=GROUP/PROJECT')
    expect(lookUp).toContain('gitlab.com')
  })

  it('G34 on GitLab: each environment by its own branch', () => {
    const environments = [environment('staging', 'develop'), environment('production', 'main')]
    const { text } = signIn('gitlab', { config: { environments } })
    expect(text).toMatch(/"Fn::If":\["IsStaging",\{"Fn::Sub":"[^"]*ref:develop"\},\{"Fn::Sub":"[^"]*ref:main"\}\]/)
  })

  it('G42 a branch that looks like a variable stays text', () => {
    expect(signIn('gitlab', { repository: { defaultBranch: '${AWS::AccountId}' } }).text).toContain(
      'ref:${!$}{AWS::AccountId}',
    )
  })

  it('G35 on Bitbucket: the exact repository and environment, of whatever step', () => {
    const { trust } = signIn('bitbucket', { repository: { host: 'bitbucket.org', owner: 'acme' } })
    const policy = JSON.parse(Object.values(trust ?? {}).join())
    const [like] = Object.values(policy.Statement[0].Condition.StringLike)
    expect(like).toBe('{${BitbucketRepositoryUuid}}:{${BitbucketEnvironmentUuid}}:*')
    expect(Object.values(policy.Statement[0].Condition.StringEquals)).toEqual([
      'ari:cloud:bitbucket::workspace/${BitbucketWorkspaceUuid}',
    ])
  })

  it('G47 for feature branches: another environment, which nothing has before a person names it', () => {
    const { parameters, text } = signIn('bitbucket', {}, 'feature')
    expect(text).toContain('BitbucketFeatureEnvironmentUuid')
    expect(parameters.BitbucketFeatureEnvironmentUuid).toMatchObject({
      Default: '00000000-0000-0000-0000-000000000000',
    })
    expect(signIn('codepipeline', {}, 'feature').text).toContain('role/pipeline-shop-feature-branch')
  })

  it('of CodePipeline: the named role of the build project and no other of its account', () => {
    const { text } = signIn('codepipeline', {
      config: { environments: [{ ...environment('live', null), account: '012345678901' }] },
    })
    expect(text).toContain(
      '"aws:PrincipalArn":[{"Fn::Sub":"arn:${AWS::Partition}:iam::${PipelineAccount}:role/pipeline-shop-${Environment}"}]',
    )
  })

  it('of Jenkins: what a person names, said plainly', () => {
    const { provider, why } = signIn('jenkins')
    expect(provider).toBeNull()
    expect(why.join(' ')).toContain('Jenkins tells AWS neither repository nor branch')
  })
})
