import type { App, Context, Rendering } from '../../model.ts'
import { stackName } from '../../render/bootstrap/steps.ts'
import { stages } from '../../render/environments.ts'
import { code } from '../../render/markdown.ts'
import { featureBranches, stackBase } from './names.ts'
import { resourcesOf, unknownResources } from './statements.ts'

export function warnings(app: App, context: Context): readonly string[] {
  const unknown = unknownResources(app)
  const roles = resourcesOf(app).some(({ type, named }) => type === 'AWS::IAM::Role' && named)
  const base = stackBase(app, context)
  return [
    `The stacks of ${app.name} are new: ${stages(context)
      .map((stage) => code(`${base}-${stage.slug}`))
      .join(
        ', ',
      )}. A stack that was deployed by hand stays as it is, and names that the template fixes (tables, buckets, functions) clash with it in the same account and Region.`,
    ...(unknown.length > 0
      ? [
          `The template of ${app.name} has kinds of resource that are not known here: ${unknown.map(code).join(', ')}. Add what CloudFormation needs for them to the role of ${app.name} in \`infra/cicd/bootstrap.yaml\`, or its first deployment is refused.`,
        ]
      : []),
    ...(roles
      ? [
          `The template of ${app.name} gives an IAM role a name of its own. CloudFormation may make roles with names after the stack only: take \`RoleName\` out, or the first deployment is refused.`,
        ]
      : []),
  ]
}

/** `goes`: what becomes of the stack of a feature branch; null: there are none. */
export function happens(app: App, context: Context, goes: string | null): Rendering['happens'] {
  const all = stages(context)
  const way = all
    .map((stage) => `${code(stage.name)}${stage.approval ? ' (after a person approves)' : ''}`)
    .join(', then ')
  return [
    { when: 'On this pull request', what: `Nothing of ${app.name} is deployed.` },
    {
      when: 'On merge and on every later push',
      what: `${app.name} is tested and built once; what was built is deployed to ${way}. A failed deployment is rolled back by CloudFormation.`,
    },
    ...(goes !== null
      ? [
          {
            when: `On a push to ${code(featureBranches)}`,
            what: `The branch gets a stack of its own (\`${stackBase(app, context)}-feature-…\`), which ${goes}. The role \`FeatureRole\` reaches these stacks only.`,
          },
        ]
      : []),
    { when: 'To go back', what: 'Revert the commit: the pipeline deploys what was before.' },
  ]
}

export function leftovers(app: App, context: Context): readonly string[] {
  return stages(context).flatMap((stage) => {
    const stack = `${stackBase(app, context)}-${stage.slug}`
    return [
      `Stack \`${stack}\`: \`aws cloudformation delete-stack --stack-name ${stack}\` (before \`${stackName(context, stage.slug)}\`, whose role it was made with)`,
    ]
  })
}
