import { accountOf } from '../access/actor.ts'
import { type Permit, writes } from '../access/needs.ts'
import { changePull } from '../changes/change-pull.ts'
import { createRef, updateRef } from '../changes/change-ref.ts'
import { openPull } from '../changes/open-pull.ts'
import { changeComment, writeComment } from '../changes/write-comment.ts'
import { unprocessable } from '../http/refusal.ts'
import { contents, react } from '../state/reaction.ts'
import { type CommitInput, commitOnBranch } from './commit-on-branch.ts'
import { commentNode, reactionNames, reactionNode } from './issues.ts'
import { type Found, nodeOf } from './lookup.ts'
import { pullNode } from './pulls.ts'
import { reach } from './reach.ts'
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
    createCommitOnBranch: ({ input }: Input<CommitInput>) => commitOnBranch(view, input),
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

function reactionsOf(found: Extract<Found, { kind: 'issue' | 'pull' | 'comment' }>) {
  return found.kind === 'comment' ? found.comment.reactions : found.issue.reactions
}

function contentOf(name: string) {
  return contents.find((content) => reactionNames[content] === name) ?? 'eyes'
}
