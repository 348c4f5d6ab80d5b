import type { Context, Rendering } from '../../model.ts'
import { stages } from '../environments.ts'
import { type Comment, type Data, plain, toYaml } from '../yaml.ts'
import type { SignIn } from './sign-in.ts'
import { stageCondition } from './trust.ts'

type Fields = { readonly [key: string]: Data }

/** The text of the bootstrap template. */
export function bootstrapTemplate(renderings: readonly Rendering[], signIn: SignIn | null, context: Context): string {
  const { owner, name } = context.repository
  const resources = { ...(signIn ? ownResources(renderings, signIn) : {}), ...merged(renderings, 'resources') }
  const outputs = { ...(signIn ? ownOutputs(signIn) : {}), ...merged(renderings, 'outputs') }
  const conditions = signIn ? conditionsOf(signIn, [resources, outputs], context) : {}
  const data = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `CI/CD of ${owner === null ? '' : `${owner}/`}${name}: ${signIn ? `sign-in of ${signIn.by} ${signIn.how}, and what it may do` : 'what its deployment needs'}`,
    Parameters: {
      ...stageParameter(context),
      ...(signIn ? signInParameters(signIn) : {}),
      ...merged(renderings, 'parameters'),
    },
    ...(Object.keys(conditions).length > 0 ? { Conditions: conditions } : {}),
    Resources: resources,
    Outputs: outputs,
  }
  return toYaml(data, { comments: signIn ? comments(signIn) : [] })
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

function signInParameters({ provider, parameters }: SignIn): Fields {
  if (provider === null) return parameters
  return {
    CreateOidcProvider: {
      Type: 'String',
      Default: 'true',
      AllowedValues: ['true', 'false'],
      Description: `false where the account already has an OIDC provider for ${provider.of === 'Bitbucket' ? 'this Bitbucket workspace' : provider.of}: there can be one only`,
    },
    ...parameters,
  }
}

/** The conditions that something in the template asks for. */
function conditionsOf({ provider }: SignIn, parts: readonly Data[], context: Context): Fields {
  const text = JSON.stringify(parts)
  const ofStages = stages(context)
    .map(({ slug }): [string, Data] => [stageCondition(slug), { 'Fn::Equals': [{ Ref: 'Environment' }, slug] }])
    .filter(([name]) => text.includes(`"${name}"`))
  return {
    ...(provider ? { CreatesOidcProvider: { 'Fn::Equals': [{ Ref: 'CreateOidcProvider' }, 'true'] } } : {}),
    ...Object.fromEntries(ofStages),
  }
}

function ownResources(renderings: readonly Rendering[], { provider, trust, by }: SignIn): Fields {
  const oidc: Fields = provider
    ? {
        OidcProvider: {
          Type: 'AWS::IAM::OIDCProvider',
          Condition: 'CreatesOidcProvider',
          DeletionPolicy: 'Retain',
          UpdateReplacePolicy: 'Retain',
          Properties: { Url: provider.url, ClientIdList: [provider.audience] },
        },
      }
    : {}
  return {
    ...oidc,
    DeployRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        Description: `Deploys from ${by}`,
        MaxSessionDuration: 3600,
        AssumeRolePolicyDocument: trust,
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

function ownOutputs({ by }: SignIn): Fields {
  return {
    DeployRoleArn: {
      Description:
        by === 'GitHub Actions' ? 'Value of the Actions variable for the role' : `The role that ${by} deploys with`,
      Value: { 'Fn::GetAtt': ['DeployRole', 'Arn'] },
    },
  }
}

function comments({ by, provider, why }: SignIn): Comment[] {
  const stays = {
    path: ['Resources', 'OidcProvider'],
    text: 'Stays when this stack is deleted: other repositories of the account may use it.',
  }
  return [
    ...(provider ? [stays] : []),
    {
      path: ['Resources', 'DeployRole'],
      text: (by === 'GitHub Actions' ? ['Only runs of this repository get this role.', ...why] : why).join('\n'),
    },
  ]
}
