import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { registrationSteps } from '../../src/app/registration/steps.ts'
import { readSettings } from '../../src/settings.ts'
import { look } from './look.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'registration-'))
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

const steps = registrationSteps(readSettings({}), readFileSync('app.yml', 'utf8'), async () => undefined)

it.each([
  { path: '/', lang: 'ja', looks: { scheme: 'light', width: 1280 } },
  { path: '/?address=https://ci.example.com&organization=acme', lang: 'en', looks: { scheme: 'dark', width: 360 } },
  { path: '/?address=localhost:3000', lang: 'en', looks: { scheme: 'light', width: 360 } },
] as const)('the page that registers the app has nothing to stumble over: $path', async ({ path, lang, looks }) => {
  const base = 'http://localhost:3000'
  const reply = steps.ask({ url: new URL(path, base), base, lang })
  if (reply.status === 303) throw new Error(reply.location)
  const file = join(folder, 'page.html')
  writeFileSync(file, reply.page)
  expect(await look(browser, pathToFileURL(file).href, looks)).toEqual([])
})
