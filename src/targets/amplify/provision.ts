import type { App, Context, Host, Resource } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import type { Stage } from '../../render/environments.ts'
import { toYaml } from '../../render/yaml.ts'
import { needsCompute } from './hosting.ts'
import { logRole } from './log-role.ts'
import { isProduction } from './parameters.ts'
import { rewriteRule } from './rewrites.ts'

/** What Amplify Hosting needs for one site in one environment: as `infra/cicd/amplify.yaml` describes it, but without giving the token to a stack. */
export function amplifyResources(app: App, stage: Stage, context: Context): readonly Resource[] {
  const { private: isPrivate } = context.repository
  const rule = rewriteRule(app)
  const production = isProduction(stage, context)
  const password = production ? null : 'password'
  const variables = { AMPLIFY_MONOREPO_APP_ROOT: app.root, AMPLIFY_DIFF_DEPLOY: 'true' }
  const logs = needsCompute(app) ? 'logs' : null
  return [
    ...(logs === null ? [] : [logStack(logs, context)]),
    {
      kind: 'amplify-app',
      id: 'app',
      name: amplifyName(app, context),
      repositoryUrl: repositoryUrl(context),
      root: app.root,
      platform: needsCompute(app) ? 'WEB_COMPUTE' : 'WEB',
      rules: rule === null ? [] : [rule],
      environment: app.root === '.' ? {} : variables,
      logs,
    },
    ...(password === null ? [] : [{ kind: 'password' as const, id: password, name: secretName(app, stage, context) }]),
    {
      kind: 'amplify-branch',
      id: 'branch',
      app: 'app',
      password,
      branch: stage.branch,
      stage: production ? 'PRODUCTION' : 'DEVELOPMENT',
      // Server code of strangers would run with the app's role (case G49).
      previews: production && (!needsCompute(app) || isPrivate === true),
    },
    { kind: 'amplify-release', id: 'release', app: 'app', branch: stage.branch },
  ]
}

/** The Amplify app and the branch of it that one environment is. */
export function amplifyHost(app: App, { branch }: Stage, context: Context): Host {
  return {
    kind: 'amplify',
    name: amplifyName(app, context),
    repositoryUrl: repositoryUrl(context),
    root: app.root,
    branch,
  }
}

function amplifyName(app: App, { repository }: Context): string {
  return `${repository.name.slice(0, 120)}-${app.name}`
}

function repositoryUrl({ repository: { owner, name } }: Context): string {
  return `https://github.com/${owner}/${name}`
}

/** The role by which server code writes its logs: one for all sites of the repository, and the only thing here that takes a stack. */
function logStack(id: string, context: Context): Resource {
  const template = toYaml({
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Amplify Hosting: the role that writes the logs of server code',
    Resources: { LogRole: logRole },
    Outputs: { RoleArn: { Value: { 'Fn::GetAtt': ['LogRole', 'Arn'] } } },
  })
  const name = stackName(context, 'amplify-logs')
  return { kind: 'stack', id, name, path: null, template, parameters: {}, iam: true, serves: null, urlOutput: null }
}

/** Name of the password in Secrets Manager. */
export function secretName(app: App, stage: Stage, context: Context): string {
  const repository = context.repository.name.replace(/[^\w.-]+/gu, '-')
  return `cicd-${repository}/${app.name}/${stage.slug}/preview-password`
}
