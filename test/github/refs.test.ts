import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asInstallation, type Client, refusal } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
const at = { owner: 'acme', repo: 'site' }

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site')
  octokit = await asInstallation(github, 'acme')
})
afterEach(() => github.stop())

/** Commits a file on top of main without a ref. */
async function commit(client: Client, path: string, message = 'Add a file'): Promise<string> {
  const parent = repository.branch('main') ?? ''
  const item = { path, mode: '100644', type: 'blob', content: 'on: push\n' } as const
  const tree = await client.rest.git.createTree({ ...at, base_tree: parent, tree: [item] })
  const made = await client.rest.git.createCommit({ ...at, message, tree: tree.data.sha, parents: [parent] })
  return made.data.sha
}

describe('a token without the permission for workflows', () => {
  const path = '.github/workflows/ci.yml'
  const permissions = { contents: 'write', metadata: 'read' } as const

  it('is refused at the tree already', async () => {
    const narrow = await asInstallation(github, 'acme', { permissions })
    expect(await refusal(commit(narrow, path))).toBe('403 Resource not accessible by integration')
  })

  it('is refused at the branch, in the words of a push', async () => {
    const narrow = await asInstallation(github, 'acme', { permissions })
    github.world.refuseWorkflowTrees = false
    const sha = await commit(narrow, path)
    const words = `403 refusing to allow a GitHub App to create or update workflow \`${path}\` without \`workflows\` permission`
    expect(await refusal(narrow.rest.git.createRef({ ...at, ref: 'refs/heads/ci', sha }))).toBe(words)
    expect(await refusal(narrow.rest.git.updateRef({ ...at, ref: 'heads/main', sha }))).toBe(words)
    expect(repository.branches()).toEqual(['main'])
    await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/ci', sha })
    // What a branch has already may be taken over.
    expect((await narrow.rest.git.updateRef({ ...at, ref: 'heads/main', sha })).status).toBe(200)
  })
})

describe('a branch rule', () => {
  it('forbids to create a branch, without a reason', async () => {
    repository.state.rules.push({ branches: 'cicd/*', type: 'creation' })
    const sha = await commit(octokit, 'a')
    const request = octokit.rest.git.createRef({ ...at, ref: 'refs/heads/cicd/setup', sha })
    expect(await refusal(request)).toBe('422 Reference update failed')
    const { data } = await octokit.request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
      ...at,
      branch: 'cicd/setup',
    })
    expect(data.map((rule) => rule.type)).toEqual(['creation'])
  })

  it('forbids to push to the default branch', async () => {
    repository.state.rules.push({ branches: 'main', type: 'pull_request' })
    const sha = await commit(octokit, 'a')
    const words = '422 Repository rule violations found\n\nChanges must be made through a pull request.\n\n'
    expect(await refusal(octokit.rest.git.updateRef({ ...at, ref: 'heads/main', sha }))).toBe(words)
  })

  it('wants signatures, which commits of the app have', async () => {
    repository.state.rules.push({ branches: '*', type: 'required_signatures' })
    const sha = await commit(octokit, 'a')
    expect((await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/a', sha })).status).toBe(201)
    const author = { name: 'slipway', email: 'slipway@example.com' }
    const tree = (await repository.commit('a')).tree
    const own = await octokit.rest.git.createCommit({ ...at, message: 'x', tree, parents: [sha], author })
    expect(own.data.verification.reason).toBe('unsigned')
    const request = octokit.rest.git.updateRef({ ...at, ref: 'heads/a', sha: own.data.sha })
    expect(await refusal(request)).toContain('422 Repository rule violations found')
  })

  it('wants messages of a pattern', async () => {
    repository.state.rules.push({ branches: '*', type: 'commit_message_pattern', pattern: '^ci: ' })
    const bad = await commit(octokit, 'a')
    expect(await refusal(octokit.rest.git.createRef({ ...at, ref: 'refs/heads/a', sha: bad }))).toContain('must match')
    const good = await commit(octokit, 'a', 'ci: add a file')
    expect((await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/a', sha: good })).status).toBe(201)
  })
})

it('of two that create a branch at once, one is refused', async () => {
  const sha = await commit(octokit, 'a')
  const ref = 'refs/heads/cicd/setup'
  const both = await Promise.allSettled([1, 2].map(() => octokit.rest.git.createRef({ ...at, ref, sha })))
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('a branch cannot lie below another', async () => {
  const sha = repository.branch('main') ?? ''
  await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/cicd', sha })
  const below = octokit.rest.git.createRef({ ...at, ref: 'refs/heads/cicd/setup', sha })
  expect(await refusal(below)).toBe('422 Reference update failed')
  expect(repository.branches()).toEqual(['cicd', 'main'])
})

it('branches are listed, found by their start, deleted', async () => {
  const sha = repository.branch('main') ?? ''
  for (const name of ['cicd/a', 'cicd/b']) await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${name}`, sha })
  const { data } = await octokit.rest.git.listMatchingRefs({ ...at, ref: 'heads/cicd/' })
  expect(data.map((one) => one.ref)).toEqual(['refs/heads/cicd/a', 'refs/heads/cicd/b'])
  await octokit.rest.git.deleteRef({ ...at, ref: 'heads/cicd/a' })
  const branches = await octokit.rest.repos.listBranches(at)
  expect(branches.data.map((one) => one.name)).toEqual(['cicd/b', 'main'])
  expect((await octokit.rest.repos.getBranch({ ...at, branch: 'cicd/b' })).data.commit.sha).toBe(sha)
})

it('an archived repository is read only', async () => {
  repository.state.archived = true
  expect((await octokit.rest.repos.get(at)).data.archived).toBe(true)
  const request = octokit.rest.git.createBlob({ ...at, content: 'x' })
  expect(await refusal(request)).toBe('403 Repository was archived so is read-only.')
})
