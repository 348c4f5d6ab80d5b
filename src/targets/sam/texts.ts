import type { App, Context, Rendering } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import { featureBranches, stackBase } from './names.ts'
import { resourcesOf, unknownResources } from './statements.ts'

/** What becomes of the stack of a feature branch: it goes with the branch, later, or by whichever comes first. */
export type Goes = 'branch' | 'later' | 'either'

export function warnings(app: App, context: Context): readonly string[] {
  const { sam } = textsOf(context)
  const unknown = unknownResources(app)
  const roles = resourcesOf(app).some(({ type, named }) => type === 'AWS::IAM::Role' && named)
  const base = stackBase(app, context)
  const stacks = stages(context).map((stage) => code(`${base}-${stage.slug}`))
  return [
    sam.newStacks(app.name, stacks),
    ...(unknown.length > 0 ? [sam.unknownResources(app.name, unknown.map(code))] : []),
    ...(roles ? [sam.namedRole(app.name)] : []),
  ]
}

/** `goes`: what becomes of the stack of a feature branch; null: there are none. */
export function happens(app: App, context: Context, goes: Goes | null): Rendering['happens'] {
  const { sam } = textsOf(context)
  const way = sam.way(stages(context).map(({ name, approval }) => ({ name: code(name), approval })))
  return [
    { when: sam.thisPullRequest, what: sam.nothingDeployed(app.name) },
    { when: sam.everyLaterPush, what: sam.deployed(app.name, way) },
    ...(goes === null
      ? []
      : [{ when: sam.pushToFeature(code(featureBranches)), what: sam.featureStack(stackBase(app, context), goes) }]),
    { when: sam.toGoBack, what: sam.revert },
  ]
}

export function leftovers(app: App, context: Context): readonly string[] {
  const { sam } = textsOf(context)
  return stages(context).map((stage) =>
    sam.leftover(`${stackBase(app, context)}-${stage.slug}`, stackName(context, stage.slug)),
  )
}
