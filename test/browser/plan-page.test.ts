import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planPage } from '../../src/page.ts'
import { sampleView } from '../page/sample-view.ts'
import { viewOf } from '../page/view-of.ts'
import { look } from './look.ts'
import { openBrowser } from './open-browser.ts'

let browser: Browser
const folder = mkdtempSync(join(tmpdir(), 'page-'))
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

function written(name: string, page: string): string {
  const file = join(folder, `${name}.html`)
  writeFileSync(file, page)
  return pathToFileURL(file).href
}

const pages = {
  sample: () => planPage(sampleView('en')),
  japanese: () => planPage(sampleView('ja')),
  'several apps': () => planPage(viewOf('frontend-and-backend')),
  hostile: () => planPage(viewOf('hostile')),
  library: () => planPage(viewOf('library')),
}

describe.each(Object.entries(pages))('the page of a plan: %s', (name, make) => {
  it.each([
    { scheme: 'light', width: 1280 },
    { scheme: 'dark', width: 1280 },
    { scheme: 'light', width: 360 },
  ] as const)('has nothing to stumble over in %o', async (looks) => {
    expect(await look(browser, written(name, make()), looks)).toEqual([])
  })
})

it('finds what is wrong', async () => {
  const bad =
    '<!doctype html><html><title>x</title><script>console.log(1)</script><img src="x.png"><div style="width:2000px">.</div>'
  const found = (await look(browser, written('bad', bad), { scheme: 'light', width: 800 })).join('\n')
  expect(found).toContain('console: 1')
  expect(found).toContain('request: ')
  expect(found).toContain('axe image-alt')
  expect(found).toContain('axe html-has-lang')
  expect(found).toContain('pixels wider')
})
