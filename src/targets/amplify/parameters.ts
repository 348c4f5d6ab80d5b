import type { Context } from '../../model.ts'
import { type Stage, stages } from '../../render/environments.ts'
import type { Data } from '../../render/yaml.ts'

type Fields = { readonly [key: string]: Data }

/** One Amplify branch for each Git branch; the first environment that names it gives it its stage. */
export function branches(context: Context): readonly Stage[] {
  return [
    ...new Map(
      stages(context)
        .toReversed()
        .map((stage) => [stage.branch, stage]),
    ).values(),
  ].toReversed()
}

/** The default branch is what the public sees. */
export const isProduction = (stage: Stage, context: Context) => stage.branch === context.repository.defaultBranch

export function parameters(context: Context): Fields {
  const { host, owner, name } = context.repository
  const address = owner ? { Default: `https://${host}/${owner}/${name}` } : {}
  return {
    Repository: { Type: 'String', ...address, Description: 'Address of the repository' },
    AccessToken: {
      Type: 'String',
      NoEcho: true,
      Description:
        'Classic personal access token of an administrator of the repository, with the scope admin:repo_hook; used once, not stored',
    },
    PullRequestPreviews: {
      Type: 'String',
      Default: 'false',
      AllowedValues: ['true', 'false'],
      Description: 'An address of its own for every pull request',
    },
    ...(branches(context).every((stage) => isProduction(stage, context))
      ? {}
      : {
          Password: {
            Type: 'String',
            NoEcho: true,
            Default: '',
            Description: 'Password for branches that are not production, user "preview"; empty: open to all',
          },
        }),
  }
}

export function conditions(context: Context): Fields {
  const locked = branches(context).some((stage) => !isProduction(stage, context))
  return {
    Previews: { 'Fn::Equals': [{ Ref: 'PullRequestPreviews' }, 'true'] },
    ...(locked ? { Locked: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'Password' }, ''] }] } } : {}),
  }
}
