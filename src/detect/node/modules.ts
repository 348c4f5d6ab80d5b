import { once } from '../once.ts'
import { pathFrom } from '../path-from.ts'
import type { Place } from '../place.ts'
import type { Repository } from '../repository.ts'
import { withoutComments } from '../source.ts'
import { aliased, packageEntry } from './aliases.ts'
import { resolve } from './module-path.ts'
import { into } from './shell.ts'
import { workspaceFolder } from './workspaces.ts'

/** A source file that was read, comments blanked out. `path` is relative to the project's folder. */
export interface Module {
  readonly path: string
  readonly source: string
}

// An app's port and routes are close to its entry; more would be the whole program. Sizes in characters.
const maxModules = 20
const maxSource = 60_000
// Imports stand at the head of a file.
const maxHead = 12_000

const known: (repository: Repository) => Map<string, Module> = once(() => new Map())

/** A source file as a module, comments blanked out once; null where it was not read. */
function moduleAt(place: Place, path: string): Module | null {
  const modules = known(place.repository)
  const at = place.at(path)
  const found = modules.get(`${place.root} ${at}`)
  const text = found ? undefined : place.text(path)
  if (found || text === undefined) return found ?? null
  const made = { path, source: withoutComments(text.slice(0, maxSource)) }
  modules.set(`${place.root} ${at}`, made)
  return made
}

const imports = /(?:\bfrom\s*|\brequire\(\s*|\bimport\s*\(?\s*)['"]([^'"\s]+)['"]/g
const telling =
  /(config|env|app|server|setting|constant|bootstrap|main|index|listen|http|start|www|express|fastify|worker)/i

/** The paths of the project's own modules that a source imports, those first whose name promises settings or a server. */
export function importsOf(place: Place, { path, source }: Module): readonly string[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  const found = [...source.slice(0, maxHead).matchAll(imports)].flatMap(([, name = '']) => {
    if (name.startsWith('.')) return resolve(place, into(folder, name)) ?? []
    return aliased(place, name) ?? ofWorkspace(place, name) ?? []
  })
  const code = [...new Set(found)].filter((one) => /\.[cm]?[jt]sx?$/.test(one) || !one.includes('.'))
  return [...code.filter((one) => telling.test(one)), ...code.filter((one) => !telling.test(one))]
}

/** The module of a workspace package that promises settings or a server (`@acme/env`); null for every other name. */
function ofWorkspace(place: Place, name: string): string | null {
  if (!telling.test(name)) return null
  const folder = workspaceFolder(place, name)
  const entry = folder === null ? null : packageEntry(place.repository, folder)
  return entry === null ? null : pathFrom(place.root, entry)
}

/** The entry and the modules it reaches, nearest first, as far as they were read. */
export function modulesFrom(place: Place, entry: string): readonly Module[] {
  const modules: Module[] = []
  const queue = [entry]
  const seen = new Set(queue)
  for (let path = queue.shift(); path !== undefined && modules.length < maxModules; path = queue.shift()) {
    const one = moduleAt(place, path)
    if (!one) continue
    modules.push(one)
    for (const next of importsOf(place, one)) {
      if (!seen.has(next)) queue.push(next)
      seen.add(next)
    }
  }
  return modules
}

/** The modules that were reached and not read yet. */
export function missingFrom(place: Place, entry: string): readonly string[] {
  const read = modulesFrom(place, entry)
  if (read.length === 0) return [entry]
  const known = new Set(read.map(({ path }) => path))
  const next = read.flatMap((one) => importsOf(place, one)).filter((path) => !known.has(path))
  return [...new Set(next)].slice(0, Math.max(0, maxModules - read.length))
}
