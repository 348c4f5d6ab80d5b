import { afterEach, beforeEach, expect, it } from 'vitest'
import { asInstallation, type Client, refusal, withToken } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
let issue: number
const at = { owner: 'acme', repo: 'site' }

beforeEach(async () => {
  github = await startGithub()
  repository = await github.repository('acme/site')
  octokit = await asInstallation(github, 'acme')
  issue = await github.person('alice').opensIssue(repository, 'Deploy this')
})
afterEach(() => github.stop())

it('comments are written, changed, deleted, and listed over pages', async () => {
  const alice = github.person('alice')
  for (let i = 1; i <= 250; i++) await alice.comments(repository, issue, `comment ${i}`)
  const mine = await octokit.rest.issues.createComment({ ...at, issue_number: issue, body: 'mine' })
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...at, issue_number: issue, per_page: 100 })
  expect(all.length).toBe(251)
  expect(all.at(-1)).toMatchObject({ id: mine.data.id, body: 'mine', performed_via_github_app: { id: github.app.id } })
  expect(
    github.calls.where({ route: '/repos/{owner}/{repo}/issues/{issue_number}/comments', method: 'GET' }),
  ).toHaveLength(3)
  await octokit.rest.issues.updateComment({ ...at, comment_id: mine.data.id, body: 'changed' })
  expect(repository.comments(issue).at(-1)?.body).toBe('changed')
  await octokit.rest.issues.deleteComment({ ...at, comment_id: mine.data.id })
  expect(repository.comments(issue)).toHaveLength(250)
  expect(await refusal(octokit.rest.issues.getComment({ ...at, comment_id: mine.data.id }))).toBe('404 Not Found')
})

it("another's comment can be changed, so that a test shows an app that does it", async () => {
  const said = await github.person('alice').comments(repository, issue, 'hers')
  await octokit.rest.issues.updateComment({ ...at, comment_id: said.id, body: 'changed' })
  expect(repository.comments(issue)).toMatchObject([{ by: 'alice', body: 'changed' }])
})

it('a reaction is given once, and listed, and taken back', async () => {
  const said = await github.person('alice').comments(repository, issue, 'hello')
  const react = () => octokit.rest.reactions.createForIssueComment({ ...at, comment_id: said.id, content: 'eyes' })
  const first = await react()
  const second = await react()
  expect([first.status, second.status, second.data.id === first.data.id]).toEqual([201, 200, true])
  expect(repository.comments(issue)[0]?.reactions).toEqual(['eyes by slipway[bot]'])
  const bad = octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/reactions', {
    ...at,
    issue_number: issue,
    // @ts-expect-error GitHub knows no such reaction
    content: 'thumbs',
  })
  expect(await refusal(bad)).toContain('422 Invalid request.')
  await octokit.rest.reactions.deleteForIssueComment({ ...at, comment_id: said.id, reaction_id: first.data.id })
  const { data } = await octokit.rest.reactions.listForIssueComment({ ...at, comment_id: said.id })
  expect(data).toEqual([])
})

it('a comment has its limits', async () => {
  const write = (body: string) => octokit.rest.issues.createComment({ ...at, issue_number: issue, body })
  expect(await refusal(write('x'.repeat(65_537)))).toContain('422 Body is too long (maximum is 65536 characters)')
  expect((await write('x'.repeat(65_536))).status).toBe(201)
})

it('a deleted issue is gone, with its comments', async () => {
  const alice = github.person('alice')
  const said = await alice.comments(repository, issue, 'hello')
  alice.deletesIssue(repository, issue)
  expect(await refusal(octokit.rest.issues.get({ ...at, issue_number: issue }))).toBe('410 This issue was deleted')
  expect(await refusal(octokit.rest.issues.getComment({ ...at, comment_id: said.id }))).toBe('404 Not Found')
  expect(await alice.opensIssue(repository, 'Another')).toBe(2)
})

it('a locked issue takes nothing from an app', async () => {
  const found = repository.state.issues[0]
  if (found !== undefined) found.locked = true
  const comment = octokit.rest.issues.createComment({ ...at, issue_number: issue, body: 'x' })
  expect(await refusal(comment)).toBe('403 Unable to create comment because issue is locked.')
  const reaction = octokit.rest.reactions.createForIssue({ ...at, issue_number: issue, content: 'eyes' })
  expect(await refusal(reaction)).toContain('403 Unable to create reaction')
})

it('roles are told as GitHub tells them', async () => {
  const roles = { none: 'none', read: 'read', triage: 'triage', write: 'write', maintain: 'maintain', admin: 'admin' }
  for (const [login, role] of Object.entries(roles)) github.grant(repository, login, role)
  github.grant(repository, 'custom', 'release-manager:write')
  const ask = async (username: string) => {
    const { data } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username })
    return `${data.permission} ${data.role_name} ${data.user?.permissions?.push}`
  }
  github.person('stranger')
  expect(await Promise.all([...Object.keys(roles), 'custom', 'stranger'].map(ask))).toEqual([
    'none none false',
    'read read false',
    'read triage false',
    'write write true',
    'write maintain true',
    'admin admin true',
    'write release-manager true',
    'read read false',
  ])
  const unknown = octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'nobody' })
  expect(await refusal(unknown)).toBe('404 Not Found')
  repository.state.private = true
  expect(await ask('stranger')).toBe('none none false')
})

it('a person with a token is held to their role', async () => {
  github.grant(repository, 'bob', 'read')
  const bob = withToken(github, github.person('bob').token())
  expect((await bob.rest.users.getAuthenticated()).data.login).toBe('bob')
  expect((await bob.rest.issues.createComment({ ...at, issue_number: issue, body: 'hi' })).data.user?.login).toBe('bob')
  expect(await refusal(bob.rest.git.createBlob({ ...at, content: 'x' }))).toContain('403')
})

it('labels and issues are made and listed', async () => {
  await octokit.rest.issues.addLabels({ ...at, issue_number: issue, labels: ['cicd'] })
  await octokit.rest.issues.create({ ...at, title: 'Second' })
  await octokit.rest.issues.update({ ...at, issue_number: issue, state: 'closed' })
  const { data } = await octokit.rest.issues.listForRepo({ ...at, state: 'all' })
  expect(data.map(({ number, state, title }) => [number, state, title])).toEqual([
    [2, 'open', 'Second'],
    [1, 'closed', 'Deploy this'],
  ])
  expect(data[1]?.labels).toMatchObject([{ name: 'cicd' }])
})
