import type { Context } from '../../../model.ts'
import type { Texts } from '../../../text.ts'
import { stages } from '../../environments.ts'
import type { Data } from '../../yaml.ts'
import { findProvider } from '../find-provider.ts'
import type { SignIn } from '../sign-in.ts'
import { stageCondition } from '../trust.ts'

/** The audience that the jobs ask for: a name of our own choice that the provider in IAM lists. */
export const gitlabAudience = 'sts.amazonaws.com'

/** Branches whose jobs deploy feature stacks. */
const featureBranches = 'feature/*'

/**
 * Jobs of one project and one branch. The subject of a GitLab job names project and branch, and not the environment
 * (https://docs.gitlab.com/ci/secrets/id_token_authentication/, 2026-11). Feature branches share one role, so the end of their subject is a pattern.
 */
export function signInOfGitLab(context: Context, role: 'deploy' | 'feature', texts: Texts['providers']): SignIn {
  const host = gitlabHost(context)
  const exact = { [`${host}:aud`]: gitlabAudience }
  const condition: { readonly [key: string]: Data } =
    role === 'feature'
      ? { StringEquals: exact, StringLike: { [`${host}:sub`]: subject(featureBranches) } }
      : { StringEquals: { ...exact, [`${host}:sub`]: subjects(context) } }
  return {
    by: 'GitLab CI',
    how: 'by OIDC',
    signsIn: texts.signsIn('GitLab CI'),
    parameters: { GitLabProject: project(context) },
    provider: { url: `https://${host}`, audience: gitlabAudience, of: 'GitLab' },
    trust: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'GitLab',
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: {
            Federated: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${host}` },
          },
          Condition: condition,
        },
      ],
    },
    why: [texts.gitlabWho(host), texts.gitlabBranch],
    before: [findProvider(host)],
    overrides: ` CreateOidcProvider="$create" GitLabProject=${known(context) ?? 'GROUP/PROJECT'}`,
    lookUp: known(context) ? '' : texts.gitlabLookUp(host),
  }
}

/** The GitLab that the repository lies on; gitlab.com where it lies elsewhere. */
function gitlabHost({ repository }: Pick<Context, 'repository'>): string {
  const { host, enterprise } = repository
  return enterprise || /(^|\.)(github\.com|ghe\.com|bitbucket\.org)$/.test(host) ? 'gitlab.com' : host
}

/** The path of the project where the repository lies on GitLab. */
function known({ repository }: Context): string | null {
  const path = `${repository.owner ?? ''}/${repository.name}`
  return gitlabHost({ repository }) === repository.host && projectPath.test(path) ? path : null
}

const projectPath = /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)+$/

function project(context: Context): Data {
  const path = known(context)
  return {
    Type: 'String',
    ...(path ? { Default: path } : {}),
    AllowedPattern: '[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+',
    Description: 'Path of the project on GitLab: group/project',
  }
}

function subjects(context: Context): Data {
  const [first, ...rest] = stages(context)
  const last = rest.at(-1) ?? first
  const others = [first, ...rest].slice(0, -1).filter(({ branch }) => branch !== last.branch)
  return others.reduceRight<Data>(
    (rest, { slug, branch }) => ({ 'Fn::If': [stageCondition(slug), subject(branch), rest] }),
    subject(last.branch),
  )
}

/** `${` of a branch is written so that neither CloudFormation nor IAM takes it for a variable. */
function subject(branch: string): Data {
  return { 'Fn::Sub': `project_path:\${GitLabProject}:ref_type:branch:ref:${branch.replaceAll('${', '${!$}{')}` }
}
