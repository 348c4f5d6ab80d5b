import type { App, Context } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { pipelines } from './pipelines.ts'

/** Name of the repository in ECR that a stage builds into: `shop/web`; one for each stage where several branches are built. */
export function imageName(app: App, context: Context, stage: Stage): string {
  return severalBuilders(context) ? `${imageBase(app, context)}-${stage.slug}` : imageBase(app, context)
}

/** The same name in a template that is deployed once for each stage. */
export function repositoryName(app: App, context: Context): string | { readonly 'Fn::Sub': string } {
  return severalBuilders(context)
    ? { 'Fn::Sub': `${imageBase(app, context)}-\${Environment}` }
    : imageBase(app, context)
}

function severalBuilders(context: Context): boolean {
  return pipelines(context).length > 1
}

/** How the names of an app's repositories begin. ECR allows lower case only. */
export function imageBase(app: App, context: Context): string {
  const name = context.repository.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'repository' : name}/${app.name}`
}
