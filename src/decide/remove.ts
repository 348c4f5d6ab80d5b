import type { Context, Outcome, Plan, RenderedFile, Some, Tree } from '../model.ts'
import { removalReport } from '../render/check-report.ts'
import { lockPath } from '../render/lock.ts'
import { removalRequest } from '../render/removal.ts'
import { textsOf } from '../text.ts'
import { deliveredIn } from './already.ts'
import { dropped, presentIn } from './reconcile.ts'
import { renderPlan } from './render-plan.ts'

type Proposal = Extract<Outcome, { readonly kind: 'proposal' }>
type Removal =
  | Pick<Proposal, 'kind' | 'files' | 'rendered' | 'pullRequest' | 'check' | 'notes'>
  | { readonly kind: 'nothing'; readonly because: string; readonly notes: readonly string[] }

/**
 * The pull request that takes out exactly what was added: every generated file that nobody changed, and the lock.
 * What a person changed stays and is named; the plan tells what remains in AWS.
 */
export function remove(tree: Tree, plan: Plan, context: Context): Removal {
  const texts = textsOf(context)
  const present = presentIn(tree, texts)
  if (!present.lock) {
    return {
      kind: 'nothing',
      notes: [],
      because: texts.files.notSetUp(lockPath),
    }
  }
  const { files, leftAlone } = dropped([], present)
  const gone: RenderedFile[] = files.map((file) => ({ ...file, purpose: texts.files.generated }))
  const lock: RenderedFile = {
    path: lockPath,
    action: 'delete',
    mode: '100644',
    content: null,
    purpose: texts.files.lock,
  }
  const all: Some<RenderedFile> = [lock, ...gone]
  const leftovers = [
    ...new Set(renderPlan(plan, deliveredIn(plan, context), context).flatMap(({ rendering }) => rendering.leftovers)),
  ]
  const notes = leftAlone.map(({ path }) => texts.files.changed(path))
  const pullRequest = removalRequest({ files: all, leftovers, notes, context })
  return {
    kind: 'proposal',
    files: all,
    rendered: [],
    notes,
    pullRequest,
    check: removalReport(all, pullRequest, texts),
  }
}
