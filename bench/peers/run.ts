import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { netlify } from './netlify.ts'
import type { Peer, PeerPlan } from './peer.ts'
import { slipway } from './slipway.ts'
import { specfy } from './specfy.ts'
import { vercel } from './vercel.ts'

const peers: readonly Peer[] = [slipway, netlify, vercel, specfy]
const runs = 5

const [checkouts, out] = process.argv.slice(2)
if (!checkouts || !out) {
  process.stderr.write(
    'usage: npm start -- CHECKOUTS OUT: a folder of checkouts named owner+name, and a folder for the results\n',
  )
  process.exit(2)
}

/** Median time of the warm runs, in milliseconds, and the answer. */
async function timed(peer: Peer, directory: string): Promise<{ readonly plan: PeerPlan; readonly ms: number }> {
  const plan = await peer.detect(directory)
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await peer.detect(directory)
    times.push(performance.now() - start)
  }
  return { plan, ms: times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0 }
}

/** Folders named owner+name. */
const repositories = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name.includes('+'))
    .sort()
const commitOf = (directory: string) => readFileSync(join(directory, '.git', 'HEAD'), 'utf8').trim()

for (const peer of peers) {
  const results = []
  const times: number[] = []
  for (const name of repositories(checkouts)) {
    const directory = join(checkouts, name)
    const { plan, ms } = await timed(peer, directory)
    times.push(ms)
    results.push({ repo: name.replace('+', '/'), commit: commitOf(directory), exit: 0, plan, wallMs: ms })
  }
  writeFileSync(
    join(out, `${peer.id}.json`),
    JSON.stringify({ planner: peer.id, checkouts, ...(peer.fields ? { fields: peer.fields } : {}), results }),
  )
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  process.stdout.write(`${peer.id}: ${results.length} repositories, median ${at(0.5)} ms, p95 ${at(0.95)} ms\n`)
}
