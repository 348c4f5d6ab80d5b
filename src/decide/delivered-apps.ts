import type { Context, DeliveredApp, Tree } from '../model.ts'
import { literal } from '../render/expression.ts'
import { targets } from '../targets.ts'
import { askedPlan } from './asked-plan.ts'

/**
 * Every app in every environment that is asked for, with the names under which AWS and GitHub know it, by what the default branch holds. In the order of
 * environments, lowest impact first. Pure.
 */
export function deliveredApps(tree: Tree, asked: Context): readonly DeliveredApp[] {
  const { context, wanted, choices } = askedPlan(tree, asked)
  return wanted.flatMap(({ stage, destination }) =>
    choices.flatMap(({ app, target: id, ci }): DeliveredApp[] => {
      const target = targets.find((one) => one.id === id)
      if (target === undefined) return []
      const path = ci === null || ci === 'github-actions' ? target.workflow(app, context) : null
      return [
        {
          ...{ app: { root: app.root, name: app.name }, target: target.id, destination },
          host: target.host(app, stage, context),
          workflow: path === null ? null : { path, job: `Deploy to ${literal(stage.name)}` },
        },
      ]
    }),
  )
}
