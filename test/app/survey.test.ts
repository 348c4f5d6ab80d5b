import { afterEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { readMark } from '../../src/github/marker.ts'
import type { RepositoryOptions } from '../github/make-repository.ts'
import { handle, type RepositoryHandle } from '../github/repository-handle.ts'
import { fullName } from '../github/state/repository.ts'
import { type Scene, type Setting, startScene } from './scene.ts'

vi.setConfig({ testTimeout: 60_000 })

let scene: Scene
afterEach(() => scene.world.stop())

/** Pauses of a few milliseconds. */
const manner = { secondMs: 5 }
const express = {
  'package.json': JSON.stringify({ scripts: { start: 'node server.js' }, dependencies: { express: '^4.0.0' } }),
  'server.js': "require('express')().listen(process.env.PORT || 3000)\n",
}
const site = { 'index.html': '<!doctype html><title>Hello</title>\n' }

/** The repository `acme/site`, in which Alice commands, and these besides. */
async function organisation(
  repositories: Readonly<Record<string, RepositoryOptions>>,
  setting: Setting = {},
): Promise<void> {
  scene = await startScene({ core, ...setting, extras: { manner, ...setting.extras } })
  for (const [name, options] of Object.entries(repositories)) {
    await scene.github.repository(`acme/${name}`, { files: site, ...options })
  }
  scene.github.calls.clear()
}

function handleOf(name: string): RepositoryHandle {
  const found = [...scene.github.world.repositories.values()].find((one) => fullName(one) === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return handle(scene.github.world, found)
}

const survey = () => scene.command('/cicd survey', /"outcome":"surveyed"/u)

/** Waits for the end of a survey of several parts. */
async function whole(): Promise<string> {
  await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
  return scene.replied(/"outcome":"surveyed"/u)
}

describe('/cicd survey', () => {
  it('lists every repository with its apps, where they would go, what is there, and a link to begin', async () => {
    await organisation({
      shop: { files: { ...express, '.nvmrc': '18\n' } },
      legacy: { folder: 'test/repos/copilot', files: {} },
      empty: { empty: true },
      old: { archived: true },
      lib: { folder: 'test/repos/library', files: {} },
    })
    const fork = await scene.github.repository('other/tool', { files: site })
    await scene.github.repository('acme/tool', { forkOf: fork.state })
    const reply = await survey()
    expect(reply).toContain('### Survey of acme: 5 repositories')
    expect(reply).toMatch(
      /\| \[shop\]\(https:\/\/[^)]+\/acme\/shop\) \| Express \| App Runner \| {2}\| Node\.js 18 \(2025-04-30\) \|/u,
    )
    expect(reply).toMatch(/\/acme\/shop\/issues\/new\?title=CI%2FCD&body=Comment%3A%20%60%2Fcicd%20setup%60\)/u)
    expect(reply).toMatch(/a tool without support \(2026-06-12\)/u)
    expect(reply).toContain('Left out: 1 archived, 1 fork.')
    expect(reply).not.toMatch(/acme\/(?:old|tool)\b/u)
  })

  it('goes on in parts, in one reply, with others between them, and reads each repository once', async () => {
    await organisation(Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`r${index}`, {}])))
    const reply = await whole()
    expect(reply).toContain('### Survey of acme: 25 repositories')
    const { calls } = scene.github
    const edits = calls.writes().filter(({ route }) => route?.includes('comments') && !route.includes('reactions'))
    expect(edits).toHaveLength(3)
    const trees = calls.all.filter(({ route }) => route === '/repos/{owner}/{repo}/git/trees/{tree_sha}')
    // One for each repository, and in each part one for the configuration, which says who may ask.
    expect(trees).toHaveLength(25 + 3)
    const branches = scene.repository.branches()
    expect(branches).toEqual(['main'])
  })

  it('says on one repository that it cannot be read why, and goes on with the others', async () => {
    await organisation({ broken: { files: { '.github/cicd.yml': 'version: 1\nregoin: x\n', ...site } }, good: {} })
    const reply = await survey()
    expect(reply).toContain('#### Could not be looked at (1)')
    expect(reply).toMatch(/\[broken\]\([^)]+\) \| .*regoin/u)
    expect(reply).toMatch(/\[good\]/u)
  })

  it('shows pull requests of its own that wait for review, and none of others', async () => {
    await organisation({ mine: { roles: { alice: 'write' } }, theirs: {} })
    const [mine, theirs] = ['mine', 'theirs'].map((name) => handleOf(`acme/${name}`))
    if (mine === undefined || theirs === undefined) throw new Error('not there')
    const issue = await scene.alice.opensIssue(mine, 'Deploy')
    await scene.alice.comments(mine, issue, '/cicd setup')
    await vi.waitFor(() => expect(mine.pulls()).toHaveLength(1), { timeout: 15_000 })
    await scene.alice.pushes(theirs, { 'a.txt': 'a' }, { branch: 'cicd/setup' })
    await scene.alice.opensPull(theirs, 'cicd/setup')
    const reply = await survey()
    expect(reply).toContain('#### Pull request waiting for review (1)')
    expect(reply).toMatch(/\| \[#2\]\([^)]+\/acme\/mine\/pull\/2\) \|/u)
    expect(reply).toMatch(/#### Needs a set-up \(1\)[^#]+\[theirs\]/u)
  })

  it('goes on where a repository went away after it was listed', async () => {
    await organisation({ gone: {}, stays: {} })
    const gone = handleOf('acme/gone')
    scene.github.faults.push({
      match: 'GET /installation/repositories',
      kind: 'run',
      when: 'after',
      run: () => void scene.github.world.repositories.delete(gone.id),
    })
    const reply = await survey()
    expect(reply).toContain('### Survey of acme: 2 repositories')
    expect(reply).toMatch(/\[stays\]/u)
    expect(reply).not.toMatch(/acme\/gone/u)
  })

  it('answers in Japanese, rows and all', async () => {
    await organisation({ empty: { empty: true }, shop: { files: express } })
    const reply = await scene.command('/cicd survey --lang=ja', /"outcome":"surveyed"/u)
    expect(reply).toContain('### acme の一覧: リポジトリ 3 件')
    expect(reply).toMatch(/\[empty\]\([^)]+\) \| このリポジトリにはまだコミットがありません。 \|/u)
    expect(reply).toContain('App Runner は 2026-04-30 に新規利用の受付を終了しました。')
  })

  it('B26 is not for those whom the configuration leaves out', async () => {
    const files = { '.github/cicd.yml': 'version: 1\ncommanders:\n  role: admin\n' }
    await organisation({ shop: { private: false } }, { repository: { files } })
    const reply = await scene.command('/cicd survey', /"outcome":"denied"/u)
    expect(reply).not.toContain('shop')
    expect(scene.github.calls.all.some(({ route }) => route === '/installation/repositories')).toBe(false)
  })

  it('B21 is not for readers', async () => {
    await organisation({ shop: {} })
    await scene.github.person('bob').comments(scene.repository, scene.issue, '/cicd survey')
    expect(await scene.replied(/need write access/u)).not.toContain('shop')
  })
})

describe('what a survey tells to whom', () => {
  const secret = { private: true, files: { ...express, 'plans.txt': 'secret\n' } }

  it('on a public repository: nothing of private ones, not even how many there are', async () => {
    await organisation({
      open: {},
      secret: { ...secret, roles: { alice: 'admin' } },
      gone: { ...secret, archived: true },
    })
    const reply = await survey()
    expect(reply).toContain('### Survey of acme: 2 repositories')
    expect(reply).toContain('Everybody can read this issue, so private repositories are not listed.')
    expect(reply).not.toMatch(/secret|gone|Express|archived|Left out/u)
    const read = scene.github.calls.all.filter(({ path }) => /acme\/(?:secret|gone)/u.test(path))
    expect(read).toEqual([])
  })

  it('on a private one: a private repository only where everybody who reads the thread may read it', async () => {
    await organisation(
      {
        all: { ...secret, roles: { alice: 'read', bob: 'read', carol: 'read' } },
        some: { ...secret, roles: { alice: 'admin', carol: 'read' } },
        none: secret,
        old: { ...secret, archived: true, roles: { alice: 'read', bob: 'read' } },
      },
      { repository: { private: true, roles: { bob: 'read' } } },
    )
    const reply = await survey()
    expect(reply).toContain('### Survey of acme: 2 repositories')
    expect(reply).toMatch(/\[all\]/u)
    expect(reply).not.toMatch(/acme\/(?:some|none|old)/u)
    expect(reply).toMatch(/Left out: 1 archived, 2 that not everybody who reads this issue may read/u)
  })

  it('no token reads the contents of what may not be shown', async () => {
    await organisation(
      { some: { ...secret, roles: { alice: 'admin' } }, open: {} },
      { repository: { private: true, roles: { bob: 'read' } } },
    )
    await survey()
    const contents = [...scene.github.world.tokens.values()].flatMap((token) =>
      token.kind === 'installation' && token.permissions.contents !== undefined ? [token] : [],
    )
    const hidden = handleOf('acme/some').id
    expect(contents.length).toBeGreaterThan(0)
    expect(contents.filter(({ repositories }) => repositories === null || repositories.has(hidden))).toEqual([])
    // The one that sees all of the installation sees what there is and who reads it, and no more.
    const wide = [...scene.github.world.tokens.values()].filter(
      (token) => token.kind === 'installation' && token.repositories === null,
    )
    expect(wide.map((token) => (token.kind === 'installation' ? token.permissions : null))).toEqual([
      { metadata: 'read' },
    ])
  })

  it.each([403, 404])('where GitHub does not say who reads (%i): only what is public', async (status) => {
    await organisation({ all: { ...secret, roles: { alice: 'admin' } }, open: {} }, { repository: { private: true } })
    scene.github.faults.push({ match: 'GET /repos/{owner}/{repo}/collaborators', kind: 'status', status, times: 99 })
    const reply = await survey()
    expect(reply).toMatch(/\[open\]/u)
    expect(reply).not.toMatch(/acme\/all/u)
  })

  it('on an internal one: internal ones too, unless somebody from outside reads it', async () => {
    await organisation(
      { inner: { private: true }, secret: { ...secret, roles: { alice: 'admin' } } },
      { repository: { private: true, roles: { guest: 'read' } } },
    )
    handleOf('acme/inner').state.internal = true
    scene.repository.state.internal = true
    expect(await survey()).toMatch(/\[inner\]/u)
    const guest = scene.github.person('guest').id
    scene.repository.state.outsiders.add(guest)
    const reply = await survey()
    expect(reply).not.toMatch(/acme\/(?:inner|secret)/u)
    expect(reply).toContain('More people can read this issue than a private repository has readers')
  })

  it('nothing of private ones once the repository was made public on the way', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 14 }, (_, index) => [`p${index}`, { ...secret, roles: { alice: 'read' } }]),
    )
    await organisation(others, { repository: { private: true } })
    scene.github.faults.push({
      match: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      kind: 'run',
      when: 'after',
      run: () => {
        scene.repository.state.private = false
      },
    })
    const reply = await whole()
    expect(reply).not.toMatch(/acme\/p\d/u)
  })
})

describe('a survey that is interrupted', () => {
  const many = () => Object.fromEntries(Array.from({ length: 24 }, (_, index) => [`r${index}`, {}]))
  const trees = () =>
    scene.github.calls.all.filter(({ route }) => route === '/repos/{owner}/{repo}/git/trees/{tree_sha}').length

  it('gives way to another command on the same issue', async () => {
    await organisation(many(), { extras: { manner: { secondMs: 200 } } })
    await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
    await scene.replied(/10 of 25/u)
    await scene.alice.comments(scene.repository, scene.issue, '/cicd help')
    await scene.replied(/show this text/u)
    await scene.settled(3)
    expect(await scene.replied(/./u)).toMatch(/show this text/u)
  })

  it('goes on where it stopped when its delivery comes again, and once however often', async () => {
    await organisation(many(), { extras: { manner: { secondMs: 300 } } })
    const { delivery } = await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
    await scene.replied(/10 of 25/u)
    // Another process, which knows nothing of the first; that one is gone for good.
    await scene.world.app.stop()
    const stopped = trees()
    await scene.world.restart()
    await scene.github.outbox.redeliver(delivery?.id ?? 0)
    const reply = await scene.replied(/"outcome":"surveyed"/u)
    expect(reply).toContain('### Survey of acme: 25 repositories')
    expect(trees() - stopped).toBeLessThanOrEqual(15 + 5)
  })

  it('B63 keeps how far it is while it waits for a limit of GitHub, and says that it waits', async () => {
    await organisation(many())
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 100) }
    const limit = { kind: 'status', status: 403, message: 'API rate limit exceeded', headers } as const
    scene.github.faults.push({ ...limit, match: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', after: 15 })
    await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
    const told = await scene.replied(/waits until about/u)
    expect(readMark(told)?.survey).toBeDefined()
    const reply = await scene.replied(/"outcome":"surveyed"/u)
    expect(reply).toContain('### Survey of acme: 25 repositories')
    expect(readMark(reply)?.survey).toBeUndefined()
    expect(trees()).toBeLessThanOrEqual(25 + 3 + 1)
  })

  it('takes what cannot be read in its mark for nothing, and begins anew', async () => {
    await organisation(many(), { extras: { manner: { secondMs: 300 } } })
    await scene.alice.comments(scene.repository, scene.issue, '/cicd survey')
    await scene.replied(/10 of 25/u)
    const mine = scene.repository.comments(scene.issue).find(({ by }) => by === 'slipway[bot]')
    await scene.alice.edits(
      scene.repository,
      mine?.id ?? 0,
      (mine?.body ?? '').replace(/"survey":"[^"]+"/u, '"survey":"AAAA"'),
    )
    expect(await scene.replied(/"outcome":"surveyed"/u)).toContain('### Survey of acme: 25 repositories')
  })
})
