import { detect } from '../detect.ts'
import type { Choice, Context, Destination, Plan, Tree } from '../model.ts'
import { type Stage, stages } from '../render/environments.ts'
import { withDefaultEnvironments } from '../targets/default-environments.ts'
import { choose } from './choose.ts'
import { classify } from './classify.ts'
import { isAsked, settledIn } from './settled.ts'
import { withoutOwn } from './without-own.ts'

/** The delivery as it was set up, and what of it a command is about. */
export interface AskedPlan {
  readonly plan: Plan
  /** With the environments that hold where none are configured. */
  readonly context: Context
  readonly wanted: readonly { readonly stage: Stage; readonly destination: Destination }[]
  /** The apps with a target. */
  readonly choices: readonly Choice[]
}

/** How the repository is delivered by what was merged, for the environment (`--environment`, or all) and the apps (`--path`) that are asked for. Pure. */
export function askedPlan(tree: Tree, asked: Context): AskedPlan {
  // Whoever merged App Runner says that the account may use it: an empty Region proves nothing, and AWS itself has the last word.
  const customer = asked.aws.appRunnerCustomer === false ? null : asked.aws.appRunnerCustomer
  const given: Context = { ...asked, aws: { ...asked.aws, appRunnerCustomer: customer } }
  const survey = classify(detect(withoutOwn(tree)), given.repository.name)
  const plan = choose(survey, given, settledIn(tree, { path: null }))
  const context = withDefaultEnvironments(plan.choices, given)
  const { environment, path } = given.request
  const all = stages(context)
  const wanted = all.filter(({ name }) => environment === null || name === environment)
  return {
    ...{ plan, context },
    wanted: wanted.map((stage) => ({ stage, destination: destinationOf(stage, stage === all.at(-1)) })),
    choices: plan.choices.filter(({ app, target }) => target !== null && isAsked(app, path)),
  }
}

/** Environments are in the order of their impact, so the last one is production, whatever its name. */
function destinationOf({ name, slug, account, region, branch }: Stage, last: boolean): Destination {
  return { environment: name, slug, account, region, branch, production: last || /^prod/iu.test(name) }
}
