import type { App, Context } from '../../model.ts'
import type { Stage } from '../../render/environments.ts'
import { pipelines } from './pipelines.ts'

/** Name of the repository in ECR that a stage builds into: `shop/web`; one for each stage where several branches are built. */
export function imageName(app: App, context: Context, stage: Stage): string {
  return severalBuilders(context) ? `${base(app, context)}-${stage.slug}` : base(app, context)
}

/** The same name in a template that is deployed once for each stage. */
export function repositoryName(app: App, context: Context): string | { readonly 'Fn::Sub': string } {
  return severalBuilders(context) ? { 'Fn::Sub': `${base(app, context)}-\${Environment}` } : base(app, context)
}

function severalBuilders(context: Context): boolean {
  return pipelines(context).length > 1
}

/** ECR allows lower case only. */
function base(app: App, context: Context): string {
  const name = context.repository.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'repository' : name}/${app.name}`
}
