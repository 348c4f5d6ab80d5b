import type { App, Context, Resource } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { serviceStack, templatePath } from './names.ts'
import { serviceTemplate } from './template.ts'

/** What App Runner needs for one app in one environment: the same connection and stack that the steps of the pull request make. */
export function appRunnerResources(app: App, stage: Stage, context: Context): readonly Resource[] {
  const { owner, name } = context.repository
  const repositoryUrl = `https://github.com/${owner}/${name}`
  return [
    { kind: 'connection', id: 'connection', name: 'github', repository: `${owner}/${name}` },
    {
      kind: 'stack',
      id: 'service',
      name: serviceStack(app, context, stage.slug),
      path: templatePath(app),
      template: serviceTemplate(app, context),
      parameters: {
        ConnectionArn: { idOf: 'connection' },
        RepositoryUrl: { value: repositoryUrl, keep: false },
        Branch: { value: stage.branch, keep: false },
      },
      iam: true,
      serves: { repositoryUrl, directory: app.root === '.' ? '/' : `/${app.root}`, branch: stage.branch },
      urlOutput: 'Url',
    },
  ]
}
