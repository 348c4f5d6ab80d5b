import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Aws } from '../aws/start-aws.ts'
import { treeOf, treeOfFolder } from '../tree-of.ts'
import { connectOnce, type Given } from './drive.ts'
import { freshAws } from './scene.ts'

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
})
