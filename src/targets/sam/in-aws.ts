import type { App, Context, Rendering, Some } from '../../model.ts'
import { stages } from '../../render/environments.ts'
import { fact } from '../../render/facts.ts'
import { textsOf } from '../../text.ts'
import { pascal } from '../names.ts'
import { commonPermissions } from './common-permissions.ts'
import { type FeatureSignIn, featureOutputs, featureResources } from './feature/resources.ts'
import { stackBase } from './names.ts'
import { samOutputs, samResources } from './resources.ts'
import { stackPermissions } from './stack-permissions.ts'
import { happens, leftovers, warnings } from './texts.ts'

/** What is the same whichever provider runs the pipeline: rights and resources in AWS, and what is said of them. */
export function inAws(
  apps: Some<App>,
  feature: FeatureSignIn | null,
  context: Context,
): Omit<Rendering, 'files' | 'steps' | 'delivery'> {
  const texts = textsOf(context)
  const goes = feature === null ? null : feature.goes
  return {
    settings: [],
    permissions: [
      ...commonPermissions(texts),
      ...apps.flatMap((app) =>
        stackPermissions(
          app,
          `${stackBase(app, context)}-\${Environment}`,
          `${pascal(app.name)}StackRole`,
          pascal(app.name),
          texts,
        ),
      ),
    ],
    bootstrap: {
      parameters: feature?.parameters ?? {},
      resources: { ...samResources(apps, context), ...(feature ? featureResources(apps, feature, context) : {}) },
      outputs: { ...samOutputs(apps), ...(feature ? featureOutputs(apps, feature, context) : {}) },
    },
    happens: apps.flatMap((app) => happens(app, context, goes)),
    warnings: apps.flatMap((app) => warnings(app, context)),
    costs: [texts.sam.costs],
    leftovers: [...apps.flatMap((app) => leftovers(app, context)), texts.sam.bucket],
    facts: [fact('sam-bootstrap-admin'), fact('lambda-runtimes')],
  }
}

/** The environments as they stand in the picture of the delivery. */
export function stageNames(context: Context): readonly string[] {
  const { sam } = textsOf(context)
  return stages(context).map(({ name, approval }) => (approval ? sam.approved(name) : name))
}
