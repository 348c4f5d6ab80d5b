import { createHash } from 'node:crypto'
import type { RenderedFile, TreeEntry } from '../model.ts'
import { planTrailer } from './branch.ts'
import { headOf } from './head-of.ts'
import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import { proveTree } from './prove-tree.ts'
import type { Tip } from './state.ts'
import { statusOf } from './status-of.ts'

/** The branch moved, or came to be, between reading and writing: read again and start over. */
export class Raced extends Error {
  override readonly name = 'Raced'
}

/** The files of a plan and what they go on top of. `entries` is every path of `base`. */
export interface Change {
  readonly base: Tip
  readonly entries: readonly TreeEntry[]
  readonly files: readonly RenderedFile[]
  readonly title: string
  /** The hash of the whole plan, of which `files` may be the part that is not there yet. */
  readonly plan: string
}

/** Identifies what is written, whatever it is written on: the same files give the same hash. */
export function planHash(files: readonly RenderedFile[]): string {
  const rows = files.map(({ path, mode, content }) => JSON.stringify([path, mode, content])).toSorted()
  return `sha256:${createHash('sha256').update(rows.join('\n')).digest('hex')}`
}

/**
 * Makes the commit that holds `base` and the files, and proves that it does. No author is given, so GitHub signs it.
 * Nothing points at the commit yet; making it twice does no harm. Gives its id.
 */
export async function writeCommit(place: Place, change: Change, parents: readonly string[]): Promise<string> {
  const tree = await writeTree(place, change)
  const message = `${change.title}\n\n${planTrailer}: ${change.plan}\nGenerated-by: slipway`
  const { data } = await place.client.rest.git.createCommit({ ...at(place), message, tree, parents: [...parents] })
  if (data.tree.sha !== tree) throw new Error(`commit ${data.sha} holds tree ${data.tree.sha} instead of ${tree}`)
  return data.sha
}

/** Texts go along in the one request, so no blob is made beforehand. */
async function writeTree(place: Place, change: Change): Promise<string> {
  const { data } = await place.client.rest.git.createTree({
    ...at(place),
    base_tree: change.base.tree,
    tree: change.files.map(({ path, mode, content }) =>
      content === null ? { path, mode, type: 'blob', sha: null } : { path, mode, type: 'blob', content },
    ),
  })
  const { base, entries, files } = change
  await proveTree(place, { base: base.tree, entries, files }, data.sha)
  return data.sha
}

/** Makes the branch. Throws `Raced` where it is there already with another commit. */
export async function createBranch(place: Place, branch: string, commit: string): Promise<void> {
  const written = once(
    async () => {
      const ref = `refs/heads/${branch}`
      const { data } = await place.client.rest.git.createRef({ ...at(place), ref, sha: commit, request: unrepeated })
      return data.object.sha
    },
    () => headOf(place, branch),
  )
  const sha = await written.catch((error: unknown) => raced(error, /already exists/iu))
  if (sha !== commit) throw new Raced(`${branch} came to be with another commit`)
}

/** Moves the branch forward, never back: GitHub refuses what is not a fast-forward, so nothing of others is lost. */
export async function moveBranch(place: Place, branch: string, commit: string): Promise<void> {
  const written = place.client.rest.git.updateRef({ ...at(place), ref: `heads/${branch}`, sha: commit, force: false })
  const sha = await written.then(
    ({ data }) => data.object.sha,
    (error: unknown) => raced(error, /fast.forward/iu),
  )
  if (sha !== commit) throw new Raced(`${branch} moved to another commit`)
}

function raced(error: unknown, pattern: RegExp): never {
  if (statusOf(error) === 422 && error instanceof Error && pattern.test(error.message)) throw new Raced(error.message)
  throw error
}
