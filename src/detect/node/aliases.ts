import { get, type Json, record, text, texts } from '../json.ts'
import { once } from '../once.ts'
import { join, type Place, placeAt } from '../place.ts'
import { resolve } from './module-path.ts'
import { into } from './shell.ts'

/** A prefix of imported names, and the folders or files of the project that it stands for. */
interface Alias {
  readonly prefix: string
  /** The whole name, and not only its start. */
  readonly whole: boolean
  /** Relative to the project's folder. */
  readonly targets: readonly string[]
}

// Deeper than any chain of settings was seen to go.
const maxExtends = 3

/** The module that an imported name stands for by tsconfig `paths`, `imports` or `_moduleAliases` of the manifest; null where none is there. */
export function aliased(place: Place, name: string): string | null {
  for (const { prefix, whole, targets } of aliasesOf(place)) {
    if (whole ? name !== prefix : !name.startsWith(prefix)) continue
    for (const target of targets) {
      const found = resolve(place, whole ? target : `${target}/${name.slice(prefix.length)}`)
      if (found !== null) return found
    }
  }
  return null
}

const aliasesOf = once((place: Place): readonly Alias[] => [
  ...mapped(record(place.json('package.json')).imports, '.'),
  ...mapped(record(place.json('package.json'))._moduleAliases, '.', true),
  ...ofSettings(place, 'tsconfig.json', 0),
  ...ofSettings(place, 'jsconfig.json', 0),
  // What nearly every template means by it, where no settings say otherwise.
  ...['@/', '~/', '#/'].map((prefix): Alias => ({ prefix, whole: false, targets: ['src'] })),
])

/** `compilerOptions.paths` and `baseUrl` of a settings file and of those that it extends. */
function ofSettings(place: Place, name: string, depth: number): readonly Alias[] {
  const value = place.json(name)
  if (value === undefined || depth > maxExtends) return []
  const folder = into('.', `${name}/..`)
  const options = get(value, 'compilerOptions')
  const base = text(get(options, 'baseUrl'))
  const own = mapped(get(options, 'paths'), into(folder, base ?? '.'))
  const above = texts(get(value, 'extends')).flatMap((one) => extended(place, folder, one, depth))
  return [...own, ...above, ...(base === null ? [] : [{ prefix: '', whole: false, targets: [into(folder, base)] }])]
}

function extended(place: Place, folder: string, name: string, depth: number): readonly Alias[] {
  if (!name.startsWith('.')) return []
  return ofSettings(place, into(folder, name.endsWith('.json') ? name : `${name}.json`), depth + 1)
}

/** `{ "@app/*": ["src/*"], "@env": ["src/env.ts"] }`; names of folders without a star where `bare`. */
function mapped(paths: Json | undefined, base: string, bare = false): readonly Alias[] {
  return Object.entries(record(paths)).flatMap(([name, value]): readonly Alias[] => {
    const given = typeof value === 'string' ? [value] : Array.isArray(value) ? texts(value) : targetsOf(value)
    const targets = given.map((target) => into(base, target.replace(/\*.*$/, '')))
    if (targets.length === 0) return []
    if (bare)
      return [
        { prefix: name, whole: true, targets },
        { prefix: `${name}/`, whole: false, targets },
      ]
    const star = name.indexOf('*')
    return [{ prefix: star < 0 ? name : name.slice(0, star), whole: star < 0, targets }]
  })
}

// Conditions of the manifest's `imports`: the last one is the fallback.
function targetsOf(value: Json): readonly string[] {
  return texts(Object.values(record(value))).slice(-1)
}

/** Where a package of the workspace keeps the module that it is imported by; null where that is not in the repository. */
export function packageEntry(repository: Place['repository'], folder: string): string | null {
  const place = placeAt(repository, folder)
  const json = place.json('package.json')
  const named = [
    text(get(json, 'exports', '.')),
    text(get(json, 'exports')),
    text(get(json, 'main')),
    'src/index',
    'index',
  ]
  for (const name of named) {
    const found = name === null ? null : resolve(place, name)
    if (found !== null) return join(folder, found)
  }
  return null
}
