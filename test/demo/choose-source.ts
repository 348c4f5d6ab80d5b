import { access } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/** What the demo is about. `name` is `owner/name`; `from` is for people; `html` is the file of the page, or null. */
export interface Source {
  readonly html: string | null
  readonly name: string
  readonly from: string
  readonly content: { readonly clone: string } | { readonly folder: string }
}

const fixtures = fileURLToPath(new URL('../repos', import.meta.url))
const standard = join(fixtures, 'vite-react')

/** The git repository, or fixture, that the arguments name; without arguments a fixture. */
export async function chooseSource(args: readonly string[]): Promise<Source | { readonly wrong: string }> {
  const given = readArgs(args)
  if (given === null) return { wrong: 'Usage: npm run demo -- [path of a local git repository] [--html FILE]' }
  const { html, path } = { ...given, path: resolve(given.path ?? standard) }
  const name = `you/${basename(path).replace(/[^\w.-]+/g, '-')}`
  const from = relative(process.cwd(), path) || path
  if (await exists(join(path, '.git'))) return { html, name, from, content: { clone: path } }
  if (path.startsWith(join(fixtures, '/')) && (await exists(path)))
    return { html, name, from, content: { folder: path } }
  return {
    wrong: `${path} is not the top of a git repository. The demo reads what is committed: git init, add and commit first.`,
  }
}

function readArgs(args: readonly string[]): { readonly html: string | null; readonly path: string | null } | null {
  try {
    const options = { html: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return positionals.length > 1 ? null : { html: values.html ?? null, path: positionals[0] ?? null }
  } catch {
    return null
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
