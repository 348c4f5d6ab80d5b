import { join, type Place } from '../place.ts'
import type { Manifest } from './manifest.ts'
import { programsOf } from './scripts.ts'
import type { Command } from './shell.ts'

/** A file that a script or the manifest starts. Paths are relative to the project's folder. */
export interface Entry {
  /** As it is written: `dist/index.js`. */
  readonly started: string
  /** The source it comes from: `src/index.ts`; null where none is found. */
  readonly source: string | null
}

const runners: ReadonlySet<string> = new Set([
  ...[
    'node',
    'nodejs',
    'nodemon',
    'ts-node',
    'ts-node-dev',
    'ts-node-esm',
    'tsnd',
    'tsx',
    'babel-node',
    'bun',
    'pm2',
    'pm2-runtime',
  ],
  ...[
    'forever',
    'node-dev',
    'swc-node',
    'esno',
    'jiti',
    'vite-node',
    'fastify',
    'probot',
    'micro',
    'supervisor',
    'esrun',
    'srvx',
    'json-server',
  ],
])
const verbs: ReadonlySet<string> = new Set(['run', 'start', 'watch', 'serve', 'exec'])
const valued: ReadonlySet<string> = new Set([
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '-P',
  '--project',
  '--env-file',
  '--env-file-if-exists',
  '-w',
  '--watch',
  '-e',
  '--ext',
  '--exec',
  '-x',
  '-i',
  '--name',
  '-n',
  '-C',
  '--tsconfig',
  '--ignore',
  '-l',
  '-p',
  '--port',
  '-a',
  '--watch-path',
])

/** The file that a program call runs; null where it runs none. */
export function fileOf({ words }: Command): string | null {
  const [program = '', ...rest] = words
  if (program === 'nest') return rest[0] === 'start' ? 'src/main' : null
  if (!runners.has(program)) return null
  const inner = rest.findIndex((word) => word === '--exec' || word === '-x')
  if (inner >= 0) return fileOf({ env: {}, folder: '.', words: (rest[inner + 1] ?? '').split(' ') })
  const plain = rest.filter((word, i) => !word.startsWith('-') && !takesValue(program, rest[i - 1]))
  return plain.find((word, i) => !(i === 0 && verbs.has(word))) ?? null
}

// `--watch file` of Node and tsx takes no value, that of nodemon does.
const takesValue = (program: string, option: string | undefined) =>
  option !== undefined && valued.has(option) && (option !== '--watch' || program === 'nodemon')

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

/** The path of a module as it is in the tree, with the extension or the index file that a program would find. */
export function resolve(place: Place, path: string): string | null {
  const plain = join('.', path)
  if (plain === null) return null
  // A TypeScript source is imported by the name of what becomes of it.
  const bare = plain.replace(/\.([cm]?)jsx?$/, '')
  return named(place, plain) ?? (bare === plain ? null : named(place, bare)) ?? indexIn(place, plain)
}

const extensions = ['', '.ts', '.js', '.mjs', '.mts', '.cjs', '.cts', '.tsx']
const indexFiles = ['index.ts', 'index.js', 'index.mjs', 'index.mts']

function named(place: Place, path: string): string | null {
  const slash = path.lastIndexOf('/')
  const files = place.repository.folder(place.at(slash < 0 ? '.' : path.slice(0, slash)))?.files
  const name = path.slice(slash + 1)
  const extension = files && extensions.find((one) => files.has(`${name}${one}`))
  return extension === undefined ? null : `${path}${extension}`
}

function indexIn(place: Place, path: string): string | null {
  const files = place.repository.folder(place.at(path))?.files
  const name = files && indexFiles.find((one) => files.has(one))
  return name === undefined ? null : path === '.' ? name : `${path}/${name}`
}

/** Whether Node can start a path as it stands in the tree, without a compiler. */
export function isRunnable(place: Place, path: string): boolean {
  const plain = join('.', path)
  if (plain === null) return false
  const base = plain === '.' ? '' : plain
  return ['', '.js', '.mjs', '.cjs', '/index.js', '/index.mjs', '/index.cjs'].some((extension) =>
    place.has(`${base}${extension}`.replace(/^\//, '')),
  )
}

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
    programsOf(manifest, name).flatMap((program) => (program.folder === '.' ? (fileOf(program) ?? []) : [])),
  )
  const started = [...new Set([...ofScripts, ...(manifest.main === null ? [] : [manifest.main])])].filter(
    (path) => !/\$|\.json$|ecosystem|\*/.test(path),
  )
  const known = started.map((path): Entry => ({ started: path, source: sourceOf(place, path) }))
  const usual = folders.flatMap((folder) => usualEntries(place, folder))
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
