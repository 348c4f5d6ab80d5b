import type { App, Choice, Context, DeliveredApp, Tree } from '../model.ts'
import { literal } from '../render/expression.ts'
import type { Target } from '../targets/target.ts'
import { targets } from '../targets.ts'
import { askedPlan } from './asked-plan.ts'
import { settledIn } from './settled.ts'

/**
 * Every app in every environment that is asked for, with the names under which AWS and GitHub know it, by what the default branch holds. In the order of
 * environments, lowest impact first. Pure.
 */
export function deliveredApps(tree: Tree, asked: Context): readonly DeliveredApp[] {
  const { context, wanted, choices } = askedPlan(tree, asked)
  const settled = settledIn(tree, { path: null })
  return wanted.flatMap(({ stage, destination }) =>
    choices.flatMap((choice): DeliveredApp[] => {
      const { app } = choice
      const target = targets.find(({ id }) => id === choice.target)
      if (target === undefined) return []
      const path = workflowOf(choice, target, context)
      return [
        {
          ...{ app: { root: app.root, name: app.name }, target: target.id, destination },
          host: target.host(app, stage, context),
          workflow: path === null ? null : { path, job: `Deploy to ${literal(stage.name)}` },
          merged: settled.has(app.root) || tree.entries.some((entry) => entry.path === (path ?? ownFile(app, target))),
        },
      ]
    }),
  )
}

function workflowOf({ app, ci }: Choice, target: Target, context: Context): string | null {
  return ci === null || ci === 'github-actions' ? target.workflow(app, context) : null
}

/** The file by which AWS builds the app itself. */
function ownFile({ root }: App, { id }: Target): string | null {
  if (id === 'amplify') return 'amplify.yml'
  return id === 'apprunner' ? (root === '.' ? 'apprunner.yaml' : `${root}/apprunner.yaml`) : null
}
