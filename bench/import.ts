import { execFileSync } from 'node:child_process'

// Time that a fresh process takes to import the core, in milliseconds: `npm run build && node bench/import.ts`.
const runs = 15
const built = new URL('../dist/bundle/core.js', import.meta.url).href
const sources = new URL('../src/propose.ts', import.meta.url).href
const script = (href: string) =>
  `const t = performance.now(); await import('${href}'); process.stdout.write(String(performance.now() - t))`

function median(href: string): number {
  const times = Array.from({ length: runs }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script(href)], { encoding: 'utf8' })),
  )
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
}

process.stdout.write(`| core | median of ${runs} fresh processes |\n| --- | --- |\n`)
process.stdout.write(
  `| built | ${median(built).toFixed(0)} ms |\n| from sources | ${median(sources).toFixed(0)} ms |\n`,
)
