import type { Reads } from './detector.ts'
import { lockfiles } from './node/lockfiles.ts'
import { isIgnored, type Repository } from './repository.ts'

// One batch of blobs holds 100; what the patterns ask for comes first. Larger files are seldom where a program begins.
const most = { files: 80, size: 40_000, bytes: 1_200_000, lockfile: 400_000, depth: 3, entries: 20_000 }

const programs =
  /^(?:index|server|app|main|start|bot|worker|lambda|handler|www|app\.module|config|env|settings|routes)\.(?:[cm]?[jt]s)$|^(?:__init__|main|app|wsgi|asgi|application|server|api|run|manage|bot|worker|config|settings|base|views|urls|routes|tests)\.py$|^config\.go$/
// The modules that a program is made of: routes, settings, what listens.
const modules = /^(?!.*(?:\.d|\.test|\.spec|\.stories|\.config)\.)[\w.-]+\.(?:[cm]?[jt]s|py|go)$/
const manifests = /^(?:package\.json|requirements.*\.txt|pyproject\.toml|Pipfile|manage\.py|go\.mod)$/
const tests = /(?:^|\/)(?:tests?|e2e|spec|docs?|examples?|migrations|components|pages|stories)\//
const lockNames: ReadonlySet<string> = new Set(
  lockfiles.map(({ name }) => name).filter((name) => !name.endsWith('.lockb')),
)

/**
 * Files that later rounds will probably ask for: where programs begin, and lockfiles. Read at once with the manifests, they save a
 * round of calls for most repositories; a wrong guess costs some bytes.
 */
export const likelyFiles: Reads = { id: 'likely-files', reads: [], lists: guesses }

function guesses({ tree, folders, folder }: Repository): readonly string[] {
  // Too many to guess among.
  if (tree.entries.length > most.entries) return []
  const roots = new Set(folders.filter((root) => [...(folder(root)?.files ?? [])].some((name) => manifests.test(name))))
  if (roots.size === 0) return []
  const found = tree.entries
    .filter((entry) => entry.type === 'file' && isWanted(entry.path, entry.size ?? 0))
    .flatMap(({ path, size }) => {
      const depth = isIgnored(path) || tests.test(path) ? null : depthBelow(roots, path)
      return depth === null ? [] : [{ path, size: size ?? 0, depth, rank: rankOf(nameOf(path)) }]
    })
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth || (a.path < b.path ? -1 : 1))
  let bytes = 0
  return found
    .filter(({ size }, at) => {
      bytes += size
      return at < most.files && bytes <= most.bytes
    })
    .map(({ path }) => path)
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)

const rankOf = (name: string) => (lockNames.has(name) ? 0 : programs.test(name) ? 1 : 2)

function isWanted(path: string, size: number): boolean {
  const name = nameOf(path)
  if (lockNames.has(name)) return size <= most.lockfile
  return size <= most.size && (programs.test(name) || modules.test(name))
}

/** How many folders below the nearest folder with a manifest a file lies; null: too many, or below none. */
function depthBelow(roots: ReadonlySet<string>, path: string): number | null {
  let at = path
  for (let depth = 0; depth <= most.depth; depth++) {
    const slash = at.lastIndexOf('/')
    at = slash < 0 ? '.' : at.slice(0, slash)
    if (roots.has(at)) return depth
    if (at === '.') return null
  }
  return null
}
