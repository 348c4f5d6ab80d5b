import { writes } from '../access/needs.ts'
import { authorizeFor } from '../access/permission.ts'
import { writeFiles } from '../changes/write-files.ts'
import { Refusal } from '../http/refusal.ts'
import { findRepository } from '../state/repository.ts'
import { objectNode } from './git-objects.ts'
import { reach } from './reach.ts'
import { refNode } from './repositories.ts'
import type { View } from './view.ts'

/** What `createCommitOnBranch` takes. */
export interface CommitInput {
  readonly branch: { readonly id?: string; readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly fileChanges?: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions: readonly { readonly path: string }[]
  }
  readonly expectedHeadOid: string
}

/** Commits files on a branch, where it still is where the caller saw it. */
export async function commitOnBranch(view: View, input: CommitInput) {
  const { actor, world } = view
  const { branch, repository } = branchOf(view, input.branch)
  authorizeFor(actor, repository, writes('contents'))
  const head = repository.refs.get(`refs/heads/${branch}`)
  if (head !== input.expectedHeadOid) {
    throw new Refusal(409, `Expected branch to point to "${input.expectedHeadOid}" but it did not. Pull and try again.`)
  }
  const additions = (input.fileChanges?.additions ?? []).map(async ({ contents, path }) => {
    const sha = await world.objects.write('blob', Buffer.from(contents, 'base64'))
    return { path, mode: '100644', sha }
  })
  const deletions = (input.fileChanges?.deletions ?? []).map(({ path }) => ({ path, mode: '100644', sha: null }))
  const changes = [...(await Promise.all(additions)), ...deletions]
  const { body, headline } = input.message
  const message = body === undefined || body === '' ? headline : `${headline}\n\n${body}`
  const sha = await writeFiles(world, actor, repository, { branch, message, changes, fields: {} })
  const ref = refNode(view, repository, `refs/heads/${branch}`)
  return { ...input, commit: objectNode(view, repository, sha), ref }
}

function branchOf(view: View, { branchName, id, repositoryNameWithOwner }: CommitInput['branch']) {
  if (id !== undefined) {
    const { ref, repository } = reach(view, id, ['ref'], writes('contents'))
    return { repository, branch: ref.replace(/^refs\/heads\//, '') }
  }
  const repository = findRepository(view.world, repositoryNameWithOwner ?? '')
  if (repository === null)
    throw new Refusal(404, `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`)
  return { repository, branch: branchName ?? '' }
}
