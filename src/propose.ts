import type { Context, Outcome, Tree } from './model.ts'

/**
 * The pure middle: what to propose for a repository.
 * Input: the tree (null for a repository without commits) and everything else that the answer depends on.
 * Output: an `Outcome`. Throws `UserError` where the request itself cannot be served, e.g. a `--path` that does not exist.
 */
export function propose(_tree: Tree | null, _context: Context): Outcome {
  throw new Error('not yet')
}
