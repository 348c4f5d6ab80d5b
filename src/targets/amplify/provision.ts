import type { App, Context, Resource } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { needsCompute } from './hosting.ts'
import { isProduction } from './parameters.ts'
import { rewriteRule } from './rewrites.ts'

/** What Amplify Hosting needs for one site in one environment: as `infra/cicd/amplify.yaml` describes it, but without giving the token to a stack. */
export function amplifyResources(app: App, stage: Stage, context: Context): readonly Resource[] {
  const { owner, name, private: isPrivate } = context.repository
  const rule = rewriteRule(app)
  const production = isProduction(stage, context)
  const password = production ? null : 'password'
  const variables = { AMPLIFY_MONOREPO_APP_ROOT: app.root, AMPLIFY_DIFF_DEPLOY: 'true' }
  return [
    {
      kind: 'amplify-app',
      id: 'app',
      name: `${name.slice(0, 120)}-${app.name}`,
      repositoryUrl: `https://github.com/${owner}/${name}`,
      root: app.root,
      platform: needsCompute(app) ? 'WEB_COMPUTE' : 'WEB',
      rules: rule === null ? [] : [rule],
      environment: app.root === '.' ? {} : variables,
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

/** Name of the password in Secrets Manager. */
export function secretName(app: App, stage: Stage, context: Context): string {
  const repository = context.repository.name.replace(/[^\w.-]+/gu, '-')
  return `cicd-${repository}/${app.name}/${stage.slug}/preview-password`
}
