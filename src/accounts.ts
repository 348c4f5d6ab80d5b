import { blankForm } from './accounts/blank-form.ts'
import { networkDeployments } from './accounts/deployments.ts'
import { describeAccounts } from './accounts/description.ts'
import { filesOf } from './accounts/files.ts'
import { landscapeOf } from './accounts/landscape.ts'
import { notesOf } from './accounts/notes.ts'
import { pipelineOf } from './accounts/pipeline.ts'
import { type Ground, phasesOf } from './accounts/plan.ts'
import { summaryOf } from './accounts/summary.ts'
import { unnamedStores } from './accounts/unnamed-stores.ts'
import { deliveredIn } from './decide/already.ts'
import { checked } from './decide/checked.ts'
import { choose } from './decide/choose.ts'
import { classify } from './decide/classify.ts'
import { emptyRepository } from './decide/conclude.ts'
import { reconcile } from './decide/reconcile.ts'
import { settledIn } from './decide/settled.ts'
import { withoutOwn } from './decide/without-own.ts'
import { detect } from './detect.ts'
import type { AccountsFormat, AccountsWish, Context, Outcome, Plan, Some, Tree } from './model.ts'
import { accountsLockPath } from './render/lock.ts'
import { textsOf } from './text.ts'

export { accountsBranch } from './accounts/description.ts'

/** What comes besides the tree and the configuration. */
export interface Given {
  /** What a form says, and where it stands; null: there is none. */
  readonly form: { readonly wish: AccountsWish; readonly where: 'comment' | 'issue' } | null
  readonly format: AccountsFormat | null
  /** There is no issue to put a form into. */
  readonly local?: true
}

/**
 * From one AWS account to several: the plan and its templates as one proposal on a branch of its own, without anything being created.
 * Without a form, `accounts:` of the configuration counts. With neither the outcome is `ask`, with a form to fill in.
 * Pure, as `propose` is; throws `UserError` where no trust policy of the pipeline can be written.
 */
export function proposeAccounts(tree: Tree | null, context: Context, given: Given): Outcome {
  const { defaultBranch } = context.repository
  const texts = textsOf(context)
  if (!tree) return emptyRepository(defaultBranch, texts)
  const plan = planOf(tree, context)
  const answer = { commit: tree.commit, defaultBranch, choices: [], existing: [] }
  const wish = given.form?.wish ?? context.config.accounts ?? null
  if (wish === null) {
    const question = {
      text: texts.accounts[given.local ? 'formIntroLocal' : 'formIntro'],
      choices: [],
      form: blankForm(plan, context),
    }
    return { kind: 'ask', ...answer, notes: [], question }
  }
  const ground = groundOf(asked(wish, given, context), plan, context)
  const phases = phasesOf(ground)
  const accounts = summaryOf(ground.landscape, phases, texts)
  const generated = checked(filesOf(phases, ground))
  const { files, leftAlone } = reconcile(generated, tree, [], texts, accountsLockPath)
  const notes = [
    ...notesOf(ground.landscape, texts),
    ...unnamedStores(ground.landscape, plan, context, tree.commit),
    ...leftAlone.map(({ path, why }) => texts.pullRequest.leftAlone(path, why)),
  ]
  if (!isSome(files)) {
    const paths = leftAlone.map(({ path }) => path).join(', ')
    const because = leftAlone.length === 0 ? texts.accounts.upToDate : texts.accounts.leftAlone(paths)
    return { kind: 'nothing', ...answer, accounts, notes, because }
  }
  const pullRequest = describeAccounts({
    ground,
    phases,
    files,
    notes,
    from: given.form?.where ?? 'configuration',
    context,
  })
  const title = texts.accounts.checkTitle(ground.landscape.accounts.length)
  const check = { title, summary: pullRequest.body, annotations: [] }
  return { kind: 'proposal', ...answer, accounts, notes, files, rendered: [], pullRequest, check }
}

/** What a set-up would do here: apps, stores and roles come from it. */
function planOf(tree: Tree, context: Context): Plan {
  const survey = classify(detect(withoutOwn(tree), textsOf(context)), context.repository.name)
  return choose(survey, context, settledIn(tree, context.request))
}

/** Flags come before the form and the file. */
function asked(wish: AccountsWish, { format }: Given, { request }: Context): AccountsWish {
  return { ...wish, region: request.region ?? wish.region, format: format ?? wish.format }
}

function groundOf(wish: AccountsWish, plan: Plan, context: Context): Ground {
  const landscape = landscapeOf(wish, context.config)
  return {
    landscape,
    deployments: networkDeployments(landscape.vpcs, landscape.network),
    pipeline: pipelineOf(landscape, plan, deliveredIn(plan, context), context),
    texts: textsOf(context),
  }
}

function isSome<T>(items: readonly T[]): items is Some<T> {
  return items.length > 0
}
