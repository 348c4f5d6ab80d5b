import type { App, Context, Resource, SourceIdentity } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { serviceStack, templatePath } from './names.ts'
import { serviceTemplate } from './template.ts'

/** What App Runner needs for one app in one environment: the same connection and stack that the steps of the pull request make. */
export function appRunnerResources(app: App, stage: Stage, context: Context): readonly Resource[] {
  const { owner, name } = context.repository
  const { repositoryUrl } = sourceOf(app, stage, context)
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
      serves: sourceOf(app, stage, context),
      urlOutput: 'Url',
    },
  ]
}

/** The branch and folder that the service of one environment is built from. */
export function sourceOf(app: App, { branch }: Stage, { repository }: Context): SourceIdentity {
  const repositoryUrl = `https://github.com/${repository.owner}/${repository.name}`
  return { repositoryUrl, directory: app.root === '.' ? '/' : `/${app.root}`, branch }
}
