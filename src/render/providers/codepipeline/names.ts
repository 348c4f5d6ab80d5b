import type { App, Context } from '../../../model.ts'
import { stages } from '../../environments.ts'

/** Stands for feature branches where an environment's slug would. */
export const featureSlug = 'feature-branch'

/** Name of the CloudFormation stack of an app's pipeline: `pipeline-shop-api`, or `pipeline-shop` where app and repository have one name. */
export function pipelineStack(app: App, context: Context): string {
  return `pipeline-${base(app, context)}`
}

/** Name of the pipeline of the last branch with environments, which is the one that production goes by. */
export function pipelineName(app: App, context: Context): string {
  const all = stages(context)
  const last = all.at(-1) ?? all[0]
  const first = all.find(({ branch }) => branch === last.branch) ?? last
  return all.every(({ branch }) => branch === first.branch)
    ? pipelineStack(app, context)
    : `${pipelineStack(app, context)}-${first.slug}`
}

/** Where the template of an app's pipeline lies. */
export function pipelinePath(app: App): string {
  return `infra/cicd/${app.name}/pipeline.yaml`
}

/** Where a build project's commands lie; `name` is `build` or an environment. */
export function buildspecPath(app: App, name: string): string {
  return `infra/cicd/${app.name}/buildspec-${name}.yml`
}

/** Name of the role of the build project that deploys to an environment (`${Environment}` in a template); at most 64 characters. */
export function pipelineRoleName(app: App, context: Context, slug: string): string {
  return `${pipelineStack(app, context).slice(0, 43).replace(/-+$/, '')}-${slug}`
}

/** A slug as a part of a logical id in CloudFormation: `eu-live` as `EuLive`. */
export function logicalId(slug: string): string {
  return slug
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
}

/** The app first: names of repositories may be longer than a role's name. */
function base(app: App, context: Context): string {
  const repository = context.repository.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return app.name === repository || repository === '' ? app.name : `${app.name}-${repository}`
}
