import { access } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What the demo is about. `name` is `owner/name`; `from` is for people. */
export interface Source {
  readonly name: string
  readonly from: string
  readonly content: { readonly clone: string } | { readonly folder: string }
}

const fixtures = fileURLToPath(new URL('../repos', import.meta.url))
const standard = join(fixtures, 'vite-react')

/** The git repository, or fixture, that the arguments name; without arguments a fixture. */
export async function chooseSource(args: readonly string[]): Promise<Source | { readonly wrong: string }> {
  if (args.length > 1 || args[0]?.startsWith('-'))
    return { wrong: 'Usage: npm run demo -- [path of a local git repository]' }
  const path = resolve(args[0] ?? standard)
  const name = `you/${basename(path).replace(/[^\w.-]+/g, '-')}`
  const from = relative(process.cwd(), path) || path
  if (await exists(join(path, '.git'))) return { name, from, content: { clone: path } }
  if (path.startsWith(join(fixtures, '/')) && (await exists(path))) return { name, from, content: { folder: path } }
  return {
    wrong: `${path} is not the top of a git repository. The demo reads what is committed: git init, add and commit first.`,
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
