import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { onTestFinished } from 'vitest'

export interface Looks {
  readonly scheme: 'light' | 'dark'
  readonly width: number
}

/** What a person would stumble over: violations of WCAG 2.2 AA, messages on the console, requests, a page wider than its window. */
export async function look(browser: Browser, address: string, { scheme, width }: Looks): Promise<readonly string[]> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 800 } })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', (message) => faults.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (request.url() !== address && !request.url().endsWith('/favicon.ico')) faults.push(`request: ${request.url()}`)
  })
  await page.goto(address)
  // What is folded is checked as well.
  await page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true })")
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const wide = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  return [
    ...faults,
    ...violations.map(({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`),
    ...(wide > 0 ? [`${wide} pixels wider than the window`] : []),
  ]
}
