import { cpSync, existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import picomatch from 'picomatch'

/**
 * Whether a path, relative to the build context, is left out by the lines of a `.dockerignore`. The last line that matches counts.
 * Source: https://docs.docker.com/build/concepts/context/#dockerignore-files (2026-11).
 */
export function ignored(lines: readonly string[]): (path: string) => boolean {
  const rules = lines.flatMap((line) => {
    const pattern = line
      .trim()
      .replace(/^!/, '')
      .replace(/^\.?\/+|\/+$/g, '')
    return pattern === '' || pattern.startsWith('#')
      ? []
      : [{ keep: line.trim().startsWith('!'), matches: picomatch([pattern, `${pattern}/**`], { dot: true }) }]
  })
  return (path) => rules.findLast(({ matches }) => matches(path))?.keep === false
}

/** Every file below a folder, relative to it, without what lies in Git's own folder. */
export function filesBelow(folder: string, at = ''): readonly string[] {
  return readdirSync(join(folder, at), { withFileTypes: true }).flatMap((entry) => {
    const path = at === '' ? entry.name : `${at}/${entry.name}`
    if (entry.isDirectory()) return entry.name === '.git' ? [] : filesBelow(folder, path)
    return [path]
  })
}

export interface Copy {
  readonly sources: readonly string[]
  /** Absolute folder or file of this machine; a source that is a folder goes there with its contents. */
  readonly to: string
  /** `COPY --parents`: keeps the sources' folders and skips a source that is not there. */
  readonly parents: boolean
  /** True where `to` was written with a slash at its end, or is `.`. */
  readonly intoFolder: boolean
}

/** Carries out a COPY out of a folder. Throws where a source is not there and must be. */
export function copy(from: string, instruction: Copy): void {
  for (const source of instruction.sources.map((path) => path.replace(/^\/+/, '').replace(/^\.\/|\/+$/g, ''))) {
    const found = matching(from, source)
    if (found.length === 0 && !instruction.parents) throw new Error(`COPY: ${source} is not in the build context`)
    for (const path of found) copyOne(from, path, instruction)
  }
}

function copyOne(from: string, path: string, { sources, to, parents, intoFolder }: Copy): void {
  const folder = isFolder(join(from, path))
  const name = parents ? path : folder ? '' : basename(path)
  const into = parents || folder || intoFolder || sources.length > 1 || isFolder(to)
  cpSync(join(from, path), into ? join(to, name) : to, { recursive: true, verbatimSymlinks: true, force: true })
}

function matching(folder: string, source: string): readonly string[] {
  if (source === '' || source === '.') return ['.']
  if (!/[*?[]/.test(source)) return existsSync(join(folder, source)) ? [source] : []
  const matches = picomatch(source, { dot: true })
  return filesBelow(folder).filter((path) => !path.includes('node_modules/') && matches(path))
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}
