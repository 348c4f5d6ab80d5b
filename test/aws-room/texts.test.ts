import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Aws } from '../aws/start-aws.ts'
import { sampleContext } from '../sample-app.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'
import { act, connectOnce, type Given } from './drive.ts'
import { freshAws, mergedTree } from './scene.ts'

let aws: Aws
beforeEach(async () => {
  aws = await freshAws()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await aws.stop()
})

const files = Object.fromEntries(treeOfFolder('test/repos/vite-react').files)

describe.each(['en', 'ja'] as const)('the replies of connect in %s', (lang) => {
  const site: Given = { tree: treeOf({ ...files, 'amplify.yml': 'version: 1\n' }), config: { lang } }
  const server: Given = { tree: treeOfFolder('test/repos/express'), target: 'apprunner', config: { lang } }
  const golden = (name: string) => `../expected/connect/${lang}/${name}.md`

  it('read as they should', async () => {
    const plan = await connectOnce(aws, site, { yes: false })
    await expect(plan.text).toMatchFileSnapshot(golden('plan'))
    await expect((await connectOnce(aws, site)).text).toMatchFileSnapshot(golden('at-work'))
    aws.advance(60_000)
    await expect((await connectOnce(aws, site)).text).toMatchFileSnapshot(golden('done'))
    await expect((await connectOnce(aws, server)).text).toMatchFileSnapshot(golden('handshake'))
    aws.faults.push({ match: 'amplify:ListApps', kind: 'denied', times: 9 })
    await expect((await connectOnce(aws, site)).text).toMatchFileSnapshot(golden('denied'))
  })

  it('of an ECS Express Mode service, from the plan to its address', async () => {
    const context = sampleContext({ config: { lang } })
    const given: Given = { tree: mergedTree('go', context), config: { lang } }
    await expect((await connectOnce(aws, given, { yes: false })).text).toMatchFileSnapshot(golden('express-plan'))
    await expect((await connectOnce(aws, given)).text).toMatchFileSnapshot(golden('express-image'))
    act(aws)
    await expect((await connectOnce(aws, given)).text).toMatchFileSnapshot(golden('express-at-work'))
    aws.advance(60_000)
    await expect((await connectOnce(aws, given)).text).toMatchFileSnapshot(golden('express-done'))
  })

  it('of values that App Runner needs', async () => {
    const example = 'DATABASE_URL=\nSESSION_SECRET=\n'
    const read = { ...Object.fromEntries(treeOfFolder('test/repos/express').files), '.env.example': example }
    const given: Given = { tree: treeOf(read), target: 'apprunner', config: { lang } }
    await expect((await connectOnce(aws, given)).text).toMatchFileSnapshot(golden('values'))
    aws.region().parameters.push({ name: '/cicd-shop/shop/DATABASE_URL', type: 'SecureString' })
    const { text } = await connectOnce(aws, given)
    expect(text).not.toContain('DATABASE_URL')
    expect(text).toContain('--name /cicd-shop/shop/SESSION_SECRET')
  })
})
