import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startWorld, type World } from '../app/start-app.ts'
import { look } from './look.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
let world: World
beforeAll(async () => {
  ;[browser, world] = await Promise.all([openBrowser(), startWorld()])
})
afterAll(() => Promise.all([browser?.close(), world?.stop()]))

it.each([
  { scheme: 'light', width: 1280 },
  { scheme: 'dark', width: 360 },
] as const)('the front page of the running app has nothing to stumble over in %o', async (looks) => {
  expect(await look(browser, `${world.app.url}/`, looks)).toEqual([])
})
