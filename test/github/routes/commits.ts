import { reads } from '../access/needs.ts'
import { refuseEmpty } from '../changes/change-ref.ts'
import { changedFiles, compare, listCommits } from '../git/history.ts'
import { page } from '../http/pages.ts'
import { notFound, unprocessable } from '../http/refusal.ts'
import { ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asCommit } from '../shapes/commit.ts'
import { asFile } from '../shapes/file.ts'
import { repositoryApi, repositoryPage } from '../shapes/urls.ts'
import { type Repository, resolve } from '../state/repository.ts'

/** Commits and how they differ. https://docs.github.com/rest/commits */
export const commitRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/commits', reads('contents'), async (call, repository) => {
    refuseEmpty(repository)
    const start = commitOf(repository, call.query.get('sha') ?? repository.defaultBranch)
    const path = call.query.get('path')
    const commits = await listCommits(call.world.objects, start, path === null ? [] : ['--', path])
    const { headers, items } = page(call, commits)
    return ok(await Promise.all(items.map((sha) => asCommit(call.world, repository, sha))), headers)
  }),
  repositoryRoute('get', '/repos/{owner}/{repo}/compare/{basehead}', reads('contents'), compareCommits),
  repositoryRoute('get', '/repos/{owner}/{repo}/commits/{ref}', reads('contents'), async (call, repository) => {
    refuseEmpty(repository)
    const name = call.param('ref')
    const sha = resolve(repository, name)
    if (sha === null) throw unprocessable(`No commit found for SHA: ${name}`)
    const commit = await asCommit(call.world, repository, sha)
    const parent = commit.parents[0]?.sha
    const changes = parent === undefined ? [] : await changedFiles(call.world.objects, parent, sha)
    const files = changes.map((file) => asFile(call.world, repository, sha, file))
    return ok({ ...commit, files })
  }),
]

function commitOf(repository: Repository, name: string): string {
  const sha = resolve(repository, name)
  if (sha === null) throw notFound()
  return sha
}

async function compareCommits(call: Call<'owner' | 'repo' | 'basehead'>, repository: Repository) {
  const { world } = call
  const [base = '', head = ''] = call.param('basehead').split('...')
  const [from, to] = [commitOf(repository, base), commitOf(repository, head)]
  const comparison = await compare(world.objects, from, to)
  if (comparison === null) throw notFound()
  const { ahead, behind, mergeBase } = comparison
  const { headers, items } = page(call, ahead)
  const html = repositoryPage(world, repository, `/compare/${base}...${head}`)
  const changes = await changedFiles(world.objects, mergeBase, to)
  const body = {
    url: repositoryApi(world, repository, `/compare/${base}...${head}`),
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: await asCommit(world, repository, from),
    merge_base_commit: await asCommit(world, repository, mergeBase),
    status: statusOf(ahead.length, behind),
    ahead_by: ahead.length,
    behind_by: behind,
    total_commits: ahead.length,
    commits: await Promise.all(items.map((sha) => asCommit(world, repository, sha))),
    files: changes.map((file) => asFile(world, repository, to, file)),
  }
  return ok(body, headers)
}

function statusOf(ahead: number, behind: number): 'diverged' | 'ahead' | 'behind' | 'identical' {
  if (ahead > 0 && behind > 0) return 'diverged'
  if (ahead > 0) return 'ahead'
  return behind > 0 ? 'behind' : 'identical'
}
