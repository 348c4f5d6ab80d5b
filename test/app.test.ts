import { afterEach, describe, expect, it } from 'vitest'
import { calls, counts, proposing, type Scene, type Setting, startScene } from './app/scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

async function start(setting: Setting = {}): Promise<Scene> {
  scene = await startScene(setting)
  return scene
}

describe('/cicd setup', () => {
  it('B1 gets a reaction, a pull request with one verified commit, and one reply, in few calls', async () => {
    const { repository, alice, issue, replied, settled, github } = await start()
    const said = await alice.comments(repository, issue, '/cicd setup')
    expect(said.delivery?.statusCode).toBe(202)
    expect(await replied(/Ready for review/u)).toContain('[#2](https://github.com/acme/site/pull/2)')
    await settled()
    expect(counts(scene)).toEqual({ reads: 5, writes: 7 })
    // To read, to look for a private `.github` of the organisation (remembered then), and to write.
    expect(github.calls.counts().token).toBe(3)

    expect(repository.comments(issue)[0]?.reactions).toEqual(['eyes by slipway[bot]'])
    const pull = { head: 'cicd/setup', base: 'main', state: 'open', by: 'slipway[bot]', title: 'Add CI/CD on AWS' }
    expect(repository.pulls()).toMatchObject([pull])
    expect(await repository.files('cicd/setup')).toMatchObject({
      'README.md': 'hello\n',
      'amplify.yml': 'version: 1\n',
    })
    const commit = await repository.commit('cicd/setup')
    expect(commit.parents).toEqual([repository.branch('main')])
    expect(commit.message).toMatch(/^Add CI\/CD on AWS\n\nPlan-Hash: sha256:[0-9a-f]{64}\nGenerated-by: slipway$/u)
    expect(await repository.diff('main', 'cicd/setup')).toContain('new file mode 100755')
    const { data } = await alicesView(scene, `/repos/acme/site/commits/${repository.branch('cicd/setup')}`)
    const runs = repository.state.checkRuns.map(({ name, conclusion, title, headSha }) => ({
      name,
      conclusion,
      title,
      headSha,
    }))
    expect(runs).toEqual([
      {
        name: 'CI/CD proposal',
        conclusion: 'success',
        title: '3 files, checked',
        headSha: repository.branch('cicd/setup'),
      },
    ])
    expect(data).toMatchObject({ commit: { verification: { verified: true } }, author: { login: 'slipway[bot]' } })
  })

  it('B2 B3 runs with other spaces and in another case', async () => {
    const { repository, alice, issue, replied } = await start()
    await alice.comments(repository, issue, '\r\n\r\n  /CICD   Setup  \r\n')
    await replied(/Ready for review/u)
  })

  it.each([
    ['B4', '```\n/cicd setup\n```'],
    ['B5', '> /cicd setup'],
    ['B6', '<!-- x -->\n/cicd setup'],
    ['B7', 'please run /cicd setup'],
  ])('%s is not run, and costs no call, for %j', async (_case, body) => {
    const { repository, alice, issue, github } = await start()
    expect((await alice.comments(repository, issue, body)).delivery?.statusCode).toBe(202)
    await github.outbox.idle()
    expect(calls(scene)).toEqual([])
  })

  it('B49 says "up to date" when nothing changed, in two writes', async () => {
    const { repository, github, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    const before = repository.branch('cicd/setup')
    github.calls.clear()
    await command('/cicd setup', /Up to date: \[#2\]/u)
    expect(counts(scene)).toEqual({ reads: 5, writes: 2 })
    expect(repository.branch('cicd/setup')).toBe(before)
    expect(repository.pulls()).toHaveLength(1)
  })

  it('B46 does nothing when the same delivery comes again, also after a restart', async () => {
    const { world, repository, alice, issue, replied, github, settled } = await start()
    const { delivery } = await alice.comments(repository, issue, '/cicd setup')
    await replied(/Ready for review/u)
    await settled()
    github.calls.clear()
    await github.outbox.redeliver(delivery?.id ?? 0)
    expect(calls(scene)).toEqual([])

    await world.restart()
    await github.outbox.redeliver(delivery?.id ?? 0)
    await settled(2)
    expect(counts(scene)).toEqual({ reads: 1, writes: 0 })
    expect(repository.pulls()).toHaveLength(1)
  })

  it('B46 does it once when the same delivery comes twice at once', async () => {
    const { repository, github, settled, command } = await start()
    github.outbox.fate = () => 'twice'
    await command('/cicd setup', /Ready for review/u)
    await settled()
    expect(repository.pulls()).toHaveLength(1)
    expect(counts(scene)).toEqual({ reads: 5, writes: 7 })
  })

  it('says that everything is set up once the pull request was merged', async () => {
    const { repository, alice, github, command } = await start()
    await command('/cicd setup', /Ready for review/u)
    await alice.merges(repository, 2)
    github.calls.clear()
    await command('/cicd setup', /Everything is set up/u)
    expect(counts(scene).writes).toBe(2)
  })

  it('G17 has one clear answer for a repository without commits', async () => {
    const { repository, alice, issue, replied } = await start({ repository: { empty: true } })
    await alice.comments(repository, issue, '/cicd setup')
    expect(await replied(/no commits yet/u)).not.toMatch(/ at .*:\d+/u)
    expect(repository.branches()).toEqual([])
  })
})

describe('other commands', () => {
  it.each(['/cicd', '/cicd help', '/cicd setup --help'])('B8 %s shows help and does nothing else', async (body) => {
    const { repository, alice, issue, replied } = await start()
    await alice.comments(repository, issue, body)
    await replied(/\/cicd setup/u)
    expect(repository.branches()).toEqual(['main'])
    expect(counts(scene).writes).toBe(2)
  })

  it('B9 suggests what was meant, and does nothing else', async () => {
    const { repository, alice, issue, replied } = await start()
    await alice.comments(repository, issue, '/cicd setpu')
    await replied(/Did you mean `\/cicd setup`\?/u)
    expect(repository.branches()).toEqual(['main'])
  })

  it('B14 runs only the first of two commands, and says so', async () => {
    const { repository, alice, issue, replied } = await start()
    await alice.comments(repository, issue, '/cicd plan\n\n/cicd setup')
    await replied(/only its first line was run/u)
    expect(repository.pulls()).toEqual([])
  })

  it.each([
    '/cicd plan',
    '/cicd setup --dry-run',
  ])('B70 %s writes nothing but the reaction and the reply', async (body) => {
    const { repository, alice, issue, replied, github, settled } = await start()
    await alice.comments(repository, issue, body)
    await replied(/create `infra\/cicd\/bootstrap\.sh`/u)
    await settled()
    expect(github.calls.writes().map(({ method, route }) => `${method} ${route?.split('{repo}')[1]}`)).toEqual([
      'POST /issues/comments/{comment_id}/reactions',
      'POST /issues/{issue_number}/comments',
    ])
    expect(repository.branches()).toEqual(['main'])
  })
})

describe('what is never a command', () => {
  it('B18 a command in the text of an issue', async () => {
    const { repository, alice, github } = await start()
    await alice.opensIssue(repository, '/cicd setup', '/cicd setup')
    await github.outbox.idle()
    expect(calls(scene)).toEqual([])
  })

  it('B19 a comment that was edited to a command', async () => {
    const { repository, alice, issue, github } = await start()
    const { id } = await alice.comments(repository, issue, 'hello')
    await alice.edits(repository, id, '/cicd setup')
    await github.outbox.idle()
    expect(calls(scene)).toEqual([])
  })

  it('B19 what a command was edited to: the text at creation counts', async () => {
    const { repository, alice, issue, github, replied } = await start()
    github.outbox.fate = ({ action }) => (action === 'created' ? 'hold' : 'send')
    const { id } = await alice.comments(repository, issue, '/cicd plan')
    await alice.edits(repository, id, '/cicd setup')
    await github.outbox.release()
    await replied(/Nothing was written/u)
    expect(repository.pulls()).toEqual([])
  })

  it('B20 a deleted comment is no failure', async () => {
    const { repository, alice, issue, github, replied } = await start()
    github.outbox.fate = ({ action }) => (action === 'created' ? 'hold' : 'send')
    const { id } = await alice.comments(repository, issue, '/cicd setup')
    await alice.deletes(repository, id)
    await github.outbox.release()
    await replied(/Ready for review/u)
  })

  it('B25 a comment by a bot, by this app, or by an app on behalf of a person', async () => {
    const { repository, alice, issue, github } = await start()
    github.grant(repository, 'other[bot]', 'admin')
    github.grant(repository, 'slipway[bot]', 'admin')
    await github.person('other[bot]').comments(repository, issue, '/cicd setup')
    await github.person('slipway[bot]').comments(repository, issue, '/cicd setup')
    await alice.comments(repository, issue, '/cicd setup', { via: 'app' })
    await github.outbox.idle()
    expect(calls(scene)).toEqual([])
  })
})

describe('several repositories', () => {
  it('D35 one answer does not depend on another', async () => {
    const { github, replied, repository, alice, issue } = await start()
    const other = await github.repository('acme/other', { files: { 'a.txt': 'a' }, roles: { alice: 'write' } })
    const elsewhere = await alice.opensIssue(other, 'And this')
    await Promise.all([
      alice.comments(repository, issue, '/cicd setup'),
      alice.comments(other, elsewhere, '/cicd setup'),
    ])
    await replied(/Ready for review/u)
    await scene.settled(2)
    expect(await other.files('cicd/setup')).toEqual({
      'a.txt': 'a',
      'amplify.yml': 'version: 1\n',
      '.github/workflows/ci.yml': 'name: CI\n',
      'infra/cicd/bootstrap.sh': '#!/bin/sh\n',
    })
  })
})

it('a core that proposes a path outside of the closed set writes nothing', async () => {
  const wrong = { path: 'src/index.ts', content: 'x', mode: '100644', action: 'create', purpose: '' } as const
  const { repository, command } = await start({ core: proposing(() => [wrong]) })
  await command('/cicd setup', /Something went wrong/u)
  expect(repository.branches()).toEqual(['main'])
})

/** What a person sees over the API. */
async function alicesView({ github, alice }: Scene, path: string): Promise<{ readonly data: unknown }> {
  const answer = await fetch(`${github.apiUrl}${path}`, { headers: { authorization: `token ${alice.token()}` } })
  return { data: await answer.json() }
}
