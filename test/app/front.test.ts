import { afterEach, describe, expect, it } from 'vitest'
import { startWorld, type World } from './start-app.ts'

let world: World
afterEach(() => world.stop())

describe('the front page', () => {
  it('tells what this is, links to the installation, and knows no repository', async () => {
    world = await startWorld()
    await world.github.repository('acme/site', { files: {}, roles: { alice: 'write' } })
    const answer = await fetch(`${world.app.url}/`)
    const page = await answer.text()
    expect(answer.status).toBe(200)
    expect(page).toContain('Ready for commands')
    expect(page).toMatch(/href="https?:\/\/[^"]+\/apps\/slipway\/installations\/new"/u)
    expect(page).not.toMatch(/acme|alice|<script/u)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  it('is Japanese for who prefers that', async () => {
    world = await startWorld()
    const answer = await fetch(`${world.app.url}/?x=1`, { headers: { 'accept-language': 'ja,en;q=0.5' } })
    expect(await answer.text()).toContain('コマンドを受け付けています')
  })

  it('takes nothing but reading', async () => {
    world = await startWorld()
    expect((await fetch(`${world.app.url}/`, { method: 'POST', body: 'x' })).ok).toBe(false)
  })
})
