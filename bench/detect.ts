import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { unknownAccount } from '../src/config/unknown-account.ts'
import { choose } from '../src/decide/choose.ts'
import { classify } from '../src/decide/classify.ts'
import { detect, wanted } from '../src/detect.ts'
import { localFacts } from '../src/local/facts.ts'
import { localReader } from '../src/local/reader.ts'
import type { Context, Tree, TreeEntry } from '../src/model.ts'
import { propose } from '../src/propose.ts'
import { readRepository } from '../src/read.ts'

// Time from a tree in memory to the plan, and to the whole proposal, warm, in milliseconds:
//   node bench/detect.ts CHECKOUTS     (a folder of git repositories)

const runs = 7
const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('usage: node bench/detect.ts CHECKOUTS\n')
  process.exit(2)
}

const request: Context['request'] = {
  verb: 'plan',
  target: null,
  path: null,
  ci: null,
  region: null,
  environment: null,
  dryRun: false,
  remove: false,
  lang: null,
  by: null,
}
const aws = unknownAccount
const config: Context['config'] = { lang: 'en', region: null, apps: [], environments: null, notes: [] }

/** The median of the warm runs. */
function timed(work: () => unknown): number {
  work()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

const plan = (tree: Tree, context: Context) => choose(classify(detect(tree), context.repository.name), context)

function row(name: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(1)
  return `| ${name} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |\n`
}

const cases: { readonly tree: Tree; readonly context: Context }[] = []
for (const name of readdirSync(folder)
  .filter((one) => !one.startsWith('.'))
  .sort()) {
  const directory = join(folder, name)
  const tree = await readRepository(localReader(directory))
  if (tree) cases.push({ tree, context: { repository: await localFacts(directory), aws, config, request } })
}

// All once before the first is timed: the compiler of the runtime is warm for each alike.
for (const { tree, context } of cases) propose(tree, context)
process.stdout.write(
  `${cases.length} repositories, median of ${runs} runs each, ms\n\n| tree in memory | median | p95 | max |\n| --- | --- | --- | --- |\n`,
)
process.stdout.write(
  row(
    'to the plan',
    cases.map(({ tree, context }) => timed(() => plan(tree, context))),
  ),
)
process.stdout.write(
  row(
    'to the pull request',
    cases.map(({ tree, context }) => timed(() => propose(tree, context))),
  ),
)

const entries = Array.from(
  { length: 100_000 },
  (_, i): TreeEntry => ({
    path: `packages/p${i % 300}/src/f${i % 17}/file-${i}.ts`,
    type: 'file',
    mode: '100644',
    size: 100,
    sha: '0'.repeat(40),
  }),
)
const first = cases[0]
const large: Tree = { commit: 'c'.repeat(40), entries, files: new Map(), skipped: [], bases: new Map(), unlisted: [] }
if (first) {
  const both = () => [wanted(0, large), plan(large, first.context)]
  process.stdout.write(`\n100,000 paths, what to read and the plan: ${timed(both).toFixed(0)} ms\n`)
}
