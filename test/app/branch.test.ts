import { afterEach, describe, expect, it } from 'vitest'
import type { RenderedFile, Some } from '../../src/model.ts'
import { blobId } from '../../src/render/lock.ts'
import { counts, file, files, proposing, type Scene, type Setting, startScene } from './scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

async function start(setting: Setting = {}): Promise<Scene> {
  scene = await startScene(setting)
  return scene
}

/** A scene whose proposal can be changed. */
async function changing(): Promise<Scene & { propose(next: Some<RenderedFile>): void }> {
  let current = files
  const made = await start({ core: proposing(() => current) })
  return {
    ...made,
    propose: (next) => {
      current = next
    },
  }
}

const updated: Some<RenderedFile> = [file('amplify.yml', 'version: 1\n# new\n'), ...files.slice(1)]

describe('the branch', () => {
  it('gets one more commit on top when the plan changed, and the same pull request is updated', async () => {
    const { repository, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const before = repository.branch('cicd/setup')
    propose(updated)
    await command('/cicd setup', /Ready for review.*#2/u)
    expect((await repository.commit('cicd/setup')).parents).toEqual([before])
    expect(await repository.file('cicd/setup', 'amplify.yml')).toBe('version: 1\n# new\n')
    expect(repository.pulls()).toHaveLength(1)
  })

  it('takes in what the default branch gained, without force', async () => {
    const { repository, alice, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const before = repository.branch('cicd/setup')
    const main = await alice.pushes(repository, { 'new.txt': 'new' })
    propose(updated)
    await command('/cicd setup', /Ready for review/u)
    expect((await repository.commit('cicd/setup')).parents).toEqual([before, main])
    expect(Object.keys(await repository.files('cicd/setup'))).toContain('new.txt')
    expect(await repository.diff('main', 'cicd/setup')).not.toContain('new.txt')
  })

  it('is left alone when only the default branch moved', async () => {
    const { repository, alice, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    const before = repository.branch('cicd/setup')
    await alice.pushes(repository, { 'new.txt': 'new' })
    await command('/cicd setup', /Up to date/u)
    expect(repository.branch('cicd/setup')).toBe(before)
  })

  it('B39 that someone else made first is not adopted', async () => {
    const { repository, alice, command } = await start()
    const commit = await alice.pushes(repository, { 'amplify.yml': 'evil\n' }, { branch: 'cicd/setup' })
    await command('/cicd setup', /commits of others: `[0-9a-f]{8}` by `alice`/u)
    expect(repository.branch('cicd/setup')).toBe(commit)
    expect(repository.pulls()).toEqual([])
  })

  it('B39 is not adopted either when its content, message and author look like ours', async () => {
    const { repository, github, command } = await start()
    const text = Object.fromEntries(files.map(({ path, content }) => [path, content ?? '']))
    const message = 'Add CI/CD on AWS\n\nPlan-Hash: sha256:0\nGenerated-by: slipway'
    const commit = await github.person('slipway[bot]').pushes(repository, text, { branch: 'cicd/setup', message })
    await command('/cicd setup', /commits of others/u)
    expect(repository.branch('cicd/setup')).toBe(commit)
  })

  it('B40 keeps commits that people put on top, and shows them in reply, pull request and check', async () => {
    const { repository, alice, propose, command, github } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const theirs = await alice.pushes(repository, { 'amplify.yml': 'version: 1\n# mine\n' }, { branch: 'cicd/setup' })
    const kept = /Up to date.*\n\nThe branch also holds changes of people, which were kept: `[0-9a-f]{8}` by `alice`/u
    await command('/cicd setup', kept)
    const body = repository.pulls()[0]?.body ?? ''
    expect(body).toContain(`### Changes of people on this branch\n\n- \`${theirs.slice(0, 8)}\` by \`alice\``)
    expect(repository.state.checkRuns.at(-1)).toMatchObject({
      headSha: theirs,
      conclusion: 'neutral',
      title: '1 of the commits are by people',
    })

    github.calls.clear()
    await command('/cicd setup', kept)
    expect(counts(scene).writes).toBe(2)
    expect(repository.pulls()[0]?.body).toBe(body)

    propose(updated)
    const reply = await command('/cicd setup', /`amplify\.yml`: the same lines were changed on this branch/u)
    expect(reply).toContain('<<<<<<< yours\n# mine\n=======\n# new\n>>>>>>> template')
    expect(repository.branch('cicd/setup')).toBe(theirs)
    expect(repository.state.checkRuns).toHaveLength(2)
  })

  it('B40 merges a new proposal with what people changed: their commits and lines stay, ours go on top', async () => {
    const { repository, alice, propose, command } = await changing()
    propose([file('amplify.yml', 'version: 1\na: 1\nb: 2\n'), ...files.slice(1)])
    await command('/cicd setup', /Ready for review/u)
    const yaml = 'version: 1\na: 1\nb: 2\nmine: 3\n'
    const theirs = await alice.pushes(
      repository,
      { 'amplify.yml': yaml, 'mine.txt': 'mine\n' },
      { branch: 'cicd/setup' },
    )
    propose([file('amplify.yml', 'version: 2\na: 1\nb: 2\n'), file('infra/cicd/new.sh', 'x\n'), ...files.slice(1)])
    const reply = await command('/cicd setup', /Ready for review.*#2/u)
    expect(reply).toMatch(/also holds changes of people, which were kept: `[0-9a-f]{8}` by `alice`/u)
    expect((await repository.commit('cicd/setup')).parents).toEqual([theirs])
    expect(await repository.files('cicd/setup')).toMatchObject({
      'amplify.yml': 'version: 2\na: 1\nb: 2\nmine: 3\n',
      'mine.txt': 'mine\n',
      'infra/cicd/new.sh': 'x\n',
    })
    expect(repository.pulls()[0]?.body).toContain(`- \`${theirs.slice(0, 8)}\` by \`alice\``)
    expect(repository.state.checkRuns.at(-1)).toMatchObject({ conclusion: 'success', title: '4 files, checked' })

    const tip = repository.branch('cicd/setup')
    await command('/cicd setup', /Up to date/u)
    expect(repository.branch('cicd/setup')).toBe(tip)
  })

  it('B40 takes a branch that was brought up to date with the default branch for what it is', async () => {
    const { repository, alice, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const main = await alice.pushes(repository, { 'new.txt': 'new\n' })
    const merge = await alice.pushes(
      repository,
      { 'new.txt': 'new\n' },
      { branch: 'cicd/setup', merging: main, message: "Merge branch 'main' into cicd/setup" },
    )
    propose(updated)
    await command('/cicd setup', /Ready for review.*#2/u)
    expect((await repository.commit('cicd/setup')).parents).toEqual([merge])
    expect(await repository.file('cicd/setup', 'amplify.yml')).toBe('version: 1\n# new\n')
  })

  it('B40 loses nothing of what people changed, however many updates follow', async () => {
    const { repository, alice, propose, command } = await changing()
    const version = (top: string): Some<RenderedFile> => {
      const text = `${top}\na: 1\nb: 2\nc: 3\n`
      const lock = { version: 1, template: '0.1.0', apps: {}, files: { 'amplify.yml': blobId(text) } }
      return [file('amplify.yml', text), file('.github/cicd.lock.json', JSON.stringify(lock, null, 2))]
    }
    propose(version('one'))
    await command('/cicd setup', /Ready for review/u)
    await alice.pushes(repository, { 'amplify.yml': 'one\na: 1\nb: 2\nc: 3\nmine: 4\n' }, { branch: 'cicd/setup' })
    propose(version('two'))
    await command('/cicd setup', /Ready for review/u)
    expect(await repository.file('cicd/setup', 'amplify.yml')).toBe('two\na: 1\nb: 2\nc: 3\nmine: 4\n')
    propose(version('three'))
    await command('/cicd setup', /`amplify\.yml`: the same lines were changed on this branch/u)
    expect(await repository.file('cicd/setup', 'amplify.yml')).toBe('two\na: 1\nb: 2\nc: 3\nmine: 4\n')
  })

  it.each([
    ['alone', false],
    ['with commits of people', true],
  ])('B47 an update that ended before the pull request told of it is told by the next command: %s', async (_what, people) => {
    const { repository, alice, github, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    if (people) await alice.pushes(repository, { 'mine.txt': 'mine' }, { branch: 'cicd/setup' })
    propose(updated)
    github.faults.push({ kind: 'status', status: 500, match: 'POST /repos/{owner}/{repo}/check-runs', times: 4 })
    await command('/cicd setup', /Something went wrong/u)
    const tip = repository.branch('cicd/setup')
    const before = repository.pulls()[0]?.body
    await command('/cicd setup', /Ready for review/u)
    expect(repository.branch('cicd/setup')).toBe(tip)
    expect(repository.pulls()[0]?.body).not.toBe(before)
    expect(repository.state.checkRuns.at(-1)).toMatchObject({ headSha: tip, conclusion: 'success' })
    await command('/cicd setup', /Up to date/u)
  })

  it('B40 does not touch a branch on which the pull request is not ours', async () => {
    const { repository, alice, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const theirs = await alice.pushes(repository, { 'mine.txt': 'mine\n' }, { branch: 'cicd/setup' })
    await alice.closes(repository, 2)
    await alice.opensPull(repository, 'cicd/setup')
    propose(updated)
    await command('/cicd setup', /commits of others.*Merge or close \[#3\]/u)
    expect(repository.branch('cicd/setup')).toBe(theirs)
  })

  it('B52 without a pull request gets one; a pull request without a branch is named', async () => {
    const { repository, alice, github, command } = await start()
    github.faults.push({
      match: 'POST /repos/{owner}/{repo}/pulls',
      kind: 'status',
      status: 422,
      message: 'Validation Failed',
    })
    await command('/cicd setup', /Something went wrong/u)
    const before = repository.branch('cicd/setup')
    expect(before).not.toBeNull()
    await command('/cicd setup', /Ready for review/u)
    expect(repository.branch('cicd/setup')).toBe(before)

    await alice.deletesBranch(repository, 'cicd/setup')
    await command('/cicd setup', /Ready for review/u)
    expect(repository.pulls().filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  it('B50 a pull request that was closed stays closed; a new command opens another that names it', async () => {
    const { repository, alice, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    await alice.closes(repository, 2)
    await command('/cicd setup', /#3/u)
    const pulls = repository.pulls()
    expect(pulls.map(({ state }) => state)).toEqual(['closed', 'open'])
    expect(pulls[1]?.body).toContain('An earlier pull request, #2, was closed without merging.')
  })

  it('B51 after a merge an update is a new pull request, on the old branch or a new one', async () => {
    const { repository, alice, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    await alice.merges(repository, 2)
    propose(updated)
    await command('/cicd setup', /Ready for review.*#3/u)
    expect(await repository.diff('main', 'cicd/setup')).toMatch(/\+# new/u)
    expect(await repository.diff('main', 'cicd/setup')).not.toContain('ci.yml')
  })

  it('B53 the default branch may move while the command runs', async () => {
    const { repository, alice, github, command } = await start()
    const run = async () => void (await alice.pushes(repository, { 'new.txt': 'new' }))
    github.faults.push({ match: 'POST /repos/{owner}/{repo}/git/refs', kind: 'run', when: 'before', run })
    await command('/cicd setup', /Ready for review/u)
    expect(await repository.diff('main', 'cicd/setup')).not.toContain('new.txt')
  })

  it('B53 a commit of someone that comes in between is not lost', async () => {
    const { repository, alice, propose, github, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    propose(updated)
    let theirs = ''
    const run = async () => {
      theirs = await alice.pushes(repository, { 'mine.txt': 'mine' }, { branch: 'cicd/setup' })
    }
    github.faults.push({ match: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}', kind: 'run', when: 'before', run })
    await command('/cicd setup', /Ready for review/u)
    expect(theirs).not.toBe('')
    expect((await repository.commit('cicd/setup')).parents).toEqual([theirs])
    expect(await repository.file('cicd/setup', 'mine.txt')).toBe('mine')
  })

  it('B48 two people at once, in two processes: one branch, one pull request', async () => {
    const { world, repository, alice, issue, github } = await start()
    github.grant(repository, 'bob', 'write')
    const other = await alice.opensIssue(repository, 'Me too')
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    await github.person('bob').comments(repository, other, '/cicd setup')
    github.outbox.fate = () => 'send'
    const [first, second] = github.outbox.held.splice(0)
    const replica = await world.restart()
    github.app.webhookUrl = `${world.app.url}/api/github/webhooks`
    const one = github.outbox.redeliver(first?.id ?? 0)
    github.app.webhookUrl = `${replica.url}/api/github/webhooks`
    await Promise.all([one, github.outbox.redeliver(second?.id ?? 0)])
    await scene.replied(/#3/u)
    await scene.replied(/#3/u, other)
    expect(repository.pulls()).toHaveLength(1)
    expect((await repository.commit('cicd/setup')).parents).toEqual([repository.branch('main')])
  })

  it('B48 two people at once on one issue, in two processes that share nothing: one pull request, one reply', async () => {
    const { world, repository, alice, issue, github, replies } = await start()
    github.grant(repository, 'bob', 'write')
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    await github.person('bob').comments(repository, issue, '/cicd setup')
    github.outbox.fate = () => 'send'
    const [first, second] = github.outbox.held.splice(0)
    const replica = await world.restart()
    github.app.webhookUrl = `${world.app.url}/api/github/webhooks`
    const one = github.outbox.redeliver(first?.id ?? 0)
    github.app.webhookUrl = `${replica.url}/api/github/webhooks`
    await Promise.all([one, github.outbox.redeliver(second?.id ?? 0)])
    await scene.settled(2)
    expect(repository.pulls()).toHaveLength(1)
    expect((await repository.commit('cicd/setup')).parents).toEqual([repository.branch('main')])
    expect(replies()).toEqual([expect.stringMatching(/#2/u)])
  })
})

describe('what is written', () => {
  it('B42 a tree that is not the plan to the byte goes no further', async () => {
    const { repository, github, command } = await start()
    github.faults.push({
      match: 'POST /repos/{owner}/{repo}/git/trees',
      kind: 'status',
      status: 201,
      message: 'not the tree that was asked for',
    })
    await command('/cicd setup', /Something went wrong/u)
    expect(repository.branches()).toEqual(['main'])
    expect(repository.pulls()).toEqual([])
  })

  it('G18 B42 is proved folder by folder where the listing of a huge repository is cut', async () => {
    const { repository, command } = await start()
    repository.state.treeLimit = 1
    await command('/cicd setup', /Ready for review/u)
    expect(await repository.file('cicd/setup', 'src/a.ts')).toBe('a\n')
    expect(repository.pulls()).toHaveLength(1)
  })

  it('B55 labels and titles that people change make no difference', async () => {
    const { repository, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    for (const one of repository.state.issues) one.title = 'renamed'
    await command('/cicd setup', /Up to date/u)
  })

  it('keeps ticked boxes when the text of the pull request is updated', async () => {
    const { repository, propose, command } = await changing()
    await command('/cicd setup', /Ready for review/u)
    const pull = repository.state.issues[1]
    if (pull !== undefined) pull.body = (pull.body ?? '').replace('- [ ] Create', '- [x] Create')
    propose(updated)
    await command('/cicd setup', /Ready for review/u)
    expect(repository.pulls()[0]?.body).toContain('- [x] Create the role\n- [ ] Merge')
  })

  it('B71 a repository that was renamed, or has another default branch by now, is found by its id', async () => {
    const { repository, alice, issue, github, settled } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.pushes(repository, { 'new.txt': 'new' }, { branch: 'trunk' })
    await alice.comments(repository, issue, '/cicd setup')
    github.rename(repository, 'acme/web')
    repository.state.defaultBranch = 'trunk'
    await github.outbox.release()
    await settled()
    expect(repository.pulls()).toMatchObject([{ base: 'trunk' }])
    expect(Object.keys(await repository.files('cicd/setup'))).toContain('new.txt')
  })

  it('B71 another repository that took the old name gets nothing', async () => {
    const { repository, alice, issue, github, settled } = await start()
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'hold' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    github.rename(repository, 'acme/web')
    repository.state.formerNames.splice(0)
    const other = await github.repository('acme/site', { roles: { alice: 'admin' } })
    await alice.opensIssue(other, 'x')
    await github.outbox.release()
    await settled()
    expect([other.branches(), repository.branches()]).toEqual([['main'], ['main']])
  })
})

describe('the one reply', () => {
  it('B54 is found again with 250 comments before and after it', async () => {
    const { repository, alice, issue, github, command } = await start()
    github.outbox.fate = () => 'lose'
    for (let index = 0; index < 250; index += 1) await alice.comments(repository, issue, `talk ${index}`)
    github.outbox.fate = () => 'send'
    await command('/cicd setup', /Ready for review/u)
    github.outbox.fate = () => 'lose'
    for (let index = 0; index < 250; index += 1) await alice.comments(repository, issue, `talk ${index}`)
    github.outbox.fate = () => 'send'
    await command('/cicd setup', /Up to date/u)
  })

  it('B38 is not taken from the comment of someone who uses our mark', async () => {
    const { repository, alice, issue, github, command } = await start()
    const mark = '<!-- cicd:reply {"v":1,"outcome":"proposed","commands":[999999],"pull":1} -->\nhello'
    const { id } = await alice.comments(repository, issue, mark)
    github.grant(repository, 'other[bot]', 'write')
    await github.person('other[bot]').comments(repository, issue, mark)
    await command('/cicd setup', /Ready for review/u)
    expect(repository.comments(issue).find((one) => one.id === id)?.body).toBe(mark)
  })

  it('is written anew where someone deleted it', async () => {
    const { repository, alice, issue, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    const reply = repository.comments(issue).find(({ by }) => by === 'slipway[bot]')
    await alice.deletes(repository, reply?.id ?? 0)
    await command('/cicd setup', /Up to date/u)
  })
})
