import { join, type Place } from '../place.ts'
import type { Manifest } from './manifest.ts'
import { resolve } from './module-path.ts'
import { startedFiles } from './pm2.ts'
import { programsOf } from './scripts.ts'

/** A file that a script or the manifest starts. Paths are relative to the project's folder. */
export interface Entry {
  /** As it is written: `dist/index.js`. */
  readonly started: string
  /** The source it comes from: `src/index.ts`; null where none is found. */
  readonly source: string | null
}

const names = ['server', 'index', 'app', 'main', 'www', 'start', 'bot', 'worker', 'consumer']
const folders = [
  '',
  'src/',
  'server/',
  'api/',
  'bin/',
  'backend/',
  'lib/',
  'app/',
  'src/server/',
  'src/bin/',
  'server/src/',
  'src/app/',
  'src/api/',
]

const buildFolders =
  /^(\.?dist|\.?build|lib|out|output|compiled|bin|bundle|target|prod|production|release|\.output|esm|cjs|js|tmp)/

/** The source of a started file: itself, or what a compiler made it from (`dist/server/index.js` from `src/server/index.ts`). */
export function sourceOf(place: Place, started: string): string | null {
  const own = resolve(place, started)
  if (own !== null) return own
  const parts = (join('.', started) ?? '.').split('/')
  if (!buildFolders.test(parts[0] ?? '')) return null
  for (let cut = 1; cut < Math.min(parts.length, 4); cut++) {
    const rest = parts.slice(cut).join('/')
    for (const base of ['src/', '', 'server/', 'lib/', 'app/']) {
      const found = resolve(place, `${base}${rest}`)
      if (found !== null) return found
    }
  }
  return null
}

const scripts = [
  'start:prod',
  'start:production',
  'start-prod',
  'prod',
  'production',
  'start',
  'serve',
  'server',
  'dev',
  'start:dev',
  'dev:server',
  'server:dev',
  'develop',
  'watch',
]

/** The files that start a project, likeliest first: of its scripts, of `main`, by the usual names. */
export function entriesOf(place: Place, manifest: Manifest): readonly Entry[] {
  const ofScripts = scripts.flatMap((name) =>
    programsOf(manifest, name).flatMap((program) =>
      program.folder === '.' ? startedFiles(place, manifest, program) : [],
    ),
  )
  const started = [...new Set([...ofScripts, ...(manifest.main === null ? [] : [manifest.main])])].filter(
    (path) => !/\$|\.json$|ecosystem|\*/.test(path),
  )
  const known = started.map((path): Entry => ({ started: path, source: sourceOf(place, path) }))
  // What lies in a package of its own is started from there.
  const own = folders.filter((folder) => folder === '' || !place.has(`${folder}package.json`))
  const usual = own.flatMap((folder) => usualEntries(place, folder))
  return [...known, ...usual]
}

const suffixes = ['.ts', '.js', '.mjs', '.mts', '.cjs', '']

function usualEntries(place: Place, folder: string): readonly Entry[] {
  const files = place.repository.folder(place.at(folder === '' ? '.' : folder.slice(0, -1)))?.files
  if (!files) return []
  return names.flatMap((name) => {
    const suffix = suffixes.find((one) => files.has(`${name}${one}`))
    const path = `${folder}${name}${suffix}`
    return suffix === undefined ? [] : [{ started: path, source: path }]
  })
}
