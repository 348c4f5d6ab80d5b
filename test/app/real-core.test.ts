import { afterEach, describe, expect, it } from 'vitest'
import { core } from '../../src/app/core.ts'
import type { Outcome, Tree } from '../../src/model.ts'
import { treeOfFolder } from '../tree-of.ts'
import { counts, type Scene, startScene } from './scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

/** The real core, which remembers what it was given and what it said. */
function remembering() {
  const seen: { tree: Tree | null; outcome: Outcome | null } = { tree: null, outcome: null }
  const given: typeof core = {
    readTree: async (reader) => {
      seen.tree = await core.readTree(reader)
      return seen.tree
    },
    propose: (tree, context) => {
      seen.outcome = core.propose(tree, context)
      return seen.outcome
    },
  }
  return { seen, given }
}

describe('the real core over GitHub', () => {
  it.each([
    'vite-react',
    'fastapi-uv',
    'sam-python',
    'next-server',
    'express',
    'nestjs',
    'go',
    'frontend-and-backend',
    'hostile',
    'express',
    'nestjs',
    'frontend-and-backend',
    'monorepo-turbo-pnpm',
  ])('reads %s as from a folder, in few calls, and publishes what it proposes to the byte', async (name) => {
    const { seen, given } = remembering()
    const folder = `test/repos/${name}`
    scene = await startScene({ core: given, repository: { files: {}, folder } })
    const { repository, command } = scene
    await command('/cicd setup', /./u)
    const { reads, writes } = counts(scene)
    expect(reads).toBeLessThanOrEqual(6)
    expect(writes).toBeLessThanOrEqual(7)

    const local = treeOfFolder(folder)
    expect(seen.tree?.entries.map(({ path }) => path).toSorted()).toEqual(
      local.entries.map(({ path }) => path).toSorted(),
    )
    for (const [path, text] of seen.tree?.files ?? []) expect([path, text]).toEqual([path, local.files.get(path)])

    if (seen.outcome?.kind !== 'proposal') return expect(repository.pulls()).toEqual([])
    const written = await repository.files('cicd/setup')
    for (const { path, content } of seen.outcome.files) expect([path, written[path]]).toEqual([path, content])
    expect(Object.keys(written)).toHaveLength(
      local.entries.length + seen.outcome.files.filter(({ action }) => action === 'create').length,
    )
    expect(repository.pulls()).toMatchObject([{ title: seen.outcome.pullRequest.title }])
  })

  it('B49 G54 says "up to date" when the default branch moves, and "nothing" after the merge', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/vite-react' } })
    const { repository, alice, command } = scene
    await command('/cicd setup', /Ready for review/u)
    const before = repository.branch('cicd/setup')
    await alice.pushes(repository, { 'notes.md': 'unrelated\n' })
    await command('/cicd setup', /Up to date/u)
    expect(repository.branch('cicd/setup')).toBe(before)
    await alice.merges(repository, 2)
    await command('/cicd setup', /"outcome":"nothing"/u)
    expect(repository.pulls()).toHaveLength(1)
  })

  it('B40 keeps what another folder was proposed while that pull request is still open', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/frontend-and-backend' } })
    const { repository, command } = scene
    await command('/cicd setup --path=backend', /Ready for review/u)
    const first = Object.keys(await repository.files('cicd/setup'))
    expect(first).toContain('backend/apprunner.yaml')
    expect(first).not.toContain('amplify.yml')
    await command('/cicd setup --path=frontend', /Ready for review/u)
    const both = Object.keys(await repository.files('cicd/setup'))
    expect(both).toEqual(expect.arrayContaining([...first, 'amplify.yml']))
    expect(repository.pulls()).toHaveLength(1)
  })

  it('B13 refuses a path that leads through a symlink', async () => {
    const files = {
      'apps/web/package.json': '{"name":"x","scripts":{"build":"vite build"},"devDependencies":{"vite":"^7"}}',
      link: { link: 'apps/web' },
    }
    scene = await startScene({ core, repository: { files } })
    await scene.command('/cicd setup --path=link', /leads through a symlink/u)
    expect(scene.repository.branches()).toEqual(['main'])
  })
})

describe('/cicd explain and status', () => {
  it('B70 say why and where things stand, by the ids of the pull request, and write nothing but the reply', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/vite-react' } })
    const { repository, command, github } = scene
    await command('/cicd status', /- There is no pull request yet\.\n- A new `\/cicd setup` would propose \d+ files\./u)
    const all = await command('/cicd explain', /\*\*The repository\*\* goes to \*\*Amplify Hosting\*\*/u)
    expect(all).toMatch(/- `R1` not App Runner: /u)
    expect(all).toMatch(/- `E1` \[`package\.json:\d+`\]\(https?:\/\/[^)]+#L\d+\): /u)
    await command('/cicd explain r1', /`R1` \*\*App Runner\*\* was not chosen\. /u)
    await command('/cicd explain E1', /`E1` \[`package\.json/u)
    await command('/cicd explain E999', /Nothing has the id `E999`.*There are `E1`/u)
    await command('/cicd explain why', /this is not the id of a decision/u)
    expect(github.calls.writes().filter(({ route }) => !/reactions$|comments/u.test(route ?? ''))).toEqual([])

    await command('/cicd setup', /Ready for review/u)
    const status = await command('/cicd status', /\[#2\]\([^)]+\) is open/u)
    expect(status).toContain('The branch `cicd/setup` has 1 commit, 0 of them by people, and lacks 0 commits')
    expect(status).toContain('It holds what would be proposed now.')
    expect(repository.pulls()).toHaveLength(1)
  })
})
