import { afterEach, beforeEach, expect, it } from 'vitest'
import { asInstallation, type Client, refusal } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
const at = { owner: 'acme', repo: 'site' }

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site', {
    files: { 'README.md': 'one\ntwo\n', old: 'same\nlines\nhere\n' },
  })
  octokit = await asInstallation(github, 'acme')
  await github
    .person('alice')
    .pushes(repository, { 'README.md': 'one\n2\n', old: null, new: 'same\nlines\nhere\n' }, { branch: 'cicd/setup' })
})
afterEach(() => github.stop())

const open = () => octokit.rest.pulls.create({ ...at, head: 'cicd/setup', base: 'main', title: 'Set up', body: 'Why' })

it('a pull request is opened once per branch, and found by it', async () => {
  const { data } = await open()
  expect(data).toMatchObject({
    number: 1,
    commits: 1,
    changed_files: 2,
    additions: 1,
    deletions: 1,
    user: { login: 'slipway[bot]' },
  })
  expect(await refusal(open())).toContain(
    '422 Validation Failed: {"resource":"PullRequest","code":"custom","message":"A pull request already exists for acme:cicd/setup."}',
  )
  const list = (head: string, state: 'open' | 'closed' | 'all' = 'open') =>
    octokit.rest.pulls.list({ ...at, head, state })
  expect((await list('acme:cicd/setup')).data.map((one) => one.number)).toEqual([1])
  expect((await list('acme:other')).data).toEqual([])
  expect((await list('acme:cicd/setup', 'closed')).data).toEqual([])
})

it('a pull request without commits or without its branch is refused', async () => {
  const none = octokit.rest.pulls.create({ ...at, head: 'none', base: 'main', title: 'x' })
  expect(await refusal(none)).toContain('"field":"head","code":"invalid"')
  const same = octokit.rest.pulls.create({ ...at, head: 'main', base: 'main', title: 'x' })
  expect(await refusal(same)).toContain('No commits between acme/site:main and acme/site:main')
})

it('it shows its files and commits, with renames and patches', async () => {
  await open()
  const { data } = await octokit.rest.pulls.listFiles({ ...at, pull_number: 1 })
  expect(
    data.map(({ filename, patch, previous_filename, status }) => ({ filename, patch, previous_filename, status })),
  ).toEqual([
    {
      filename: 'README.md',
      status: 'modified',
      patch: '@@ -1,2 +1,2 @@\n one\n-two\n+2',
      previous_filename: undefined,
    },
    { filename: 'new', status: 'renamed', patch: undefined, previous_filename: 'old' },
  ])
  const commits = await octokit.rest.pulls.listCommits({ ...at, pull_number: 1 })
  expect(commits.data.map((one) => one.author?.login)).toEqual(['alice'])
})

it('it is changed, closed, reopened, merged', async () => {
  await open()
  await octokit.rest.pulls.update({ ...at, pull_number: 1, title: 'New', body: 'Because' })
  expect(repository.pulls()).toMatchObject([{ title: 'New', body: 'Because', state: 'open' }])
  await octokit.rest.pulls.update({ ...at, pull_number: 1, state: 'closed' })
  expect(repository.pulls()[0]?.state).toBe('closed')
  await github.person('alice').reopens(repository, 1)
  const sha = await github.person('alice').merges(repository, 1)
  expect(repository.pulls()[0]?.state).toBe('merged')
  expect(repository.branch('main')).toBe(sha)
  expect(Object.keys(await repository.files('main'))).toEqual(['README.md', 'new'])
  const { data } = await octokit.rest.pulls.get({ ...at, pull_number: 1 })
  expect(data).toMatchObject({ merged: true, merged_by: { login: 'alice' }, merge_commit_sha: sha, state: 'closed' })
})

it('it follows its branch, and is compared with its base', async () => {
  await open()
  const alice = github.person('alice')
  const sha = await alice.pushes(repository, { more: 'x' }, { branch: 'cicd/setup' })
  await alice.pushes(repository, { other: 'y' })
  expect((await octokit.rest.pulls.get({ ...at, pull_number: 1 })).data.head.sha).toBe(sha)
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...cicd/setup' })
  expect([data.status, data.ahead_by, data.behind_by]).toEqual(['diverged', 2, 1])
  expect(data.files?.map((one) => one.filename)).toEqual(['README.md', 'more', 'new'])
})

it('one from a fork names the fork', async () => {
  const fork = await github.repository('mallory/site', {
    forkOf: repository.state,
    installed: false,
    ownedByPerson: true,
  })
  const mallory = github.person('mallory')
  await mallory.pushes(fork, { evil: 'x' }, { branch: 'patch' })
  const number = await mallory.opensPull(repository, 'patch', { from: fork })
  const { data } = await octokit.rest.pulls.get({ ...at, pull_number: number })
  expect(data.head).toMatchObject({ label: 'mallory:patch', repo: { full_name: 'mallory/site', fork: true } })
  expect(data.base.repo.full_name).toBe('acme/site')
})
