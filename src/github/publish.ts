import { UserError } from '../errors.ts'
import type { PullRequest, RenderedFile, TreeEntry } from '../model.ts'
import { type Branch, type BranchCommit, holdsExactly, readBranch, type Self } from './branch.ts'
import { createBranch, moveBranch, planHash, writeCommit } from './commit.ts'
import type { Place } from './place.ts'
import { type Opened, openPull, updatePull } from './pull-request.ts'
import type { Pull, State, Tip } from './state.ts'

/** Everything that carrying out a proposal needs. `state` and `entries` belong to the commit `head`. */
export interface Publication {
  readonly state: State
  readonly head: Tip
  readonly entries: readonly TreeEntry[]
  readonly files: readonly RenderedFile[]
  readonly pullRequest: PullRequest
  readonly base: string
  readonly self: Self
  /** Called right before the first write, with whether workflow files are among the files; throws to stop. Gives the right to write. */
  readonly beforeWriting: () => Promise<Place>
}

/** What became of it. `others`: commits of people on the branch, which were left as they are. */
export interface Published {
  readonly outcome: 'proposed' | 'up_to_date'
  readonly pull: Opened
  readonly others: readonly BranchCommit[]
}

/**
 * Carries a proposal out: one branch, one commit on it, one pull request. Whatever of these is there already is found and not
 * made twice, so it can be repeated after any failure. Throws `UserError` where commits of others are in the way, and `Raced`
 * where the branch moved meanwhile.
 */
export async function publish(place: Place, publication: Publication): Promise<Published> {
  const { state, head, files, self } = publication
  const branch = state.branch === null ? null : await readBranch(place, head.commit, state.branch.commit, self)
  const open = state.pulls.find((pull) => pull.state === 'open') ?? null
  const others = branch?.commits.filter((commit) => !commit.ours) ?? []
  if (branch !== null && open !== null && isProposed(branch, files))
    return { outcome: 'up_to_date', pull: open, others }
  if (branch !== null) refuseOthers(branch, others, open, publication)
  const writer = await publication.beforeWriting()
  const moved = branch === null || !holdsExactly(branch, files)
  if (moved) await writeBranch(writer, publication, branch)
  return { outcome: 'proposed', pull: await proposePull(writer, publication, open, moved), others: [] }
}

/** Whether the branch holds what would be proposed, be it with changes of people on top. */
function isProposed(branch: Branch, files: readonly RenderedFile[]): boolean {
  if (holdsExactly(branch, files)) return true
  const last = branch.commits.findLast((commit) => commit.ours && commit.plan !== null)
  return branch.commits.some((commit) => !commit.ours) && last?.plan === planHash(files)
}

async function writeBranch(place: Place, publication: Publication, branch: Branch | null): Promise<void> {
  const { state, head, entries, files, pullRequest } = publication
  const change = { base: head, entries, files, title: pullRequest.title }
  const name = pullRequest.branch
  if (branch === null || state.branch === null) {
    return createBranch(place, name, await writeCommit(place, change, [head.commit]))
  }
  await moveBranch(place, name, await writeCommit(place, change, parents(branch, state.branch, head)))
}

/** A commit on top of the branch, which also takes in what the default branch gained: so nothing is ever forced. */
function parents(branch: Branch, tip: Tip, head: Tip): readonly string[] {
  if (branch.commits.length === 0) return [head.commit]
  return branch.behind === 0 ? [tip.commit] : [tip.commit, head.commit]
}

async function proposePull(
  place: Place,
  { state, pullRequest, base }: Publication,
  open: Pull | null,
  moved: boolean,
): Promise<Opened> {
  if (open === null) {
    const [latest] = state.pulls
    return openPull(place, pullRequest, base, latest?.state === 'closed' ? latest : null)
  }
  if (moved) await updatePull(place, open, pullRequest)
  return open
}

function refuseOthers(
  branch: Branch,
  others: readonly BranchCommit[],
  open: Pull | null,
  publication: Publication,
): void {
  if (others.length === 0 && branch.whole) return
  const name = publication.pullRequest.branch
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
