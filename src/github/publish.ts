import type { RenderedFile } from '../model.ts'
import { type Branch, holdsExactly, readBranch } from './branch.ts'
import { writeCheck } from './check-run.ts'
import { createBranch, moveBranch, planHash, writeCommit } from './commit.ts'
import { commitsOfPeople, refuseOthers } from './people.ts'
import type { Place } from './place.ts'
import { checkName, type Publication, type Published } from './publication.ts'
import { nameOthers, publishOver } from './publish-over.ts'
import { type Opened, openPull, tells, updatePull } from './pull-request.ts'
import type { Pull, Tip } from './state.ts'

/**
 * Carries a proposal out: one branch, one commit on it, one pull request, one check. Whatever of these is there already is found
 * and not made twice, so it can be repeated after any failure. What people changed on the branch is kept, and the proposal goes on top of it.
 * Throws `UserError` where the branch is not ours, and `Raced` where it moved meanwhile.
 */
export async function publish(place: Place, publication: Publication): Promise<Published> {
  const { state, head, files, self, pullRequest } = publication
  const branch = state.branch === null ? null : await readBranch(place, head.commit, state.branch.commit, self)
  const open = state.pulls.find((pull) => pull.state === 'open') ?? null
  const others = commitsOfPeople(branch)
  const plan = planHash(files)
  const told = open === null || tells(open, plan)
  if (branch !== null && state.branch !== null && open !== null && told && isProposed(branch, files)) {
    if (others.length > 0) await nameOthers(publication, open, state.branch.commit, others)
    return { outcome: 'up_to_date', pull: open, others, kept: [] }
  }
  if (branch !== null) refuseOthers(pullRequest.branch, branch, open)
  if (branch !== null && state.branch !== null && open !== null && others.length > 0) {
    return publishOver(place, publication, branch, { tip: state.branch, open, others })
  }
  return publishAlone(publication, branch, open)
}

/** Nobody else has written to the branch. */
async function publishAlone(publication: Publication, branch: Branch | null, open: Pull | null): Promise<Published> {
  const { state, files, check } = publication
  const writer = await publication.beforeWriting()
  const kept = branch !== null && holdsExactly(branch, files) ? state.branch : null
  const commit = kept?.commit ?? (await writeBranch(writer, publication, branch))
  // The text of the pull request comes last: it names the plan, so that what is missing after a kill is seen by it.
  await writeCheck(writer, { name: checkName, commit, conclusion: 'success', ...check }, kept !== null)
  const pull = await proposePull(writer, publication, open)
  return { outcome: 'proposed', pull, others: [], kept: [] }
}

/** Whether the branch holds what would be proposed, be it with changes of people on top. */
function isProposed(branch: Branch, files: readonly RenderedFile[]): boolean {
  if (holdsExactly(branch, files)) return true
  const last = branch.commits.findLast((commit) => commit.ours && commit.plan !== null)
  return commitsOfPeople(branch).length > 0 && last?.plan === planHash(files)
}

/** Gives the new head of the branch. */
async function writeBranch(place: Place, publication: Publication, branch: Branch | null): Promise<string> {
  const { state, head, entries, files, pullRequest } = publication
  const change = { base: head, entries, files, title: pullRequest.title, plan: planHash(files) }
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
  { state, pullRequest, base, files, texts }: Publication,
  open: Pull | null,
): Promise<Opened> {
  const plan = planHash(files)
  if (open === null) {
    const [latest] = state.pulls
    return openPull(place, pullRequest, base, latest?.state === 'closed' ? latest : null, { plan, texts })
  }
  await updatePull(place, open, pullRequest, { plan, texts })
  return open
}
