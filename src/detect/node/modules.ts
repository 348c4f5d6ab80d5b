import { join, type Place } from '../place.ts'
import { withoutComments } from '../source.ts'
import { resolve } from './entry.ts'

/** A source file that was read, comments blanked out. `path` is relative to the project's folder. */
export interface Module {
  readonly path: string
  readonly source: string
}

// An app's port and routes are close to its entry; more would be the whole program.
const maxModules = 24

const imports = /(?:\bfrom\s*|\brequire\(\s*|\bimport\s*\(?\s*)['"]((?:\.{1,2}|[@~#])\/[^'"\n]*|\.{1,2})['"]/g
const telling =
  /(config|env|app|server|setting|constant|bootstrap|main|index|listen|http|start|www|express|fastify|worker)/i

/** The paths of the project's own modules that a source imports, those first whose name promises settings or a server. */
export function importsOf(place: Place, { path, source }: Module): readonly string[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  const found = [...source.matchAll(imports)].flatMap(([, name = '']) => {
    const target = /^[@~#]\//.test(name) ? `src/${name.slice(2)}` : join(folder, name)
    return target === null ? [] : (resolve(place, target) ?? [])
  })
  const code = [...new Set(found)].filter((one) => /\.[cm]?[jt]sx?$/.test(one) || !one.includes('.'))
  return [...code.filter((one) => telling.test(one)), ...code.filter((one) => !telling.test(one))]
}

/** The entry and the modules it reaches, nearest first, as far as they were read. */
export function modulesFrom(place: Place, entry: string): readonly Module[] {
  const modules: Module[] = []
  const queue = [entry]
  const seen = new Set(queue)
  for (let path = queue.shift(); path !== undefined && modules.length < maxModules; path = queue.shift()) {
    const text = place.text(path)
    if (text === undefined) continue
    const one = { path, source: withoutComments(text) }
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
