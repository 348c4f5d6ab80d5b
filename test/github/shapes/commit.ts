import type { components } from '@octokit/openapi-types'
import { type Commit, readCommit, type Signature, STAND_IN_SIGNATURE } from '../git/commit.ts'
import { notFound } from '../http/refusal.ts'
import type { Account } from '../state/account.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'
import { asUser } from './user.ts'

/** Whether GitHub vouches for a commit: here, what this stand-in signed. */
export function verificationOf(commit: Commit) {
  const { signature } = commit
  if (signature === STAND_IN_SIGNATURE) {
    return { verified: true, reason: 'valid', signature, payload: commit.payload, verified_at: commit.committer.date }
  }
  if (signature === null) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null }
  }
  return { verified: false, reason: 'unknown_key', signature, payload: commit.payload, verified_at: null }
}

/** A commit as the git data API gives it. */
export function asGitCommit(world: World, repository: Repository, sha: string, commit: Commit) {
  const at = (kind: string, id: string) => repositoryApi(world, repository, `/git/${kind}/${id}`)
  const page = (id: string) => repositoryPage(world, repository, `/commit/${id}`)
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: at('commits', sha),
    html_url: page(sha),
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: at('trees', commit.tree) },
    parents: commit.parents.map((parent) => ({ sha: parent, url: at('commits', parent), html_url: page(parent) })),
    verification: verificationOf(commit),
  } satisfies components['schemas']['git-commit']
}

/** A commit as the repository API gives it. */
export async function asCommit(world: World, repository: Repository, sha: string) {
  const commit = await readCommit(world.objects, sha)
  if (commit === null) throw notFound()
  const at = (path: string) => repositoryApi(world, repository, path)
  return {
    sha,
    node_id: nodeId('Commit', sha),
    url: at(`/commits/${sha}`),
    html_url: repositoryPage(world, repository, `/commit/${sha}`),
    comments_url: at(`/commits/${sha}/comments`),
    commit: {
      url: at(`/git/commits/${sha}`),
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: at(`/git/trees/${commit.tree}`) },
      verification: verificationOf(commit),
    },
    author: userOf(world, commit.author),
    committer: userOf(world, commit.committer),
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: at(`/commits/${parent}`),
      html_url: repositoryPage(world, repository, `/commit/${parent}`),
    })),
  } satisfies components['schemas']['commit']
}

/** GitHub finds the account of an author by the e-mail address. */
function userOf(world: World, who: Signature) {
  const found = accountOfEmail(world, who.email)
  return found === null ? null : asUser(world, found)
}

export function emailOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`
}

export function accountOfEmail(world: World, email: string): Account | null {
  const id = Number(/^(\d+)\+/.exec(email)?.[1])
  return (
    [...world.accounts.values()].find((one) => one.id === id && email.endsWith('@users.noreply.github.com')) ?? null
  )
}
