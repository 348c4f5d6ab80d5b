import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { examplePages } from './examples/example-pages.ts'

/**
 * `npm run examples` writes the generated pull requests for ten stacks to docs/examples; with `--check` it only looks whether they are
 * current. Exit code: 0 when they are, 1 when not.
 */
const folder = fileURLToPath(new URL('../docs/examples/', import.meta.url))
const pages = examplePages()

if (argv.includes('--check')) {
  const old = [...pages].filter(([name, text]) => read(join(folder, name)) !== text).map(([name]) => name)
  if (old.length > 0) {
    stderr.write(`docs/examples is not current: ${old.join(', ')}. Run npm run examples.\n`)
    process.exitCode = 1
  }
} else {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, text] of pages) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  stdout.write(`${pages.size} pages in docs/examples\n`)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}
