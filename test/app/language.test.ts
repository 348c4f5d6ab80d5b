import { afterEach, describe, expect, it } from 'vitest'
import { core } from '../../src/app/core.ts'
import { type Scene, type Setting, startScene } from './scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

const site = {
  'package.json':
    '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"7.0.0"},"engines":{"node":"22"},"private":true}\n',
  'package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/vite":{"version":"7.0.0"}}}\n',
  'index.html': '<!doctype html><title>x</title>\n',
}

/** The reply to a command on an issue of this title. */
async function replyTo(title: string, body: string, setting: Setting = {}): Promise<string> {
  scene = await startScene({ core, ...setting, repository: { files: site, ...setting.repository } })
  const issue = await scene.alice.opensIssue(scene.repository, title)
  await scene.alice.comments(scene.repository, issue, body)
  return scene.replied(/\S/u, issue)
}

const japanese = /[ぁ-ん]/u
const configured = (lang: string) => ({ repository: { files: { ...site, '.github/cicd.yml': `lang: ${lang}\n` } } })

describe('the language of a reply', () => {
  it.each([
    ['is Japanese on a Japanese issue, whatever the command', 'デプロイしたい', '/cicd help', {}, true],
    ['is Japanese where the comment is', 'Deploy this', '/cicd help\nお願いします', {}, true],
    ['is English on an English issue', 'Deploy this', '/cicd help', {}, false],
    ['is the configured one before that of the issue', 'デプロイしたい', '/cicd help', configured('en'), false],
    ['is the configured one on an English issue', 'Deploy this', '/cicd help', configured('ja'), true],
    ['is the one asked for before the configured one', 'Deploy this', '/cicd plan --lang=en', configured('ja'), false],
    ['is the one asked for before that of the issue', 'デプロイしたい', '/cicd plan --lang=en', {}, false],
    ['is the one asked for in a mistake, too', 'Deploy this', '/cicd setup --lang=ja --moon', {}, true],
  ])('%s', async (_, title, body, setting, isJapanese) => {
    const reply = await replyTo(title, body, setting)
    expect(japanese.test(reply.replace(/<!--[\s\S]*?-->/gu, ''))).toBe(isJapanese)
  })
})

/** The reply without what differs from run to run: the mark, addresses of the stand-in, commits. */
const steady = (reply: string) =>
  reply
    .replace(/<!-- cicd[\s\S]*?-->/gu, '')
    .replace(/https?:\/\/(?:127\.0\.0\.1|localhost):\d+/gu, 'https://github.example')
    .replace(/\b[0-9a-f]{40}\b/gu, 'COMMIT')
    .replace(/`[0-9a-f]{7,12}`|(?<=: )[0-9a-f]{7,12}(?=。)/gu, '`COMMIT`')
    .trim()

describe('what the replies say in Japanese, from the first command to the last', () => {
  it('is Japanese in every one, as the golden files show', { timeout: 60_000 }, async () => {
    scene = await startScene({ core, repository: { files: site } })
    const say = async (name: string, command: string) => {
      const reply = await scene.command(command, japanese)
      await expect(`${steady(reply)}\n`).toMatchFileSnapshot(`../expected/ja/replies/${name}.md`)
    }
    await say('help', '/cicd help\n日本語で')
    await say('plan', '/cicd plan --lang=ja')
    await say('explain', '/cicd explain R1 --lang=ja')
    await say('status-before', '/cicd status --lang=ja')
    await say('proposed', '/cicd setup --lang=ja')
    await say('up-to-date', '/cicd setup --lang=ja')
    await say('status-after', '/cicd status --lang=ja')
    await say('mistake', '/cicd setup --lang=ja --tarqet=ecr')
    await say('refused', '/cicd setup --lang=ja --path=nowhere')
    await say('nothing-to-remove', '/cicd setup --lang=ja --remove')
  })
})
