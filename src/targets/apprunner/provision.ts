import { isMap, isSeq, parseDocument } from 'yaml'
import type { App, Context, ParametersResource, Resource, SourceIdentity } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { secretNames } from '../environment-variables.ts'
import { parameterFolder, serviceStack, templatePath } from './names.ts'
import { serviceTemplate } from './template.ts'

/**
 * What App Runner needs for one app in one environment: the same connection and stack that the steps of the pull request make, and the parameters
 * that its settings name. `settings` is the text of `apprunner.yaml` in the repository; null: what would be generated counts.
 */
export function appRunnerResources(
  app: App,
  stage: Stage,
  context: Context,
  settings: string | null,
): readonly Resource[] {
  const { owner, name } = context.repository
  const { repositoryUrl } = sourceOf(app, stage, context)
  return [
    { kind: 'connection', id: 'connection', name: 'github', repository: `${owner}/${name}` },
    ...parametersResource(app, context, settings),
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

function parametersResource(app: App, context: Context, settings: string | null): readonly ParametersResource[] {
  const name = parameterFolder(app, context)
  const generated = secretNames(app).map((variable) => ({ variable, from: `${name}/${variable}` }))
  const wanted = settings === null ? generated : (secretsIn(settings) ?? generated)
  return wanted.length === 0 ? [] : [{ kind: 'parameters', id: 'parameters', name, wanted }]
}

/** The secrets of `apprunner.yaml`; null where it cannot be read. https://docs.aws.amazon.com/apprunner/latest/dg/config-file-ref.html (2026-11) */
function secretsIn(text: string): ParametersResource['wanted'] | null {
  const document = parseDocument(text)
  const secrets: unknown = document.errors.length > 0 ? null : document.getIn(['run', 'secrets'])
  if (secrets === undefined) return []
  if (!isSeq(secrets)) return null
  return secrets.items.flatMap((item) => {
    if (!isMap(item)) return []
    const [variable, from] = [item.get('name'), item.get('value-from')]
    const known = typeof variable === 'string' && typeof from === 'string'
    return known && /^[A-Za-z_]\w*$/u.test(variable) && /^[\w.\-/:+=@]+$/u.test(from) ? [{ variable, from }] : []
  })
}
