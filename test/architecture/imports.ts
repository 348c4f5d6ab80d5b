import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** One source file: its path from `src/`, its text and what it imports. */
export interface Source {
  readonly path: string
  readonly room: string
  readonly text: string
  /** Paths from `src/` for own files, the bare name for packages. */
  readonly imports: readonly { readonly name: string; readonly typeOnly: boolean; readonly lazy: boolean }[]
}

const src = new URL('../../src/', import.meta.url).pathname

/** The room of a path: its first folder, or the name of a file that stands directly in `src/`. */
export function roomOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : path.replace(/\.ts$/, '')
}

/** The modules that a TypeScript text imports. `from` is the path of the file, from `src/`. */
export function importsOf(text: string, from: string): Source['imports'] {
  const found = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm,
  )
  return [...found].map(([, type, named, bare, dynamic]) => {
    const name = named ?? bare ?? dynamic ?? ''
    return {
      name: name.startsWith('.') ? join(dirname(from), name) : name,
      typeOnly: type !== undefined,
      lazy: dynamic !== undefined,
    }
  })
}

/** Every file below `src/`. */
export function sources(): readonly Source[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => {
      const path = relative(src, join(entry.parentPath, entry.name))
      const text = readFileSync(join(src, path), 'utf8')
      return { path, room: roomOf(path), text, imports: importsOf(text, path) }
    })
}
