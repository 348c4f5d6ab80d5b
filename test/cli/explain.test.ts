import { readFileSync, renameSync } from 'node:fs'
import { expect, it } from 'vitest'
import { scratch } from '../local/scratch.ts'
import { runLine } from './run-line.ts'

function express() {
  const repository = scratch()
  for (const name of ['package.json', 'package-lock.json', 'server.js']) {
    repository.write(name, readFileSync(`test/repos/express/${name}`, 'utf8'))
  }
  return { ...repository, head: repository.commit() }
}

it('explain says why by the ids, with the lines around, or all of it', async () => {
  const { directory } = express()
  const { out } = await runLine(['explain', directory])
  const [, id = ''] = /^ {2}(E\d+) +server\.js:\d+ /mu.exec(out) ?? []
  expect(out).toMatch(/^ {2}R1 +\S/mu)
  const one = await runLine(['explain', id, directory])
  expect(one.out).toContain(`${id} server.js:`)
  expect(one.out).toMatch(/^ {2}> \d+ \| .*PORT/mu)
  expect((await runLine(['explain', 'R1', directory, '--lang=ja'])).out).toContain('は選んでいません')
})

it('explain --json gives what plan --json holds of it', async () => {
  const { directory, head } = express()
  const plan = JSON.parse((await runLine(['plan', directory, '--json'])).out)
  const [{ root, target, because, rejected, evidence }] = plan.apps
  expect(JSON.parse((await runLine(['explain', directory, '--json'])).out)).toEqual({
    commit: head,
    apps: [{ root, target, because, rejected, evidence }],
  })
  expect(JSON.parse((await runLine(['explain', 'R1', directory, '--json'])).out)).toEqual({
    ...{ commit: head, root, kind: 'rejected' },
    ...rejected[0],
  })
})

it('an id that nothing has fails, with the ids that there are', async () => {
  const { code, out, err } = await runLine(['explain', 'E999', express().directory])
  expect([code, out]).toEqual([1, ''])
  expect(err).toMatch(/Nothing has the id E999 at this commit\. There are E1, /u)
})

it('what goes on is shown while it reads and decides', async () => {
  const { shown } = await runLine(['plan', express().directory, '--lang=ja'])
  expect(shown).toEqual([expect.stringContaining('読み込んでいます'), expect.stringContaining('（3 個のパス）')])
})

it('the next command is one that can be pasted: as it was called, the folder quoted', async () => {
  const { directory } = express()
  const odd = `${directory} it's`
  renameSync(directory, odd)
  const { out } = await runLine(['plan', odd], { program: 'npm run -s slipway --' })
  renameSync(odd, directory)
  expect(out).toContain(`\n  npm run -s slipway -- setup '${odd.replace("'", `'\\''`)}'`)
})
