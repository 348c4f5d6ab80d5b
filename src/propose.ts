import { deliveredIn } from './decide/already.ts'
import { amended } from './decide/amend.ts'
import { withAskedEnvironment } from './decide/asked-environment.ts'
import { checked } from './decide/checked.ts'
import { choose } from './decide/choose.ts'
import { classify } from './decide/classify.ts'
import { concludeWithoutFiles, emptyRepository, pathWithoutApp } from './decide/conclude.ts'
import { refuseLinkedPath } from './decide/linked-path.ts'
import { reconcile } from './decide/reconcile.ts'
import { remove } from './decide/remove.ts'
import { renderPlan } from './decide/render-plan.ts'
import { settledIn } from './decide/settled.ts'
import { withoutOwn } from './decide/without-own.ts'
import { detect } from './detect.ts'
import type { Context, Outcome, Some, Tree } from './model.ts'
import { checkReport } from './render/check-report.ts'
import { pullRequest } from './render/pull-request.ts'
import { withDefaultEnvironments } from './targets/default-environments.ts'
import { textsOf } from './text.ts'

/**
 * The pure middle: what to propose for a repository.
 * Input: the tree (null for a repository without commits) and everything else that the answer depends on.
 * Output: an `Outcome`. Throws `UserError` where the request itself cannot be served, e.g. a `--path` without an app.
 */
export function propose(tree: Tree | null, given: Context): Outcome {
  const context = withAskedEnvironment(given)
  const { defaultBranch } = context.repository
  const texts = textsOf(context)
  if (!tree) return emptyRepository(defaultBranch, texts)
  refuseLinkedPath(tree, context)
  // 1. what is there
  const theirs = withoutOwn(tree)
  const findings = detect(theirs, texts)
  // 2. what it is made of
  const survey = classify(findings, context.repository.name)
  pathWithoutApp(survey, context)
  // 3. where each app goes
  const plan = choose(survey, context, settledIn(tree, context.request))
  const answer = {
    commit: tree.commit,
    defaultBranch,
    choices: plan.choices,
    existing: plan.existing,
    notes: plan.notes,
  }
  const where = withDefaultEnvironments(plan.choices, context)
  if (context.request.remove) return { ...answer, ...remove(tree, plan, where) }
  if (plan.question) return { kind: 'ask', ...answer, question: plan.question }
  // 4. what that needs, against what the repository holds
  const delivered = deliveredIn(plan, where)
  const rendered = renderPlan(plan, delivered, where)
  const reconciled = reconcile(checked(rendered.flatMap(({ rendering }) => rendering.files)), tree, plan.choices, texts)
  const mended = amended(plan, theirs, texts)
  const files = [...mended, ...reconciled.files]
  const leftAlone = reconciled.leftAlone.filter(({ path }) => mended.every((file) => file.path !== path))
  const notes = [...plan.notes, ...leftAlone.map(({ path, why }) => texts.pullRequest.leftAlone(path, why))]
  if (!isSome(files))
    return { ...concludeWithoutFiles(survey, plan, { leftAlone, delivered }, context), ...answer, notes }
  // 5. what a reviewer needs to know
  const proposal = { plan, rendered, files, leftAlone, commit: tree.commit, context: where }
  const described = { pullRequest: pullRequest(proposal), check: checkReport(proposal) }
  return { kind: 'proposal', ...answer, notes, files, rendered, ...described }
}

function isSome<T>(items: readonly T[]): items is Some<T> {
  return items.length > 0
}
