import { afterEach, describe, expect, it } from 'vitest'
import { counts, proposing, type Scene, type Setting, startScene } from './scene.ts'

const path = '.github/cicd.yml'
let scene: Scene
afterEach(() => scene.world.stop())

async function start(setting: Setting = {}): Promise<Scene> {
  scene = await startScene(setting)
  return scene
}

/** A scene whose organisation has this file. */
async function startWith(text: string, how: { readonly private?: boolean } = {}): Promise<Scene> {
  await start()
  await scene.github.repository('acme/.github', { files: { [path]: text }, private: how.private ?? false })
  scene.github.calls.clear()
  return scene
}

describe('the configuration of an organisation', () => {
  it('counts for all of its repositories, and costs no call', async () => {
    const { repository, command, github, settled } = await startWith('commanders:\n  role: maintain\n')
    await command('/cicd setup', /leaves commands to others/u)
    await settled()
    github.grant(repository, 'alice', 'maintain')
    github.calls.clear()
    await command('/cicd setup', /Ready for review/u)
    expect(counts(scene)).toEqual({ reads: 5, writes: 7 })
  })

  it('counts where its repository is private and the app is installed on it: one call more, by a token for it alone', async () => {
    const { repository, command, github, settled } = await startWith('commanders:\n  role: admin\n', { private: true })
    await command('/cicd setup', /leaves commands to others/u)
    await settled()
    const tokens = [...github.world.tokens.values()].flatMap((token) => (token.kind === 'installation' ? [token] : []))
    const other = tokens.find(({ repositories }) => !repositories?.has(repository.id))
    expect(other?.repositories?.size).toBe(1)
    expect(other?.permissions).toEqual({ metadata: 'read', contents: 'read' })
    const reads = github.calls.all.filter(({ route }) => route === '/repos/{owner}/{repo}/contents/{path}')
    expect(reads).toHaveLength(1)
    github.grant(repository, 'alice', 'admin')
    github.calls.clear()
    await command('/cicd setup', /Ready for review/u)
    expect(counts(scene)).toEqual({ reads: 6, writes: 7 })
  })

  it('is no error where the app is not installed on its repository', async () => {
    const { repository, command, github } = await startWith('commanders:\n  role: admin\n', { private: true })
    await github.install('acme', { repositories: [repository] })
    await command('/cicd setup', /Ready for review/u)
    expect(github.calls.counts().token).toBe(3)
    github.calls.clear()
    await command('/cicd setup', /Up to date/u)
    expect(github.calls.counts().token).toBe(1)
  })

  it('stops every repository where it has mistakes, and says in which file', async () => {
    const { repository, command } = await startWith('lock: [regoin]\n')
    await command('/cicd setup', /`\.github\/cicd\.yml` of the organisation .* has mistakes[\s\S]*line 1, column 8/u)
    expect(repository.branches()).toEqual(['main'])
    expect(repository.state.checkRuns).toMatchObject([{ name: 'CI/CD configuration', conclusion: 'neutral' }])
  })

  it.each([
    ['500', { kind: 'status', status: 500, times: 9 }],
    ['half an answer', { kind: 'half', times: 9 }],
  ] as const)('B24 is never taken for missing: nothing is written when reading it gives %s', async (_what, fault) => {
    const { repository, command, github } = await startWith('commanders:\n  role: admin\n', { private: true })
    github.faults.push({ match: 'GET /repos/{owner}/{repo}/contents/{path}', ...fault })
    await command('/cicd setup', /Something went wrong/u)
    expect(repository.branches()).toEqual(['main'])
  })

  it('is the same file where the command stands in that repository itself', async () => {
    await start()
    const own = await scene.github.repository('acme/.github', { files: { [path]: 'lock: [region]\n' } })
    scene.github.grant(own, 'alice', 'write')
    const issue = await scene.alice.opensIssue(own, 'Deploy this')
    await scene.alice.comments(own, issue, '/cicd plan')
    await scene.settled()
    expect(own.comments(issue).at(-1)?.body).toMatch(/This is what/u)
  })
})

describe('mistakes in a configuration', () => {
  const text = 'version: 1\nregoin: us-east-1\napps:\n  - path: .\n    target: amplfy\n'

  it('B41 stand in the reply, and as a check with their lines on the commit', async () => {
    const { repository, alice, command } = await start()
    const commit = await alice.pushes(repository, { [path]: text })
    const reply = await command('/cicd setup', /line 2, column 1: `regoin` is not known: did you mean `region`\?/u)
    expect(reply).toMatch(/- line 5, column 13: this target is not known: did you mean `amplify`\?/u)
    expect(repository.branches()).toEqual(['main'])
    const run = { name: 'CI/CD configuration', headSha: commit, conclusion: 'failure', title: `2 mistakes in ${path}` }
    expect(repository.state.checkRuns).toMatchObject([run])
    expect(repository.state.checkRuns[0]?.annotations).toMatchObject([
      { path, start_line: 2, annotation_level: 'failure', message: expect.stringMatching(/^`regoin` is not known/u) },
      { path, start_line: 5, annotation_level: 'failure', message: expect.stringMatching(/^This target is not/u) },
    ])

    await command('/cicd setup', /has mistakes/u)
    expect(repository.state.checkRuns).toHaveLength(1)
    await alice.pushes(repository, { [path]: 'region: us-east-1\n' })
    await command('/cicd setup', /Ready for review/u)
  })

  it('B70 are not written as a check where the command writes nothing', async () => {
    const { repository, alice, command } = await start()
    await alice.pushes(repository, { [path]: text })
    await command('/cicd plan', /has mistakes/u)
    expect(repository.state.checkRuns).toEqual([])
  })

  it('are told without a check where checks may not be written', async () => {
    const { repository, alice, command, github } = await start()
    const { checks: _, ...permissions } = github.app.permissions
    await github.install('acme', { permissions })
    await alice.pushes(repository, { [path]: text })
    await command('/cicd setup', /has mistakes/u)
    expect(repository.state.checkRuns).toEqual([])
  })
})

describe('who may give commands', () => {
  it('B28 is asked again before the first write: the role that the configuration wants may be gone by then', async () => {
    const { github, repository, alice, command } = await start({ core: proposing() })
    await alice.pushes(repository, { [path]: 'commanders:\n  role: maintain\n' })
    github.grant(repository, 'alice', 'maintain')
    const run = () => github.grant(repository, 'alice', 'write')
    github.faults.push({ match: 'GET /repos/{owner}/{repo}/git/trees/*', kind: 'run', when: 'before', run })
    await command('/cicd setup', /may no longer give commands here/u)
    expect(repository.branches()).toEqual(['main'])
  })
})
