import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright-core'
import { planPage } from '../src/page.ts'
import { viewOf } from '../test/page/view-of.ts'
import { pullRequestPage } from './pictures/pull-request-page.ts'

/** `npm run pictures` takes the pictures of the README: the page about a plan, and the pull request as GitHub shows it. */
const folder = fileURLToPath(new URL('../docs/images/', import.meta.url))
const view = viewOf('frontend-and-backend')
if (view.outcome.kind !== 'proposal') throw new Error('the repository of the pictures has no proposal')

mkdirSync(folder, { recursive: true })
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const page = await browser.newPage({ viewport: { width: 1000, height: 760 }, deviceScaleFactor: 1.5 })
await shoot(page, planPage(view), 'page.png')
await shoot(page, pullRequestPage(view.outcome.pullRequest), 'pull-request.png')
await browser.close()

async function shoot(page: Page, content: string, name: string): Promise<void> {
  await page.setContent(content)
  await page.screenshot({ path: join(folder, name) })
}
