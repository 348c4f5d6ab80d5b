import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { cleanUp, scratch } from './scratch.ts'
import { runSession } from './session.ts'
import { missingAssets, publish } from './site.ts'
import { words } from './words.ts'

afterAll(cleanUp)

describe('a session', () => {
  const session = (commands: readonly string[]) => ({
    commands,
    cwd: scratch('session'),
    env: { PATH: '/usr/bin:/bin' },
  })

  it('carries folders and variables from command to command', async () => {
    const commands = ['mkdir a && cd a', 'export NAME=b', 'echo "$NAME in $(basename "$PWD")"']
    expect(await runSession(session(commands))).toContain('b in a')
  })

  it('stops at the command that fails', async () => {
    const commands = ['echo one', 'false', 'echo three']
    await expect(runSession(session(commands))).rejects.toThrow(/^(?=[\s\S]*exit code 1)(?=[\s\S]*one)(?![\s\S]*three)/)
  })
})

it('a start command is taken apart without a shell', () => {
  expect(words('node server.js --port 80')).toEqual(['node', 'server.js', '--port', '80'])
  expect(words(`sh -c 'cd api && exec node "a b.js"'`)).toEqual(['sh', '-c', 'cd api && exec node "a b.js"'])
  expect(words(`a "b \\" c"d ''`)).toEqual(['a', 'b " cd', ''])
})

it('a published page that asks for what is not there is found', () => {
  const from = scratch('build')
  mkdirSync(join(from, 'assets'))
  writeFileSync(join(from, 'assets', 'a.js'), '')
  writeFileSync(
    join(from, 'index.html'),
    '<script type="module" src="/assets/a.js"></script><link rel="stylesheet" href="./b.css"><script src="https://x.example/c.js">',
  )
  const site = scratch('site')
  publish(from, ['**/*'], site)
  expect(missingAssets(site)).toEqual(['./b.css'])
})
