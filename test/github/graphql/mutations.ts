import { accountOf } from '../access/actor.ts'
import { type Permit, writes } from '../access/needs.ts'
import { authorizeFor } from '../access/permission.ts'
import { changePull } from '../changes/change-pull.ts'
import { createRef, updateRef } from '../changes/change-ref.ts'
import { openPull } from '../changes/open-pull.ts'
import { changeComment, writeComment } from '../changes/write-comment.ts'
import { writeFiles } from '../changes/write-files.ts'
import { Refusal, unprocessable } from '../http/refusal.ts'
import { contents, react } from '../state/reaction.ts'
import { findRepository } from '../state/repository.ts'
import { objectNode } from './git-objects.ts'
import { commentNode, reactionNames, reactionNode } from './issues.ts'
import { type Found, lookUp, nodeOf } from './lookup.ts'
import { pullNode } from './pulls.ts'
import { refNode } from './repositories.ts'
import type { View } from './view.ts'

type Input<T> = { readonly input: T & { readonly clientMutationId?: string } }

const talking = writes('issues', 'pull_requests')

/** The mutations, by name. Each gives its payload. */
export function mutationsOf(view: View) {
  const { actor, world } = view
  const reached = <K extends Found['kind']>(id: string, kinds: readonly K[], needs: readonly Permit[]) =>
    reach(view, id, kinds, needs)
  return {
    addComment: ({ input }: Input<{ subjectId: string; body: string }>) => {
      const { issue, repository } = reached(input.subjectId, ['issue', 'pull'], talking)
      const words = { body: input.body, user: accountOf(world, actor), viaApp: actor.kind === 'installation' }
      const { comment } = writeComment(world, repository, issue, words)
      return { ...input, commentEdge: { node: commentNode(view, repository, issue, comment) } }
    },
    updateIssueComment: ({ input }: Input<{ id: string; body: string }>) => {
      const found = reached(input.id, ['comment'], talking)
      const by = accountOf(world, actor)
      if (actor.kind === 'installation' && found.comment.user.id !== by.id) throw forbidden()
      changeComment(world, found.repository, found, input.body, by)
      return { ...input, issueComment: commentNode(view, found.repository, found.issue, found.comment) }
    },
    addReaction: ({ input }: Input<{ subjectId: string; content: string }>) => {
      const found = reached(input.subjectId, ['issue', 'pull', 'comment'], talking)
      const { reaction } = react(world, reactionsOf(found), accountOf(world, actor), contentOf(input.content))
      return { ...input, reaction: reactionNode(view, reaction), subject: nodeOf(view, found) }
    },
    removeReaction: ({ input }: Input<{ subjectId: string; content: string }>) => {
      const found = reached(input.subjectId, ['issue', 'pull', 'comment'], talking)
      const list = reactionsOf(found)
      const by = accountOf(world, actor).id
      const at = list.findIndex((one) => one.user.id === by && one.content === contentOf(input.content))
      const [gone] = at < 0 ? [] : list.splice(at, 1)
      if (gone === undefined) throw unprocessable('Could not find the reaction')
      return { ...input, reaction: reactionNode(view, gone), subject: nodeOf(view, found) }
    },
    createRef: async ({ input }: Input<{ repositoryId: string; name: string; oid: string }>) => {
      const { repository } = reached(input.repositoryId, ['repository'], writes('contents'))
      await createRef(world, actor, repository, input.name, input.oid)
      return { ...input, ref: refNode(view, repository, input.name) }
    },
    updateRef: async ({ input }: Input<{ refId: string; oid: string; force: boolean }>) => {
      const { ref, repository } = reached(input.refId, ['ref'], writes('contents'))
      await updateRef(world, actor, repository, { ref, sha: input.oid, force: input.force })
      return { ...input, ref: refNode(view, repository, ref) }
    },
    createCommitOnBranch: (args: Input<CommitInput>) => commitOnBranch(view, args),
    createPullRequest: async ({ input }: Input<PullInput>) => {
      const { repository } = reached(input.repositoryId, ['repository'], writes('pull_requests'))
      const { baseRefName: baseRef, draft, headRefName: headRef, title } = input
      const by = { user: accountOf(world, actor), viaApp: actor.kind === 'installation' }
      const words = { title, body: input.body ?? null, draft, ...by }
      const issue = await openPull(world, repository, { ...words, head: repository, headRef, baseRef })
      return { ...input, pullRequest: pullNode(view, repository, issue) }
    },
    updatePullRequest: async ({ input }: Input<PullChange>) => {
      const { issue, repository } = reached(input.pullRequestId, ['pull'], writes('pull_requests'))
      const state = input.state === undefined ? null : input.state === 'OPEN' ? 'open' : 'closed'
      const change = { title: input.title ?? null, body: input.body ?? issue.body, base: null, state } as const
      await changePull(world, repository, issue, change, accountOf(world, actor))
      return { ...input, pullRequest: pullNode(view, repository, issue) }
    },
  }
}

interface PullInput {
  readonly repositoryId: string
  readonly baseRefName: string
  readonly headRefName: string
  readonly title: string
  readonly body?: string
  readonly draft: boolean
}

interface PullChange {
  readonly pullRequestId: string
  readonly title?: string
  readonly body?: string
  readonly state?: 'OPEN' | 'CLOSED'
}

interface CommitInput {
  readonly branch: { readonly id?: string; readonly repositoryNameWithOwner?: string; readonly branchName?: string }
  readonly message: { readonly headline: string; readonly body?: string }
  readonly fileChanges?: {
    readonly additions: readonly { readonly path: string; readonly contents: string }[]
    readonly deletions: readonly { readonly path: string }[]
  }
  readonly expectedHeadOid: string
}

async function commitOnBranch(view: View, { input }: Input<CommitInput>) {
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

function reach<K extends Found['kind']>(view: View, id: string, kinds: readonly K[], needs: readonly Permit[]) {
  const found = lookUp(view, id)
  if (!isOf(found, kinds)) throw new Refusal(404, `Could not resolve to a node with the global id of '${id}'`)
  authorizeFor(view.actor, found.repository, needs)
  if (isLocked(found) && view.actor.kind === 'installation') throw forbidden()
  return found
}

function isOf<K extends Found['kind']>(found: Found, kinds: readonly K[]): found is Extract<Found, { kind: K }> {
  return kinds.some((kind) => kind === found.kind)
}

function isLocked(found: Found): boolean {
  return 'issue' in found && found.issue.locked
}

function reactionsOf(found: Extract<Found, { kind: 'issue' | 'pull' | 'comment' }>) {
  return found.kind === 'comment' ? found.comment.reactions : found.issue.reactions
}

function contentOf(name: string) {
  return contents.find((content) => reactionNames[content] === name) ?? 'eyes'
}

function forbidden(): Refusal {
  return new Refusal(403, 'Resource not accessible by integration')
}
