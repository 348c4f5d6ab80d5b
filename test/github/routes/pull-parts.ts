import { accountOf } from '../access/actor.ts'
import { reads, writes } from '../access/needs.ts'
import { mergePull } from '../changes/merge-pull.ts'
import { changesSince, listCommits } from '../git/history.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { noContent, ok } from '../http/replies.ts'
import { type Route, repositoryRoute } from '../http/route.ts'
import { asCommit } from '../shapes/commit.ts'
import { asFile } from '../shapes/file.ts'
import { asPullItem } from '../shapes/pull.ts'
import { isPull } from '../state/pull.ts'
import { pullOf } from './pulls.ts'

/** The files, the commits and the merge of a pull request. https://docs.github.com/rest/pulls/pulls */
export const pullPartRoutes: readonly Route[] = [
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    reads('pull_requests'),
    async (call, repository) => {
      const { pull } = pullOf(call, repository)
      const files = await changesSince(call.world.objects, pull.baseSha, pull.headSha)
      const { items, headers } = page(call, files)
      return ok(
        items.map((file) => asFile(call.world, repository, pull.headSha, file)),
        headers,
      )
    },
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}/commits',
    reads('pull_requests'),
    async (call, repository) => {
      const { pull } = pullOf(call, repository)
      const commits = await listCommits(call.world.objects, pull.headSha, ['--reverse', `^${pull.baseSha}`])
      const { items, headers } = page(call, commits)
      return ok(await Promise.all(items.map((sha) => asCommit(call.world, repository, sha))), headers)
    },
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    reads('pull_requests'),
    (call, repository) => {
      if (pullOf(call, repository).pull.mergedAt === null) throw notFound()
      return noContent
    },
  ),
  repositoryRoute(
    'put',
    '/repos/{owner}/{repo}/pulls/{pull_number}/merge',
    writes('contents'),
    async (call, repository) => {
      const issue = pullOf(call, repository)
      if (issue.state === 'closed') throw new Refusal(405, 'Pull Request is not mergeable')
      const sha = await mergePull(call.world, repository, issue, accountOf(call.world, call.actor))
      return ok({ sha, merged: true, message: 'Pull Request successfully merged' })
    },
  ),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    reads('pull_requests'),
    async (call, repository) => {
      const sha = call.param('commit_sha')
      const { items, headers } = page(
        call,
        repository.issues.filter(isPull).filter((issue) => issue.pull.headSha === sha),
      )
      return ok(
        items.map((issue) => asPullItem(call.world, repository, issue)),
        headers,
      )
    },
  ),
]
