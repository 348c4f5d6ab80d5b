import type { Context, Delivery } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { bitbucketEnvironments } from '../../providers/steps/bitbucket-environments.ts'
import type { Data } from '../../yaml.ts'
import { findProviderOf } from '../find-provider.ts'
import type { SignIn } from '../sign-in.ts'

// A value that no environment has.
const nobody = '00000000-0000-0000-0000-000000000000'
const uuid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/**
 * Steps of one repository and one deployment environment. A Bitbucket subject is `{REPOSITORY}:{ENVIRONMENT}:{STEP}`, and the last part is new in
 * every run, so it alone is a pattern (https://support.atlassian.com/bitbucket-cloud/docs/deploy-on-aws-using-bitbucket-pipelines-openid-connect/, 2026-11).
 * The issuer holds the workspace's name, and CloudFormation puts no parameter into a key: the policy is a text.
 */
export function signInOfBitbucket(
  deliveries: readonly Delivery[],
  context: Context,
  role: 'deploy' | 'feature',
  texts: Texts,
): SignIn {
  const workspace = workspaceOf(context)
  const environment = role === 'feature' ? 'BitbucketFeatureEnvironmentUuid' : 'BitbucketEnvironmentUuid'
  return {
    by: 'Bitbucket Pipelines',
    how: 'by OIDC',
    signsIn: texts.providers.signsIn('Bitbucket Pipelines'),
    parameters: {
      BitbucketWorkspace: {
        Type: 'String',
        ...(workspace ? { Default: workspace } : {}),
        AllowedPattern: '[A-Za-z0-9_-]+',
        Description: 'Name of the workspace, as it stands in the address of the repository',
      },
      BitbucketWorkspaceUuid: identifier('Last part of the audience'),
      BitbucketRepositoryUuid: identifier('The repository'),
      [environment]:
        role === 'feature'
          ? identifier('The deployment environment feature, where this stack has its role', nobody)
          : identifier('The deployment environment of this stack'),
    },
    provider: {
      url: {
        'Fn::Sub': 'https://api.bitbucket.org/2.0/workspaces/${BitbucketWorkspace}/pipelines-config/identity/oidc',
      },
      audience: { 'Fn::Sub': 'ari:cloud:bitbucket::workspace/${BitbucketWorkspaceUuid}' },
      of: 'Bitbucket',
    },
    trust: { 'Fn::Sub': JSON.stringify(policy(environment), null, 2) },
    why: [texts.providers.bitbucketWho],
    before: [
      `workspace=${workspace ?? 'WORKSPACE'} workspace_uuid=UUID repository_uuid=UUID environment_uuid=UUID`,
      findProviderOf('api.bitbucket.org/2.0/workspaces/$workspace/pipelines-config/identity/oidc'),
    ],
    overrides:
      ' CreateOidcProvider="$create" BitbucketWorkspace="$workspace" BitbucketWorkspaceUuid="$workspace_uuid" BitbucketRepositoryUuid="$repository_uuid" BitbucketEnvironmentUuid="$environment_uuid"',
    lookUp: texts.providers.bitbucketLookUp,
    first: [bitbucketEnvironments(deliveries, context, texts.providers)],
  }
}

function workspaceOf({ repository }: Context): string | null {
  const { host, owner } = repository
  return host === 'bitbucket.org' && owner !== null && /^[A-Za-z0-9_-]+$/.test(owner) ? owner : null
}

function identifier(what: string, known?: string): Data {
  return {
    Type: 'String',
    ...(known ? { Default: known } : {}),
    AllowedPattern: uuid,
    Description: `${what}: a UUID without braces`,
  }
}

function policy(environment: string): unknown {
  const issuer = 'api.bitbucket.org/2.0/workspaces/${BitbucketWorkspace}/pipelines-config/identity/oidc'
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'Bitbucket',
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${issuer}` },
        Condition: {
          StringEquals: { [`${issuer}:aud`]: 'ari:cloud:bitbucket::workspace/${BitbucketWorkspaceUuid}' },
          StringLike: { [`${issuer}:sub`]: `{\${BitbucketRepositoryUuid}}:{\${${environment}}}:*` },
        },
      },
    ],
  }
}
