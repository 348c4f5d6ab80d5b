import { afterEach, describe, expect, it } from 'vitest'
import { type CommentCreated, commandJob } from '../../src/app/command-job.ts'
import { counts, proposing, type Scene, type Setting, startScene } from './scene.ts'

const permissionRoute = 'GET /repos/{owner}/{repo}/collaborators/{username}/permission'
let scene: Scene
afterEach(() => scene.world.stop())

async function start(setting: Setting = {}): Promise<Scene> {
  scene = await startScene(setting)
  return scene
}

/** Nothing but a reaction and comments was written. */
function expectNothingWritten({ repository, github }: Scene) {
  expect(repository.branches()).toEqual(['main'])
  expect(repository.pulls()).toEqual([])
  const routes = github.calls.writes().map(({ route }) => route ?? '')
  expect(routes.filter((route) => !/\/comments$|\/reactions$|\/comments\/\{comment_id\}$/u.test(route))).toEqual([])
}

describe('who may give commands', () => {
  it('B21 a reader gets thumbs down and one short reply per issue, and nothing is written', async () => {
    const { github, repository, issue, replied, settled } = await start()
    github.grant(repository, 'bob', 'read')
    const bob = github.person('bob')
    await bob.comments(repository, issue, '/cicd setup')
    await replied(/need write access/u)
    await bob.comments(repository, issue, '/cicd setup')
    await github.person('stranger').comments(repository, issue, '/cicd help')
    await settled(3)
    const own = repository.comments(issue).filter(({ by }) => by !== 'slipway[bot]')
    expect(own.map(({ reactions }) => reactions)).toEqual(Array(3).fill(['-1 by slipway[bot]']))
    await replied(/need write access/u)
    expectNothingWritten(scene)
  })

  it('B21 leaves a reply alone that is for someone who may', async () => {
    const { github, repository, alice, issue, replied, settled } = await start()
    await alice.comments(repository, issue, '/cicd setup')
    const before = await replied(/Ready for review/u)
    await github.person('stranger').comments(repository, issue, '/cicd setup')
    await settled(2)
    expect(await replied(/Ready/u)).toBe(before)
  })

  it('B22 author_association is not authority', async () => {
    const { github, repository, issue, replied } = await start()
    const owner = github.world.accounts.get('acme')
    expect(owner?.type).toBe('Organization')
    github.grant(repository, 'member', 'read')
    const said = await github.person('member').comments(repository, issue, '/cicd setup')
    expect(said.delivery?.body).toMatch(/"author_association":"(?:MEMBER|COLLABORATOR|CONTRIBUTOR)"/u)
    await replied(/need write access/u)
    expectNothingWritten(scene)
  })

  it.each([
    ['read', false],
    ['triage', false],
    ['write', true],
    ['maintain', true],
    ['admin', true],
    ['releaser:write', true],
    ['auditor:read', false],
  ])('B23 %s: %s', async (role, allowed) => {
    const { github, repository, issue, replied } = await start()
    github.grant(repository, 'carol', role)
    await github.person('carol').comments(repository, issue, '/cicd setup')
    await replied(allowed ? /Ready for review/u : /need write access/u)
    if (!allowed) expectNothingWritten(scene)
  })

  it.each([
    ['403', { kind: 'status', status: 403 }],
    ['404', { kind: 'status', status: 404 }],
    ['500', { kind: 'status', status: 500, times: 9 }],
    ['a page of HTML', { kind: 'html', times: 9 }],
    ['a page of HTML with status 200', { kind: 'html', status: 200, times: 9 }],
    ['a cut connection', { kind: 'drop', times: 9 }],
    ['half an answer', { kind: 'half', times: 9 }],
  ] as const)('B24 is denied, with a hint, when the permission call gives %s', async (_what, fault) => {
    const { github, command } = await start()
    github.faults.push({ match: permissionRoute, ...fault })
    await command('/cicd setup', /could not be asked .* again in a few minutes/u)
    expectNothingWritten(scene)
  })

  it('B26 a person who took over a login is another person', async () => {
    const { github, repository, alice, issue, replied } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    github.grant(repository, 'mallory', 'read')
    await github.person('mallory').comments(repository, issue, '/cicd setup')
    github.renamePerson('mallory', 'mallory-old')
    github.renamePerson('alice', 'mallory')
    expect(alice.login).toBe('mallory')
    await github.outbox.release()
    await replied(/need write access/u)
    expectNothingWritten(scene)
  })

  it('B26 ids of the configuration are compared for equality', async () => {
    const config = (id: number) => ({ '.github/cicd.yml': `commanders:\n  ids: [${id}]\n` })
    const { github, repository, alice, command } = await start()
    await alice.pushes(repository, config(Number(`9${alice.id}`)))
    await command('/cicd setup', /leaves commands to others/u)
    expectNothingWritten(scene)
    await alice.pushes(repository, config(alice.id))
    await command('/cicd setup', /Ready for review/u)
    expect(github.calls.all.length).toBeGreaterThan(0)
  })

  it('the configuration may ask for a higher role', async () => {
    const { github, repository, alice, command } = await start()
    await alice.pushes(repository, { '.github/cicd.yml': 'commanders:\n  role: maintain\n' })
    await command('/cicd setup', /leaves commands to others/u)
    github.grant(repository, 'alice', 'maintain')
    await command('/cicd setup', /Ready for review/u)
  })

  it('B28 permission that is removed while the command runs is seen right before the first write', async () => {
    const { github, repository, command } = await start()
    const run = () => github.grant(repository, 'alice', 'read')
    github.faults.push({ match: 'GET /repos/{owner}/{repo}/git/trees/*', kind: 'run', when: 'before', run })
    await command('/cicd setup', /may no longer give commands here/u)
    expectNothingWritten(scene)
  })

  it('B29 a comment on a pull request from a fork reads the default branch of the base only', async () => {
    const { github, repository, alice, replied } = await start()
    const fork = await github.repository('mallory/site', {
      forkOf: repository.state,
      installed: false,
      ownedByPerson: true,
    })
    await github.person('mallory').pushes(fork, { '.github/cicd.yml': 'lang: de', 'evil.txt': 'x' }, { branch: 'evil' })
    const pull = await github.person('mallory').opensPull(repository, 'evil', { from: fork })
    await alice.comments(repository, pull, '/cicd setup')
    await replied(/Ready for review/u, pull)
    expect(Object.keys(await repository.files('cicd/setup'))).not.toContain('evil.txt')
    expect(github.calls.all.some(({ path }) => path.includes('mallory'))).toBe(false)
  })

  it('B30 a reader who opens a pull request gets nothing done for them', async () => {
    const { github, repository, alice, replied } = await start()
    await alice.pushes(repository, { 'x.txt': 'x' }, { branch: 'topic' })
    github.grant(repository, 'bob', 'read')
    const pull = await github.person('bob').opensPull(repository, 'topic')
    await github.person('bob').comments(repository, pull, '/cicd setup')
    await replied(/need write access/u, pull)
    expect(repository.branch('cicd/setup')).toBeNull()
  })

  it('B41 the configuration of another branch does not count', async () => {
    const { repository, alice, command } = await start()
    await alice.pushes(repository, { '.github/cicd.yml': 'commanders:\n  ids: [1]\n' }, { branch: 'topic' })
    await command('/cicd setup', /Ready for review/u)
  })

  it('B41 a configuration with mistakes stops with their lines', async () => {
    const { repository, alice, command } = await start()
    await alice.pushes(repository, { '.github/cicd.yml': 'version: 1\nregoin: us-east-1\n' })
    await command('/cicd setup', /- line 2, column 1: `regoin` is not known/u)
    expect([repository.branches(), repository.pulls()]).toEqual([['main'], []])
  })

  it('B34 fifty commands in a minute are few runs and one pull request', async () => {
    const { github, repository, alice, issue, replied, settled } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    for (let index = 0; index < 50; index += 1) await alice.comments(repository, issue, '/cicd setup')
    github.outbox.fate = () => 'send'
    await github.outbox.release()
    await replied(/Ready for review|Up to date/u)
    await settled()
    expect(repository.pulls()).toHaveLength(1)
    expect(scene.world.log.filter((line) => line.includes('"command done"')).length).toBeLessThanOrEqual(5)
  })
})

describe('places where nothing can be written', () => {
  it('B32 an archived repository: no write gets through, and nothing is tried again', async () => {
    const { github, repository, alice, issue, settled } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    repository.state.archived = true
    await github.outbox.release()
    await settled()
    expect(github.calls.writes().filter(({ status }) => status !== null && status < 300)).toEqual([])
    expect(counts(scene)).toEqual({ reads: 1, writes: 1 })
  })

  it('B33 an app that is suspended, or taken off the repository, ends quietly', async () => {
    const { github, repository, alice, issue, settled } = await start()
    const run = () => github.suspend('acme')
    github.faults.push({ match: 'GET /repos/{owner}/{repo}/git/trees/*', kind: 'run', when: 'before', run })
    await alice.comments(repository, issue, '/cicd setup')
    await settled()
    expectNothingWritten(scene)

    await github.unsuspend('acme')
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    await github.uninstall('acme')
    await github.outbox.release()
    await settled(2)
    expectNothingWritten(scene)
  })

  it.each([
    ['the issue was deleted', ({ alice, repository, issue }: Scene) => alice.deletesIssue(repository, issue)],
    ['the repository was deleted', ({ github, repository }: Scene) => github.world.repositories.delete(repository.id)],
    ['the app was suspended', ({ github }: Scene) => github.suspend('acme')],
    ['the app was uninstalled', ({ github }: Scene) => github.uninstall('acme')],
    [
      'the repository was taken from the app',
      async ({ github }: Scene) => github.install('acme', { repositories: [await github.repository('acme/other')] }),
    ],
  ])('B32 B33 %s before the command was carried out: it ends, without an error and without another attempt', async (_what, go) => {
    const { github, repository, alice, issue, settled, world } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    await go(scene)
    await github.outbox.release()
    await settled()
    expect(world.log.filter((line) => line.includes('"command done"'))).toEqual([expect.stringContaining('"gone"')])
    expectNothingWritten(scene)
  })

  it('B33 an issue that is deleted meanwhile ends the command the same way', async () => {
    const { github, repository, alice, issue, settled, world } = await start()
    const run = () => alice.deletesIssue(repository, issue)
    github.faults.push({ match: 'POST /repos/{owner}/{repo}/pulls', kind: 'run', when: 'after', run })
    await alice.comments(repository, issue, '/cicd setup')
    await settled()
    expect(world.log.filter((line) => line.includes('"command done"'))).toEqual([expect.stringContaining('"gone"')])
  })

  it('B31 the token of a run reaches one repository, and may write only once there is something to write', async () => {
    const { github, repository, command } = await start({ core: proposing() })
    await github.repository('acme/secret', { private: true })
    await command('/cicd setup', /Ready for review/u)
    const tokens = [...github.world.tokens.values()].filter((token) => token.kind === 'installation')
    expect(tokens.map(({ repositories }) => [...(repositories ?? [])])).toEqual([[repository.id], [repository.id]])
    expect(tokens.map(({ permissions }) => permissions.contents)).toEqual(['read', 'write'])
    expect(tokens.map(({ permissions }) => permissions.workflows)).toEqual([undefined, 'write'])
  })
})

describe('the job of a comment', () => {
  const person = { id: 1, login: 'alice', type: 'User' }
  const event: CommentCreated = {
    installation: { id: 5 },
    repository: { id: 7, name: 'site', owner: { id: 2, login: 'acme' } },
    issue: { number: 3 },
    comment: {
      id: 9,
      html_url: 'https://example.com',
      created_at: '2026-11-22T00:00:00Z',
      body: '/cicd setup',
      user: person,
    },
    sender: person,
  }

  it('B27 is none where the sender is not the author', async () => {
    await start()
    expect(commandJob(event, 'd')).not.toBeNull()
    expect(commandJob({ ...event, sender: { ...person, id: 4 } }, 'd')).toBeNull()
  })

  it('survives a trip through JSON', async () => {
    await start()
    const job = commandJob(event, 'd')
    expect(JSON.parse(JSON.stringify(job))).toEqual(job)
  })
})
