import type { Repository, Rule } from './repository.ts'

/** The rules that hold for a branch. */
export function rulesFor(repository: Repository, branch: string): readonly Rule[] {
  return repository.rules.filter((rule) =>
    rule.branches.endsWith('*') ? branch.startsWith(rule.branches.slice(0, -1)) : rule.branches === branch,
  )
}

export function protects(repository: Repository, branch: string): boolean {
  return rulesFor(repository, branch).length > 0
}

const reasons: Record<Rule['type'], string> = {
  creation: 'Cannot create ref due to creations being restricted.',
  update: 'Cannot update this protected ref.',
  deletion: 'Cannot delete this branch',
  non_fast_forward: 'Cannot force-push to this branch',
  required_signatures: 'Commits must have verified signatures.',
  pull_request: 'Changes must be made through a pull request.',
}

/** What GitHub says to a change of a branch that a rule forbids; null: none does. */
export function objection(repository: Repository, branch: string, broken: ReadonlySet<Rule['type']>): string | null {
  const found = rulesFor(repository, branch).filter((rule) => broken.has(rule.type))
  if (found.length === 0) return null
  const lines = found.map((rule) => `- ${reasons[rule.type]}`)
  return `Repository rule violations found\n\n${lines.join('\n')}\n\n`
}
