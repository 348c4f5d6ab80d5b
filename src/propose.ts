import { choose } from './decide/choose.ts'
import { classify } from './decide/classify.ts'
import { detect } from './detect.ts'
import type { Context, Outcome, Tree } from './model.ts'

/**
 * The pure middle: what to propose for a repository.
 * Input: the tree (null for a repository without commits) and everything else that the answer depends on.
 * Output: an `Outcome`. Throws `UserError` where the request itself cannot be served, e.g. a `--path` that does not exist.
 */
export function propose(tree: Tree | null, context: Context): Outcome {
  const { defaultBranch } = context.repository
  if (!tree)
    return {
      kind: 'unknown',
      commit: null,
      defaultBranch,
      choices: [],
      notes: [],
      because: 'The repository has no commits yet. Push a first commit, then run the command again.',
    }
  const survey = classify(detect(tree), context.repository.name)
  const plan = choose(survey, context)
  const answer = { commit: tree.commit, defaultBranch, choices: plan.choices, notes: plan.notes }
  if (plan.question) return { kind: 'ask', ...answer, question: plan.question }
  return {
    kind: 'unknown',
    ...answer,
    because: survey.other ? `This looks like ${survey.other.what}.` : 'Nothing deployable was found.',
  }
}
