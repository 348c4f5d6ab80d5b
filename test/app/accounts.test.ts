import { afterEach, describe, expect, it } from 'vitest'
import { core } from '../../src/app/core.ts'
import { counts, type Scene, startScene } from './scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

const form = 'environments: staging, production\nproducts: shop, auth\nshop -> auth 443'
const plan = 'infra/accounts/PLAN.md'
const lock = 'infra/accounts/cicd.lock.json'

async function start(files: Readonly<Record<string, string>> = {}): Promise<Scene> {
  scene = await startScene({ core, repository: { files: { 'README.md': 'hello\n', ...files } } })
  return scene
}

describe('/cicd accounts', () => {
  it('gives a form to fill in where nothing says what is wanted; filled in, it is a plan', async () => {
    const { repository, command } = await start()
    const reply = await command('/cicd accounts', /"outcome":"ask"[\s\S]*Fill in this form/u)
    expect(repository.pulls()).toEqual([])
    const [, blank = ''] = /```yaml\n([\s\S]*?)```/u.exec(reply) ?? []
    expect(blank).toContain('products: [site]')
    await command(`/cicd accounts\n\n\`\`\`yaml\n${blank}\`\`\``, /Ready for review/u)
    expect(Object.keys(await repository.files('cicd/accounts'))).toEqual(expect.arrayContaining([plan, lock]))
  })

  it('proposes the plan on a branch of its own, and is up to date when it is asked again', async () => {
    const { repository, command } = await start()
    await command(`/cicd accounts\n${form}`, /Ready for review/u)
    const [pull] = repository.pulls()
    expect(pull).toMatchObject({
      head: 'cicd/accounts',
      title: 'Plan several AWS accounts: 2 environments, 2 products',
    })
    expect(pull?.body).toContain('**Merging creates nothing in AWS.**')
    const before = repository.branch('cicd/accounts')
    scene.github.calls.clear()
    await command(`/cicd accounts\n${form}`, /Up to date/u)
    expect(repository.branch('cicd/accounts')).toBe(before)
    expect(counts(scene).writes).toBeLessThanOrEqual(2)
  })

  it('reads the form in the text of the issue, in Japanese too', async () => {
    const { repository, alice, github } = await start()
    const body = '環境: 検証、本番ではなく英語の名前で\n'
    const wrong = await alice.opensIssue(repository, 'アカウントを分けたい', body)
    await alice.comments(repository, wrong, '/cicd accounts')
    const refused = await scene.replied(/"outcome":"refused"/u, wrong)
    expect(refused).toMatch(/この Issue の本文にあるフォームに誤りがある.*\n\n- 1 行目/u)
    const right = await alice.opensIssue(
      repository,
      'アカウントを分けたい',
      '環境: staging、production\nプロダクト: shop、auth\n- shop → auth 443\n',
    )
    await alice.comments(repository, right, '/cicd accounts')
    await scene.replied(/"outcome":"proposed"/u, right)
    await github.outbox.idle()
    expect(await repository.file('cicd/accounts', plan)).toContain('1 つの AWS アカウントから複数アカウントへ')
  })

  it('takes the configuration where there is no form, and another format by flag', async () => {
    const config = 'accounts:\n  environments: [production]\n  products: [shop, auth]\n  links: [shop <-> auth]\n'
    const { repository, command } = await start({ '.github/cicd.yml': config })
    await command('/cicd accounts --format=terraform', /Ready for review/u)
    const files = Object.keys(await repository.files('cicd/accounts'))
    expect(files).toContain('infra/accounts/terraform/production/network.tf')
    expect(files.some((path) => path.endsWith('peering-to-auth-production.yaml'))).toBe(false)
  })

  it('shows what it would do with --dry-run, and writes nothing', async () => {
    const { repository, command } = await start()
    await command(`/cicd accounts --dry-run\n${form}`, /This is what `\/cicd accounts` would propose/u)
    expect(repository.pulls()).toEqual([])
  })

  it('keeps what people changed on the branch', async () => {
    const { repository, alice, command } = await start()
    await command(`/cicd accounts\n${form}`, /Ready for review/u)
    const text = (await repository.file('cicd/accounts', plan)) ?? ''
    const changed = text.replace('# From one AWS account to several', '# Our move')
    await alice.pushes(repository, { [plan]: changed }, { branch: 'cicd/accounts' })
    await command(`/cicd accounts\n${form}\nauth <-> shop 8080`, /Ready for review/u)
    const merged = await repository.file('cicd/accounts', plan)
    expect(merged).toContain('# Our move')
    expect(merged).toContain('VPC peering')
  })

  it('stands beside a set-up: neither takes the files of the other away', async () => {
    const site = {
      'index.html': '<title>hi</title>',
      'package.json': '{"scripts":{"build":"vite build"},"devDependencies":{"vite":"^7"}}',
    }
    const { repository, alice, command } = await start(site)
    await command(`/cicd accounts\n${form}`, /Ready for review/u)
    await alice.merges(repository, 2)
    await command('/cicd setup', /Ready for review/u)
    expect(Object.keys(await repository.files('cicd/setup'))).toEqual(
      expect.arrayContaining([plan, lock, 'amplify.yml']),
    )
    await alice.merges(repository, 3)
    await command(`/cicd accounts\n${form}`, /already holds this plan/u)
    await command('/cicd setup', /"outcome":"nothing"/u)
  })

  it('names every mistake with its line, and shows nothing of a hostile form as Markdown', async () => {
    const { repository, command } = await start()
    const reply = await command(
      '/cicd accounts\n```yaml\naccounts:\n  environments: ["<img src=x> @team"]\n  products: [shop]\n  "@all ${{ x }}": 1\n```',
      /"outcome":"refused"[\s\S]*line 4, column \d+[\s\S]*line 6, column 3/u,
    )
    expect(reply).not.toMatch(/<img|@team|@all\b(?!`)/u)
    expect(repository.pulls()).toEqual([])
  })
})
