import { listCommits } from '../git/history.ts'
import { nodeId } from '../shapes/urls.ts'
import type { PullIssue } from '../state/pull.ts'
import type { Repository } from '../state/repository.ts'
import { connect, type Slice } from './connection.ts'
import { objectNode } from './git-objects.ts'
import { databaseId, talkFields } from './issues.ts'
import { refNode, repositoryNode } from './repositories.ts'
import type { Node, View } from './view.ts'

export function pullNode(view: View, repository: Repository, issue: PullIssue): Node {
  const { pull } = issue
  const { mergeCommit } = pull
  return {
    ...talkFields(view, repository, issue),
    __typename: 'PullRequest',
    databaseId: databaseId(pull.id),
    fullDatabaseId: String(pull.id),
    state: pull.mergedAt === null ? issue.state.toUpperCase() : 'MERGED',
    isDraft: pull.draft,
    merged: pull.mergedAt !== null,
    mergedAt: pull.mergedAt,
    isCrossRepository: pull.head !== repository,
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: () => refNode(view, pull.head, `refs/heads/${pull.headRef}`),
    headRepository: () => repositoryNode(view, pull.head),
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRef: () => refNode(view, repository, `refs/heads/${pull.baseRef}`),
    mergeCommit: () => (mergeCommit === null ? null : objectNode(view, repository, mergeCommit)),
    commits: async (slice: Slice) => {
      const found = await listCommits(view.world.objects, pull.headSha, ['--reverse', `^${pull.baseSha}`])
      return connect(slice, found, (sha) => ({
        id: nodeId('PullRequestCommit', `${pull.id}:${sha}`),
        commit: () => objectNode(view, pull.head, sha),
      }))
    },
  }
}
