import { get, text, texts } from '../json.ts'
import { join, type Place } from '../place.ts'

/** What the compiler makes of a source file: `src/index.ts` → `dist/index.js`, by tsconfig.json; null where it writes nothing or beside the source. */
export function compiled(place: Place, source: string): string | null {
  const name = place.pick('tsconfig.build.json', 'tsconfig.json')
  if (name === undefined) return null
  const options = (file: string, key: string) => text(get(place.json(file), 'compilerOptions', key))
  const outDir = options(name, 'outDir') ?? options('tsconfig.json', 'outDir')
  if (outDir === null) return null
  const rootDir =
    join('.', options(name, 'rootDir') ?? options('tsconfig.json', 'rootDir') ?? guessedRoot(place, name)) ?? '.'
  const inside = rootDir === '.' ? source : source.startsWith(`${rootDir}/`) ? source.slice(rootDir.length + 1) : source
  return `${join('.', outDir) ?? 'dist'}/${inside.replace(/\.([cm]?)tsx?$/, '.$1js')}`
}

// Without rootDir the compiler takes the longest common folder of the files it compiles.
function guessedRoot(place: Place, config: string): string {
  const included = [...texts(get(place.json(config), 'include')), ...texts(get(place.json(config), 'files'))].map(
    (one) => one.replace(/^\.\//, ''),
  )
  const roots = new Set(included.map((one) => one.split('/')[0] ?? ''))
  const [only] = roots
  if (roots.size === 1 && only && !/[*.]/.test(only)) return only
  const loose = [...place.folder.files].some((file) => /(?<!\.d|\.config)\.[cm]?tsx?$/.test(file))
  return included.length === 0 &&
    !loose &&
    place.folder.folders.has('src') &&
    !hasTypescript(place, ['test', 'tests', 'scripts'])
    ? 'src'
    : '.'
}

const hasTypescript = (place: Place, folders: readonly string[]) =>
  folders.some((folder) =>
    [...(place.repository.folder(place.at(folder))?.files ?? [])].some((file) => file.endsWith('.ts')),
  )
