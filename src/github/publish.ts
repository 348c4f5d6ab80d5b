import { UserError } from '../errors.ts'
import type { PullRequest, RenderedFile, TreeEntry } from '../model.ts'
import { type Branch, type BranchCommit, holdsExactly, readBranch, type Self } from './branch.ts'
import { type Check, writeCheck } from './check-run.ts'
import { createBranch, moveBranch, planHash, writeCommit } from './commit.ts'
import type { Place } from './place.ts'
import { type Opened, openPull, setPullBody, updatePull, withPeople } from './pull-request.ts'
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
  /** What the check on the commit says. */
  readonly check: Pick<Check, 'title' | 'summary' | 'annotations'>
  /** Called right before the first write; throws to stop. Gives the right to write. */
  readonly beforeWriting: () => Promise<Place>
}

/** The name under which the check stands on the pull request. */
const checkName = 'CI/CD proposal'

/** What became of it. `others`: commits of people on the branch, which were left as they are. */
export interface Published {
  readonly outcome: 'proposed' | 'up_to_date'
  readonly pull: Opened
  readonly others: readonly BranchCommit[]
}

/**
 * Carries a proposal out: one branch, one commit on it, one pull request, one check. Whatever of these is there already is found
 * and not made twice, so it can be repeated after any failure. Throws `UserError` where commits of others are in the way, and
 * `Raced` where the branch moved meanwhile.
 */
export async function publish(place: Place, publication: Publication): Promise<Published> {
  const { state, head, files, self, check } = publication
  const branch = state.branch === null ? null : await readBranch(place, head.commit, state.branch.commit, self)
  const open = state.pulls.find((pull) => pull.state === 'open') ?? null
  const others = branch?.commits.filter((commit) => !commit.ours) ?? []
  if (branch !== null && state.branch !== null && open !== null && isProposed(branch, files)) {
    if (others.length > 0) await nameOthers(publication, open, state.branch.commit, others)
    return { outcome: 'up_to_date', pull: open, others }
  }
  if (branch !== null) refuseOthers(branch, others, open, publication)
  const writer = await publication.beforeWriting()
  const kept = branch !== null && holdsExactly(branch, files) ? state.branch : null
  const commit = kept?.commit ?? (await writeBranch(writer, publication, branch))
  const pull = await proposePull(writer, publication, open, kept === null)
  await writeCheck(writer, { name: checkName, commit, conclusion: 'success', ...check }, kept !== null)
  return { outcome: 'proposed', pull, others: [] }
}

/** Shows the changes of people as theirs: in the text of the pull request, and as a check on the newest of them. */
async function nameOthers(
  publication: Publication,
  open: Pull,
  commit: string,
  others: readonly BranchCommit[],
): Promise<void> {
  const list = others.slice(0, 20).map(({ sha, author }) => `- \`${sha.slice(0, 8)}\` by ${plainName(author)}`)
  const text = `### Changes of people on this branch\n\n${list.join('\n')}`
  const body = withPeople(open, text)
  const writer = await publication.beforeWriting()
  if (body !== open.body) await setPullBody(writer, open, body)
  const title = `${others.length} of the commits are by people`
  const summary = `What was proposed is as it was; these commits were not generated.\n\n${list.join('\n')}`
  await writeCheck(writer, { name: checkName, commit, conclusion: 'neutral', title, summary, annotations: [] }, true)
}

/** Whether the branch holds what would be proposed, be it with changes of people on top. */
function isProposed(branch: Branch, files: readonly RenderedFile[]): boolean {
  if (holdsExactly(branch, files)) return true
  const last = branch.commits.findLast((commit) => commit.ours && commit.plan !== null)
  return branch.commits.some((commit) => !commit.ours) && last?.plan === planHash(files)
}

/** Gives the new head of the branch. */
async function writeBranch(place: Place, publication: Publication, branch: Branch | null): Promise<string> {
  const { state, head, entries, files, pullRequest } = publication
  const change = { base: head, entries, files, title: pullRequest.title }
  const name = pullRequest.branch
  if (branch === null || state.branch === null) {
    const first = await writeCommit(place, change, [head.commit])
    await createBranch(place, name, first)
    return first
  }
  const next = await writeCommit(place, change, parents(branch, state.branch, head))
  await moveBranch(place, name, next)
  return next
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
