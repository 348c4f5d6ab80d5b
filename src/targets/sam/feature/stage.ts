import type { App, Context, Some } from '../../../model.ts'
import { type Stage, stages } from '../../../render/environments.ts'
import { type Trust, trustFor } from '../../../render/oidc.ts'
import { featureBranches } from '../names.ts'

/** The GitHub environment of feature branches; its role reaches stacks with the word `feature` in their name only. */
export const environment = 'feature'

/**
 * The stage of feature branches: the account and Region of the first stage. Null where the repository has no environments, since the branch
 * would then stand in the subject and every branch would need a trust of its own.
 */
export function featureStage(context: Context): Stage | null {
  const [first] = stages(context)
  if (!first.github || context.config.environments === null || context.config.environments === 'none') return null
  return { ...first, name: environment, slug: environment, approval: false, branch: featureBranches }
}

/** Where the workflow of an app's feature branches lies. */
export function featurePath(app: App): string {
  return `.github/workflows/feature-${app.name}.yml`
}

/** Who may sign in for feature branches; where that cannot be told exactly, there are no feature stacks. */
export function featureTrust(apps: Some<App>, context: Context): Trust {
  const workflows = apps.map((app) => ({ name: `Feature stacks of ${app.name}`, path: featurePath(app) }))
  return trustFor(context.repository, { environment, branch: context.repository.defaultBranch, workflows })
}
