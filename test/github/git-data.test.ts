import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asInstallation, type Client, refusal } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
const at = { owner: 'acme', repo: 'site' }

beforeAll(async () => {
  github = await startGithub()
  const files = {
    'README.md': '# Site\n',
    'src/main.ts': 'run()\n',
    run: { executable: '#!/bin/sh\n' },
    old: { link: 'src' },
  }
  repository = await github.repository('acme/site', { files })
  await github.repository('acme/empty', { empty: true })
  octokit = await asInstallation(github, 'acme')
})
afterAll(() => github.stop())

describe('the git data of a repository', () => {
  it('is listed in one recursive tree, with modes, types and sizes', async () => {
    const { data } = await octokit.rest.git.getTree({ ...at, tree_sha: 'main', recursive: 'true' })
    expect(data.truncated).toBe(false)
    expect(data.tree.map(({ mode, path, size, type }) => [path, mode, type, size])).toEqual([
      ['README.md', '100644', 'blob', 7],
      ['old', '120000', 'blob', 3],
      ['run', '100755', 'blob', 10],
      ['src', '040000', 'tree', undefined],
      ['src/main.ts', '100644', 'blob', 6],
    ])
  })

  it('becomes a branch by blob, tree, commit and ref, with a verified commit by the app', async () => {
    const head = repository.branch('main') ?? ''
    const blob = await octokit.rest.git.createBlob({ ...at, content: 'aGk=', encoding: 'base64' })
    const item = { path: 'infra/hi.txt', mode: '100644', type: 'blob', sha: blob.data.sha } as const
    const gone = { path: 'src/main.ts', mode: '100644', type: 'blob', sha: null } as const
    const tree = await octokit.rest.git.createTree({ ...at, base_tree: head, tree: [item, gone] })
    const commit = await octokit.rest.git.createCommit({
      ...at,
      message: 'Say hi',
      tree: tree.data.sha,
      parents: [head],
    })
    expect(commit.data.verification).toMatchObject({ verified: true, reason: 'valid' })
    expect(commit.data.author.name).toBe('slipway[bot]')
    await octokit.rest.git.createRef({ ...at, ref: 'refs/heads/cicd/setup', sha: commit.data.sha })
    expect(await repository.files('cicd/setup')).toEqual({
      'README.md': '# Site\n',
      'infra/hi.txt': 'hi',
      old: 'src',
      run: '#!/bin/sh\n',
    })
    const { data } = await octokit.rest.git.getRef({ ...at, ref: 'heads/cicd/setup' })
    expect(data.object.sha).toBe(commit.data.sha)
    expect(await github.world.objects.git('fsck', '--strict', '--no-dangling')).toBe('')
  })

  it('refuses what GitHub refuses', async () => {
    const main = repository.branch('main') ?? ''
    const tree = (await repository.commit('main')).tree
    const other = await octokit.rest.git.createCommit({ ...at, message: 'Another root', tree, parents: [] })
    const ref = 'heads/main'
    const taken = octokit.rest.git.createRef({ ...at, ref: `refs/${ref}`, sha: main })
    expect(await refusal(taken)).toBe('422 Reference already exists')
    const jump = octokit.rest.git.updateRef({ ...at, ref, sha: other.data.sha })
    expect(await refusal(jump)).toBe('422 Update is not a fast forward')
    const nothing = octokit.rest.git.createBlob({ owner: 'acme', repo: 'empty', content: 'x' })
    expect(await refusal(nothing)).toBe('409 Git Repository is empty.')
    expect(await refusal(octokit.rest.git.getRef({ ...at, ref: 'heads/none' }))).toBe('404 Not Found')
  })

  it('truncates a tree where it is told to', async () => {
    repository.state.treeLimit = 2
    const { data } = await octokit.rest.git.getTree({ ...at, tree_sha: 'main', recursive: 'true' })
    repository.state.treeLimit = 100_000
    expect([data.truncated, data.tree.length]).toEqual([true, 2])
  })
})
