import type { Context, Rendering } from '../../model.ts'
import { stages } from '../environments.ts'
import type { SubjectParameter } from '../oidc.ts'
import { type Comment, type Data, plain, toYaml } from '../yaml.ts'
import { stageCondition, type Trusted, trustPolicy } from './trust.ts'

type Fields = { readonly [key: string]: Data }

/** The text of the bootstrap template. */
export function bootstrapTemplate(renderings: readonly Rendering[], trusted: Trusted | null, context: Context): string {
  const { owner, name } = context.repository
  const data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `CI/CD of ${owner === null ? '' : `${owner}/`}${name}: ${trusted ? 'sign-in of GitHub Actions by OIDC, and what it may do' : 'what its deployment needs'}`,
    Parameters: {
      ...stageParameter(context),
      ...(trusted ? trustParameters(trusted) : {}),
      ...merged(renderings, 'parameters'),
    },
    ...(trusted ? { Conditions: conditions(trusted) } : {}),
    Resources: { ...(trusted ? ownResources(renderings, trusted) : {}), ...merged(renderings, 'resources') },
    Outputs: { ...(trusted ? ownOutputs : {}), ...merged(renderings, 'outputs') },
  }
  return toYaml(data, { comments: trusted ? comments(trusted) : [] })
}

function merged(renderings: readonly Rendering[], part: 'parameters' | 'resources' | 'outputs'): Fields {
  return Object.fromEntries(
    renderings
      .flatMap((rendering) => Object.entries(rendering.bootstrap?.[part] ?? {}))
      .map(([key, value]) => [key, plain(value)]),
  )
}

function stageParameter(context: Context): Fields {
  const slugs = stages(context).map((stage) => stage.slug)
  return {
    Environment: {
      Type: 'String',
      Default: slugs[0] ?? '',
      AllowedValues: slugs,
      Description: 'The environment that this stack serves',
    },
  }
}

function trustParameters(trusted: Trusted): Fields {
  return {
    CreateOidcProvider: {
      Type: 'String',
      Default: 'true',
      AllowedValues: ['true', 'false'],
      Description: 'false where the account already has an OIDC provider for GitHub: there can be one only',
    },
    ...Object.fromEntries(trusted.parameters.map((name) => [name, subjectParameter[name]])),
  }
}

const subjectParameter: Readonly<Record<SubjectParameter, Data>> = {
  GitHubOwner: { Type: 'String', AllowedPattern: '[A-Za-z0-9_-]+', Description: 'User or organisation on GitHub' },
  GitHubRepository: { Type: 'String', AllowedPattern: '[A-Za-z0-9._-]+', Description: 'Repository on GitHub' },
  GitHubOwnerId: {
    Type: 'String',
    AllowedPattern: '[0-9]+',
    Description: 'gh api repos/OWNER/REPOSITORY --jq .owner.id',
  },
  GitHubRepositoryId: {
    Type: 'String',
    AllowedPattern: '[0-9]+',
    Description: 'gh api repos/OWNER/REPOSITORY --jq .id',
  },
}

function conditions({ ofStages }: Trusted): Fields {
  const all = ofStages.length > 1 ? ofStages.slice(0, -1) : []
  return {
    CreatesOidcProvider: { 'Fn::Equals': [{ Ref: 'CreateOidcProvider' }, 'true'] },
    ...Object.fromEntries(
      all.map(({ stage }) => [stageCondition(stage.slug), { 'Fn::Equals': [{ Ref: 'Environment' }, stage.slug] }]),
    ),
  }
}

function ownResources(renderings: readonly Rendering[], trusted: Trusted): Fields {
  return {
    OidcProvider: {
      Type: 'AWS::IAM::OIDCProvider',
      Condition: 'CreatesOidcProvider',
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: { Url: `https://${trusted.issuer}`, ClientIdList: [trusted.audience] },
    },
    DeployRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description: 'Deploys from GitHub Actions',
        MaxSessionDuration: 3600,
        AssumeRolePolicyDocument: trustPolicy(trusted),
        Policies: policies(renderings),
        Tags: [{ Key: 'environment', Value: { Ref: 'Environment' } }],
      },
    },
  }
}

function policies(renderings: readonly Rendering[]): Data {
  const statements = renderings.flatMap((rendering) => rendering.permissions.map(({ statement }) => plain(statement)))
  const once = [...new Map(statements.map((statement) => [JSON.stringify(statement), statement])).values()]
  return once.length === 0 ? [] : [{ PolicyName: 'deploy', PolicyDocument: { Version: '2012-10-17', Statement: once } }]
}

const ownOutputs: Fields = {
  DeployRoleArn: {
    Description: 'Value of the Actions variable for the role',
    Value: { 'Fn::GetAtt': ['DeployRole', 'Arn'] },
  },
}

function comments(trusted: Trusted): Comment[] {
  const { because, notes } = trusted.ofStages[0].trust
  return [
    {
      path: ['Resources', 'OidcProvider'],
      text: 'Stays when this stack is deleted: other repositories of the account may use it.',
    },
    {
      path: ['Resources', 'DeployRole'],
      text: ['Only runs of this repository get this role.', because, ...notes].join('\n'),
    },
  ]
}
