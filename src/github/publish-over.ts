import type { OverPeople } from '../model.ts'
import type { Branch, BranchCommit } from './branch.ts'
import { writeCheck } from './check-run.ts'
import { moveBranch, planHash, writeCommit } from './commit.ts'
import { aboutPeople, listOf } from './people.ts'
import type { Place } from './place.ts'
import { checkName, type Publication, type Published } from './publication.ts'
import { setPullBody, tells, updatePull, withPeople } from './pull-request.ts'
import { readSides, readTexts } from './sides.ts'
import type { Pull, Tip } from './state.ts'

/** What people have on our branch, and the pull request that is open for it. */
export interface Theirs {
  readonly tip: Tip
  readonly open: Pull
  readonly others: readonly BranchCommit[]
}

/** People have changed what was proposed last: their commits stay, and a further one takes in what is new. */
export async function publishOver(
  place: Place,
  publication: Publication,
  branch: Branch,
  { tip, open, others }: Theirs,
): Promise<Published> {
  const { files, pullRequest, check, texts } = publication
  const last = branch.commits.findLast((commit) => commit.ours)
  const plan = planHash(files)
  const over = await publication.over({
    sides: (paths) => readSides(place, { base: last?.sha ?? '', tip: tip.commit }, paths),
    texts: (ids) => readTexts(place, ids),
  })
  if (over.files.length === 0 && (last?.plan !== plan || tells(open, plan))) {
    await nameOthers(publication, open, tip.commit, others)
    return { outcome: 'up_to_date', pull: open, others, kept: over.kept }
  }
  const writer = await publication.beforeWriting()
  const commit = await commitOver(writer, publication, tip, over)
  const summary = `${check.summary}\n\n${aboutPeople(others, texts)}`
  // Lines of a file that people had a hand in are others by now.
  const asGenerated = over.files.filter((one) =>
    files.some((file) => file.path === one.path && file.content === one.content),
  )
  const annotations = check.annotations.filter(({ path }) => asGenerated.some((file) => file.path === path))
  const said = { name: checkName, commit, conclusion: 'success', ...check, summary, annotations } as const
  await writeCheck(writer, said, commit === tip.commit)
  const body = withPeople(pullRequest, aboutPeople(others, texts))
  await updatePull(writer, open, { ...pullRequest, body }, { plan, texts })
  return { outcome: 'proposed', pull: open, others, kept: over.kept }
}

/** A commit on top of theirs with what is not there yet; theirs where there is nothing. */
async function commitOver(
  place: Place,
  { files, pullRequest }: Publication,
  tip: Tip,
  over: OverPeople,
): Promise<string> {
  if (over.files.length === 0) return tip.commit
  const change = { base: tip, entries: [], files: over.files, title: pullRequest.title, plan: planHash(files) }
  const commit = await writeCommit(place, change, [tip.commit])
  await moveBranch(place, pullRequest.branch, commit)
  return commit
}

/** Shows the changes of people as theirs: in the text of the pull request, and as a check on the newest of them. */
export async function nameOthers(
  publication: Publication,
  open: Pull,
  commit: string,
  others: readonly BranchCommit[],
): Promise<void> {
  const { texts } = publication
  const body = withPeople(open, aboutPeople(others, texts))
  const writer = await publication.beforeWriting()
  if (body !== open.body) await setPullBody(writer, open, body)
  const title = texts.github.peopleCommits(others.length)
  const summary = texts.github.peopleSummary(listOf(others, texts))
  await writeCheck(writer, { name: checkName, commit, conclusion: 'neutral', title, summary, annotations: [] }, true)
}
