import { afterEach, expect, it, vi } from 'vitest'
import { core } from '../../../src/app/core.ts'
import { periodOf } from '../../../src/app/upgrade/schedule-job.ts'
import { blobId, lockPath, readLock, templateVersion } from '../../../src/render/lock.ts'
import { type Scene, startScene } from '../scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

const branch = 'cicd/upgrade'
const schedule = (often: string) => ({ '.github/cicd.yml': `version: 1\nupgrade:\n  schedule: ${often}\n` })

/** A site that was set up, by templates that are older than ours. */
async function setUpBefore(files: Readonly<Record<string, string>> = schedule('weekly')): Promise<string> {
  scene = await startScene({ core, repository: { files, folder: 'test/repos/vite-react' } })
  const { repository, alice, command } = scene
  await command('/cicd setup', /Ready for review/u)
  await alice.merges(repository, 2)
  const now = await repository.files('main')
  const older = `# as an older version had it\n${now['amplify.yml']}`
  const lock = readLock(now[lockPath] ?? '')
  if (lock === null) throw new Error('no lock')
  const ids = { ...lock.files, 'amplify.yml': blobId(older) }
  const text = JSON.stringify({ ...lock, template: '0.0.1', files: ids })
  await alice.pushes(repository, { 'amplify.yml': older, [lockPath]: text })
  return older
}

/** Starts another process, whose schedule begins at once, and waits until so many jobs that were due are done. Gives what they came to. */
async function startAgain(jobs: number, now = Date.parse('2026-11-23T01:00:00Z')): Promise<readonly unknown[]> {
  const { world, github } = scene
  const outcomes = () =>
    world.log.flatMap((line): unknown[] => {
      const entry = JSON.parse(line)
      return /did what was due|could not be done/u.test(entry.msg) ? [entry.outcome ?? entry.err] : []
    })
  const before = outcomes().length
  await world.restart({ core, rounds: { firstMs: 0, now: () => now } })
  await vi.waitFor(() => expect(outcomes().slice(before)).toHaveLength(jobs), { timeout: 15_000, interval: 20 })
  await github.outbox.idle()
  return outcomes().slice(before)
}

const upgrades = () => scene.repository.pulls().filter(({ head }) => head === branch)

it('G56 opens one pull request with nothing but the files that the templates changed', async () => {
  await setUpBefore()
  expect(await startAgain(3)).toEqual([1, 1, 'proposed'])
  const { repository } = scene
  const [before, after] = [await repository.files('main'), await repository.files(branch)]
  const changed = Object.keys(after).filter((path) => after[path] !== before[path])
  expect(changed.toSorted()).toEqual([lockPath, 'amplify.yml'])
  expect(Object.keys(before).filter((path) => after[path] === undefined)).toEqual([])
  expect(readLock(after[lockPath] ?? '')?.template).toBe(templateVersion)
  expect(upgrades()).toMatchObject([{ title: 'Bring the CI/CD set-up up to date', state: 'open' }])
  expect(upgrades()[0]?.body).toContain('`0.0.1` → `')
})

it('B51 opens no second one while one is open, and after the merge there is nothing to do', async () => {
  await setUpBefore()
  expect(await startAgain(3)).toEqual([1, 1, 'proposed'])
  expect(await startAgain(3)).toEqual([1, 1, 'up_to_date'])
  expect(upgrades()).toHaveLength(1)
  const { alice, repository } = scene
  await alice.merges(repository, upgrades()[0]?.number ?? 0)
  expect(await startAgain(3)).toEqual([1, 1, 'nothing'])
  expect(upgrades()).toHaveLength(1)
})

it('opens none again for reasons that were declined', async () => {
  await setUpBefore()
  await startAgain(3)
  const { alice, repository } = scene
  await alice.closes(repository, upgrades()[0]?.number ?? 0)
  expect(await startAgain(3)).toEqual([1, 1, 'declined'])
  expect(upgrades()).toHaveLength(1)
})

it('G55 keeps what people changed in the file', async () => {
  const older = await setUpBefore()
  const { alice, repository } = scene
  await alice.pushes(repository, { 'amplify.yml': `${older}# ours\n` })
  expect(await startAgain(3)).toEqual([1, 1, 'proposed'])
  const text = (await repository.files(branch))['amplify.yml']
  expect(text).toMatch(/# ours\n$/u)
  expect(text).not.toContain('as an older version had it')
})

it.each([
  ['off by default', {}],
  ['off', schedule('off')],
  ['off where the configuration cannot be read', { '.github/cicd.yml': 'version: 1\nupgrade: weekly\n' }],
])('is %s', async (_, files) => {
  await setUpBefore({ '.github/cicd.yml': 'version: 1\n' })
  await scene.alice.pushes(scene.repository, files)
  expect(await startAgain(2)).toEqual([1, 0])
  expect(scene.repository.branches()).not.toContain(branch)
})

it('waits while a set-up is being proposed', async () => {
  await setUpBefore()
  await scene.command('/cicd setup', /Ready for review/u)
  expect(await startAgain(3)).toEqual([1, 1, 'waits'])
  expect(upgrades()).toEqual([])
})

it('looks at a repository without a set-up in few calls, and writes nothing', async () => {
  scene = await startScene({ core, repository: { files: schedule('weekly'), folder: 'test/repos/vite-react' } })
  scene.github.calls.clear()
  expect(await startAgain(2)).toEqual([1, 0])
  expect(scene.github.calls.writes()).toEqual([])
})

it('a week begins on Monday, a month on the first', () => {
  expect(periodOf('2026-11-23', 'weekly')).toBe('2026-11-23')
  expect(periodOf('2026-11-29', 'weekly')).toBe('2026-11-23')
  expect(periodOf('2026-11-30', 'weekly')).toBe('2026-11-30')
  expect(periodOf('2026-11-30', 'monthly')).toBe('2026-11-01')
})
