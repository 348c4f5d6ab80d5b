import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Environment, Rendering } from '../../src/model.ts'
import { renderBootstrap } from '../../src/render/bootstrap.ts'
import { type ContextParts, sampleContext } from '../sample-app.ts'

const push = {
  why: 'Push the image',
  statement: {
    Sid: 'Push',
    Effect: 'Allow',
    Action: ['ecr:PutImage'],
    Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:ecr:${AWS::Region}:${AWS::AccountId}:repository/shop' },
  },
} as const

const workflow = {
  path: '.github/workflows/deploy.yml',
  mode: '100644',
  content: 'name: Deploy\njobs:\n  a:\n    permissions:\n      id-token: write\n',
  purpose: 'Deploys',
} as const

const wants: Rendering = {
  files: [workflow],
  steps: [],
  settings: [],
  permissions: [push],
  bootstrap: {
    parameters: { RepositoryName: { Type: 'String', Default: 'shop' } },
    resources: {
      Repository: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: { Ref: 'RepositoryName' } } },
    },
    outputs: {},
  },
  happens: [],
  warnings: [],
  costs: [],
  leftovers: [],
  facts: [],
  delivery: ['push'],
}

const environment = (name: string, given: Partial<Environment> = {}): Environment => ({
  name,
  account: null,
  region: null,
  branch: null,
  approval: false,
  ...given,
})
const unread = { known: false, why: 'no access' } as const

const contexts: Readonly<Record<string, ContextParts>> = {
  'one-environment': {},
  'no-environments': { config: { environments: 'none' } },
  'two-accounts': {
    config: {
      environments: [
        environment('staging', { account: '012345678901', region: 'us-east-1' }),
        environment('production', { account: '123456789012', approval: true }),
      ],
    },
  },
  'unknown-repository': { repository: { owner: null, id: null, ownerId: null, createdAt: null, subject: unread } },
  'unknown-ids': { repository: { id: null, ownerId: null, createdAt: null, subject: unread } },
  'both-forms': { repository: { subject: unread } },
  china: { aws: { partition: 'aws-cn' } },
  enterprise: { repository: { host: 'git.corp.example', enterprise: true, subject: unread } },
}

function bootstrap(given: ContextParts = {}, renderings: readonly Rendering[] = [wants]) {
  const result = renderBootstrap(renderings, sampleContext(given))
  if (!result?.ok) throw new Error(result?.because ?? 'nothing')
  return result.rendering
}

const template = (given: ContextParts = {}) => bootstrap(given).files[0]?.content ?? ''
const statement = (given: ContextParts = {}) =>
  parse(template(given)).Resources.DeployRole.Properties.AssumeRolePolicyDocument.Statement[0]

describe('renderBootstrap', () => {
  it.each(Object.entries(contexts))('writes the template for %s', async (name, given) => {
    const folder = `../expected/bootstrap/${name}`
    await expect(template(given)).toMatchFileSnapshot(`${folder}/infra/cicd/bootstrap.yaml`)
    const commands = bootstrap(given).steps.flatMap((step) => [`# ${step.title}`, ...step.commands, ''])
    await expect(commands.join('\n')).toMatchFileSnapshot(`${folder}/steps.sh`)
  })

  it('G35 trusts with exact audience and subject, and nothing wider', () => {
    for (const given of Object.values(contexts)) {
      const { Condition } = statement(given)
      expect(Object.keys(Condition)).toEqual(['StringEquals'])
      expect(Object.keys(Condition.StringEquals).map((key) => key.split(':').at(-1))).toEqual(['aud', 'sub'])
      expect(JSON.stringify(Condition)).not.toContain('*')
    }
  })

  it('G37 can reuse the OIDC provider of the account, and leaves it behind', () => {
    const { Parameters, Conditions, Resources } = parse(template())
    expect(Parameters.CreateOidcProvider.AllowedValues).toEqual(['true', 'false'])
    expect(Conditions.CreatesOidcProvider).toEqual({ 'Fn::Equals': [{ Ref: 'CreateOidcProvider' }, 'true'] })
    expect(Resources.OidcProvider).toMatchObject({ Condition: 'CreatesOidcProvider', DeletionPolicy: 'Retain' })
    expect(statement().Principal.Federated['Fn::Sub']).toContain('oidc-provider/token.actions.githubusercontent.com')
  })

  it('G38 allows what the renderings ask for and nothing else', () => {
    const { Policies, ManagedPolicyArns } = parse(template()).Resources.DeployRole.Properties
    expect(Policies[0].PolicyDocument.Statement).toEqual([push.statement])
    expect(ManagedPolicyArns).toBeUndefined()
  })

  it('G39 keeps an account id with a leading zero, and the partition open', () => {
    const settings = bootstrap(contexts['two-accounts']).settings
    expect(settings[0]?.example).toContain(':012345678901:')
    expect(template(contexts.china)).not.toContain('arn:aws:')
    expect(statement(contexts.china).Condition.StringEquals['token.actions.githubusercontent.com:aud']).toBe(
      'sts.amazonaws.com.cn',
    )
  })

  it('G34 trusts the branch, and sets repository variables, where there are no environments', () => {
    const { settings } = bootstrap(contexts['no-environments'])
    expect(settings.map(({ name, environment }) => [name, environment])).toEqual([
      ['AWS_ROLE_ARN_PRODUCTION', null],
      ['AWS_REGION_PRODUCTION', null],
    ])
    expect(JSON.stringify(statement(contexts['no-environments']))).toContain('repo:octo-org/shop:ref:refs/heads/main')
  })

  it('takes along the resources that a target needs', () => {
    expect(parse(template())).toMatchObject({
      Parameters: { RepositoryName: { Default: 'shop' } },
      Resources: { Repository: { Type: 'AWS::ECR::Repository' } },
    })
  })

  it('has no role where none is asked for, and is not written where nothing is needed', () => {
    const alone = bootstrap({}, [{ ...wants, permissions: [] }])
    expect(Object.keys(parse(alone.files[0]?.content ?? '').Resources)).toEqual(['Repository'])
    expect(alone.settings).toEqual([])
    expect(renderBootstrap([{ ...wants, permissions: [], bootstrap: null }], sampleContext())).toBeNull()
  })

  it('G33 writes no template where a claim cannot be told', () => {
    const subject = {
      known: true,
      useDefault: false,
      claimKeys: ['repo', 'actor'],
      prefix: null,
      immutable: false,
    } as const
    expect(renderBootstrap([wants], sampleContext({ repository: { subject } }))).toMatchObject({ ok: false })
  })

  it('names the workflow for a subject that holds it', () => {
    const subject = {
      known: true,
      useDefault: false,
      claimKeys: ['job_workflow_ref'],
      prefix: null,
      immutable: false,
    } as const
    expect(JSON.stringify(statement({ repository: { subject } }))).toContain(
      'octo-org/shop/.github/workflows/deploy.yml@refs/heads/main',
    )
  })
})
