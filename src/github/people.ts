import { UserError } from '../errors.ts'
import type { Texts } from '../text.ts'
import type { Branch, BranchCommit } from './branch.ts'
import type { Pull } from './state.ts'

/** The commits of people on our branch. */
export function commitsOfPeople(branch: Branch | null): readonly BranchCommit[] {
  return branch?.commits.filter((commit) => !commit.ours) ?? []
}

/** What the pull request says of them. */
export function aboutPeople(others: readonly BranchCommit[], texts: Texts): string {
  return texts.github.peopleTitle(listOf(others, texts))
}

export function listOf(others: readonly BranchCommit[], { github }: Texts): string {
  return others
    .slice(0, 20)
    .map(({ sha, author }) => `- ${github.commitBy(sha.slice(0, 8), plainName(author))}`)
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
  const link = open === null ? null : `[#${open.number}](${open.url})`
  throw new UserError(({ github }) => {
    const commits = others.slice(0, 5).map(({ sha, author }) => github.commitBy(sha.slice(0, 8), plainName(author)))
    return github.branchInTheWay(name, commits, link)
  })
}

function plainName(author: string): string {
  return `\`${author.replace(/[^\w .[\]-]/gu, '?').slice(0, 40)}\``
}
