import { afterEach, describe, expect, it } from 'vitest'
import { type Scene, startScene } from './scene.ts'

let scene: Scene
afterEach(() => scene.world.stop())

/** The metrics of ours as they are now, by name and labels. */
async function read(): Promise<Record<string, number>> {
  const answer = await fetch(`${scene.world.app.url}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u)
  const lines = (await answer.text()).split('\n').filter((line) => line.startsWith('slipway_'))
  return Object.fromEntries(lines.map((line) => [line.replace(/ [^ ]+$/u, ''), Number(line.split(' ').at(-1))]))
}

describe('/metrics', () => {
  it('counts deliveries, commands by outcome, requests and what waits', async () => {
    scene = await startScene()
    const { world, github, command, settled } = scene
    await command('/cicd setup', /Ready for review/u)
    await command('/cicd setup', /Up to date/u)
    await fetch(github.app.webhookUrl ?? '', { method: 'POST', headers: { 'content-type': 'application/json' } })
    await settled(2)
    const metrics = await read()
    expect(metrics).toMatchObject({
      'slipway_deliveries_total{status="400"}': 1,
      'slipway_commands_total{outcome="proposed"}': 1,
      'slipway_commands_total{outcome="up_to_date"}': 1,
      slipway_reply_seconds_count: 2,
      'slipway_queue_commands{state="waiting"}': 0,
      'slipway_queue_commands{state="later"}': 0,
      'slipway_queue_commands{state="running"}': 0,
      'slipway_queue_commands{state="failed"}': 0,
      slipway_github_rate_limit_seconds_total: 0,
    })
    expect(metrics['slipway_github_requests_total{kind="write",status="201"}']).toBeGreaterThanOrEqual(6)
    expect(metrics['slipway_github_requests_total{kind="graphql",status="200"}']).toBeGreaterThanOrEqual(2)
    const text = await (await fetch(`${world.app.url}/metrics`)).text()
    expect(text).not.toMatch(/acme|alice|site/u)
    expect(text).toMatch(/^process_resident_memory_bytes /mu)
  })

  it('B63 counts the seconds that a rate limit took', async () => {
    scene = await startScene()
    const limit = { status: 403, message: 'You have exceeded a secondary rate limit', headers: { 'retry-after': '30' } }
    scene.github.faults.push({ kind: 'status', match: 'POST /repos/{owner}/{repo}/git/refs', ...limit })
    await scene.command('/cicd setup', /Ready for review/u)
    expect((await read()).slipway_github_rate_limit_seconds_total).toBe(30)
  })

  it('B58 counts what was found in the log of GitHub', async () => {
    scene = await startScene()
    const { world, github, alice, repository, issue, replied } = scene
    github.outbox.fate = ({ event }) => (event === 'issue_comment' ? 'fail' : 'send')
    await alice.comments(repository, issue, '/cicd setup')
    github.outbox.fate = () => 'send'
    const { url } = await world.restart()
    await replied(/Ready for review/u)
    const text = await (await fetch(`${url}/metrics`)).text()
    expect(text).toMatch(/^slipway_recovered_deliveries_total 1$/mu)
  })
})
