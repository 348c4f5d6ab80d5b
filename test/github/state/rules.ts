import type { Repository } from './repository.ts'

/**
 * A rule of a ruleset. `branches` is a name, or the start of names with `*` after it. `pattern` is a regular expression that a
 * branch name, a commit message or an author's e-mail must match.
 */
export type Rule = { readonly branches: string } & (
  | { readonly type: 'creation' | 'update' | 'deletion' | 'non_fast_forward' | 'required_signatures' | 'pull_request' }
  | {
      readonly type: 'branch_name_pattern' | 'commit_message_pattern' | 'commit_author_email_pattern'
      readonly pattern: string
    }
)

export type RuleType = Rule['type']

/** The rules that hold for a branch. */
export function rulesFor(repository: Repository, branch: string): readonly Rule[] {
  return repository.rules.filter(({ branches }) =>
    branches.endsWith('*') ? branch.startsWith(branches.slice(0, -1)) : branches === branch,
  )
}

export function protects(repository: Repository, branch: string): boolean {
  return rulesFor(repository, branch).length > 0
}

/** What a change of a branch does, as far as rules look at it. */
export interface BranchChange {
  readonly kind: 'creation' | 'update' | 'deletion'
  readonly branch: string
  readonly forced: boolean
  /** The commits that come with it and are in no ref yet. */
  readonly commits: readonly { readonly message: string; readonly email: string; readonly verified: boolean }[]
}

const broken: Record<RuleType, (change: BranchChange, pattern: string) => boolean> = {
  creation: (change) => change.kind === 'creation',
  update: (change) => change.kind === 'update',
  deletion: (change) => change.kind === 'deletion',
  non_fast_forward: (change) => change.forced,
  pull_request: (change) => change.kind === 'update',
  required_signatures: (change) => change.commits.some((commit) => !commit.verified),
  branch_name_pattern: (change, pattern) => change.kind === 'creation' && !new RegExp(pattern).test(change.branch),
  commit_message_pattern: (change, pattern) => change.commits.some((one) => !new RegExp(pattern).test(one.message)),
  commit_author_email_pattern: (change, pattern) => change.commits.some((one) => !new RegExp(pattern).test(one.email)),
}

const reasons: Record<RuleType, string> = {
  creation: 'Cannot create ref due to creations being restricted.',
  update: 'Cannot update this protected ref.',
  deletion: 'Cannot delete this branch',
  non_fast_forward: 'Cannot force-push to this branch',
  pull_request: 'Changes must be made through a pull request.',
  required_signatures: 'Commits must have verified signatures.',
  branch_name_pattern: 'Branch name must match a given regex pattern',
  commit_message_pattern: 'Commit message must match a given regex pattern',
  commit_author_email_pattern: 'Author email must match a given regex pattern',
}

/**
 * What GitHub says to a change that breaks rules; null: none is broken. A forbidden creation gets no reason at all
 * (https://github.com/github/rest-api-description/issues/4887, 2025-06-04).
 */
export function objection(repository: Repository, change: BranchChange): string | null {
  const found = rulesFor(repository, change.branch).filter((rule) =>
    broken[rule.type](change, 'pattern' in rule ? rule.pattern : ''),
  )
  if (found.length === 0) return null
  if (found.some((rule) => rule.type === 'creation')) return 'Reference update failed'
  return `Repository rule violations found\n\n${found.map((rule) => reasons[rule.type]).join('\n\n')}\n\n`
}
