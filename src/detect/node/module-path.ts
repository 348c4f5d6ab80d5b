import { join, type Place } from '../place.ts'
import { into } from './shell.ts'

/** The path of a module as it is in the tree, with the extension or the index file that a program would find. */
export function resolve(place: Place, path: string): string | null {
  const plain = into('.', path)
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
