import type { Context, Outcome, Plan, RenderedFile, Some, Tree } from '../model.ts'
import { lockPath } from '../render/lock.ts'
import { removalRequest } from '../render/removal.ts'
import { textsOf } from '../text.ts'
import { dropped, presentIn } from './reconcile.ts'
import { renderPlan } from './render-plan.ts'

type Proposal = Extract<Outcome, { readonly kind: 'proposal' }>
type Removal =
  | Pick<Proposal, 'kind' | 'files' | 'pullRequest' | 'notes'>
  | { readonly kind: 'nothing'; readonly because: string; readonly notes: readonly string[] }

/**
 * The pull request that takes out exactly what was added: every generated file that nobody changed, and the lock.
 * What a person changed stays and is named; the plan tells what remains in AWS.
 */
export function remove(tree: Tree, plan: Plan, context: Context): Removal {
  const present = presentIn(tree, textsOf(context))
  if (!present.lock) {
    return {
      kind: 'nothing',
      notes: [],
      because: `Nothing was set up here: there is no ${lockPath} on the default branch.`,
    }
  }
  const { files, leftAlone } = dropped([], present)
  const gone: RenderedFile[] = files.map((file) => ({ ...file, purpose: 'It was generated, and nobody changed it' }))
  const lock: RenderedFile = {
    path: lockPath,
    action: 'delete',
    mode: '100644',
    content: null,
    purpose: 'The list of what was generated',
  }
  const all: Some<RenderedFile> = [lock, ...gone]
  const leftovers = [...new Set(renderPlan(plan, context).flatMap(({ rendering }) => rendering.leftovers))]
  const notes = leftAlone.map(
    ({ path }) => `${path} was changed since it was generated, so it stays. Remove it yourself if you do not need it.`,
  )
  return { kind: 'proposal', files: all, notes, pullRequest: removalRequest({ files: all, leftovers, notes, context }) }
}
