import { UserError } from '../errors.ts'
import type { Branch, BranchCommit } from './branch.ts'
import type { Pull } from './state.ts'

/** The commits of people on our branch. */
export function commitsOfPeople(branch: Branch | null): readonly BranchCommit[] {
  return branch?.commits.filter((commit) => !commit.ours) ?? []
}

/** What the pull request says of them. */
export function aboutPeople(others: readonly BranchCommit[]): string {
  return `### Changes of people on this branch\n\n${listOf(others)}`
}

export function listOf(others: readonly BranchCommit[]): string {
  return others
    .slice(0, 20)
    .map(({ sha, author }) => `- \`${sha.slice(0, 8)}\` by ${plainName(author)}`)
    .join('\n')
}

/** Whether the branch and its pull request are ours and people went on from there, so that a new proposal can go on top. */
export function isOurs(branch: Branch, open: Pull | null): boolean {
  return branch.whole && branch.commits[0]?.ours === true && open?.ours === true
}

/** Throws `UserError` where a branch is not ours to write to, with what to do. */
export function refuseOthers(name: string, branch: Branch, open: Pull | null): void {
  const others = commitsOfPeople(branch)
  if ((others.length === 0 && branch.whole) || isOurs(branch, open)) return
  const list = others.slice(0, 5).map(({ sha, author }) => `\`${sha.slice(0, 8)}\` by ${plainName(author)}`)
  const commits = list.length === 0 ? 'more commits than can be read' : `commits of others: ${list.join(', ')}`
  const what = open === null ? '' : ` Merge or close [#${open.number}](${open.url}) first.`
  throw new UserError(
    `The branch \`${name}\` holds ${commits}. Nothing was changed.${what} ` +
      `Rename or delete that branch, then comment the command again.`,
  )
}

function plainName(author: string): string {
  return `\`${author.replace(/[^\w .[\]-]/gu, '?').slice(0, 40)}\``
}
