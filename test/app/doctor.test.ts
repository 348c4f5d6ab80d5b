import { afterEach, describe, expect, it, vi } from 'vitest'
import { core } from '../../src/app/core.ts'
import { type Scene, startScene } from './scene.ts'

let scene: Scene
afterEach(async () => {
  vi.useRealTimers()
  await scene.world.stop()
})

const workflow = [
  'on: push',
  'jobs:',
  '  deploy:',
  '    runs-on: ubuntu-20.04',
  '    steps:',
  '      - uses: actions/checkout@v3',
  '      - uses: actions/upload-artifact@v3',
  '      - uses: aws-actions/configure-aws-credentials@v6',
  '        with:',
  '          aws-access-key-id: ${{ secrets.AWS_ACCESS_KEY_ID }}',
  '      - uses: tj-actions/changed-files@v44',
  '',
].join('\n')

const sick = {
  '.github/workflows/deploy.yml': workflow,
  '.nvmrc': '20\n',
  'package.json': '{\n  "scripts": { "start": "node server.js" },\n  "dependencies": { "express": "5.0.0" }\n}\n',
  'package-lock.json': '{"lockfileVersion":3}',
  'server.js': "require('express')().listen(process.env.PORT)\n",
  Dockerfile: 'FROM node:16-alpine\nCOPY . .\nCMD ["node", "server.js"]\n',
}

/** The reply without what differs from run to run: addresses of the stand-in, commits. */
const steady = (reply: string) =>
  reply
    .replace(/https?:\/\/(?:127\.0\.0\.1|localhost)[^)\s]*\/blob\/[0-9a-f]{40}/gu, 'https://github.example/blob/COMMIT')
    .replace(/`[0-9a-f]{12}`/gu, '`COMMIT`')
    .replace(/<!-- cicd[\s\S]*?-->/gu, '')
    .trim()

describe('/cicd doctor', () => {
  it.each(['en', 'ja'])('says what is wrong in one table, worst first, in %s', async (lang) => {
    scene = await startScene({ core, repository: { files: sick } })
    const reply = await scene.command(`/cicd doctor --lang=${lang}`, /\| --- \|/u)
    await expect(`${steady(reply)}\n`).toMatchFileSnapshot(`../expected/doctor/${lang}.md`)
    expect(scene.repository.branches()).toEqual(['main'])
    expect(scene.repository.pulls()).toEqual([])
  })

  it('says in one line that a repository is healthy', async () => {
    scene = await startScene({ core, repository: { files: { 'README.md': 'hello\n' } } })
    const reply = await scene.command('/cicd doctor', /^Healthy: /mu)
    expect(steady(reply)).not.toContain('\n')
  })

  it('names the mistakes of a configuration that stops every other command', async () => {
    const files = { 'README.md': 'hello\n', '.github/cicd.yml': 'version: 1\nregoin: x\n' }
    scene = await startScene({ core, repository: { files } })
    await scene.command('/cicd plan', /regoin/u)
    await scene.command('/cicd doctor', /Broken now[^\n]*has 1 mistake[^\n]*cicd\.yml:2/u)
  })

  it('is quiet about a set-up that was just merged', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/vite-react' } })
    const { alice, repository, command } = scene
    await command('/cicd setup', /Ready for review/u)
    await alice.merges(repository, 2)
    const reply = await command('/cicd doctor', /./u)
    expect(reply).not.toMatch(/Broken now|Unsafe now|changed by hand|templates are newer/u)
    expect(reply).toContain('AWS was not asked')
  })

  it('G55 names generated files that were changed by hand', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/vite-react' } })
    const { alice, repository, command } = scene
    await command('/cicd setup', /Ready for review/u)
    await alice.merges(repository, 2)
    await alice.pushes(repository, { 'amplify.yml': 'version: 1\n' })
    await command('/cicd doctor', /1 generated file was changed by hand/u)
  })

  it('G31 says that the deploy role trusts a subject that GitHub gives no more', async () => {
    scene = await startScene({ core, repository: { files: {}, folder: 'test/repos/sam-python' } })
    const { alice, repository, command } = scene
    await command('/cicd setup', /Ready for review/u)
    await alice.merges(repository, 2)
    const path = Object.keys(await repository.files('main')).find((one) => /^infra\/cicd\/[^/]+\.yaml$/u.test(one))
    const text = (await repository.files('main'))[path ?? ''] ?? ''
    expect(text).toMatch(/repo:acme/u)
    await alice.pushes(repository, { [path ?? '']: text.replaceAll(/repo:acme[^:]*/gu, 'repo:acme/elsewhere') })
    await command('/cicd doctor', /Broken now[^\n]*`repo:acme\/elsewhere`/u)
  })

  it('is denied to who may not give commands', async () => {
    const files = { '.github/cicd.yml': 'version: 1\ncommanders:\n  role: admin\n' }
    scene = await startScene({ core, repository: { files } })
    await scene.command('/cicd doctor', /leaves commands to others/u)
  })
})
