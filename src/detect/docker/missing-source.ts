import type { Repository } from '../repository.ts'
import type { Build } from './owner.ts'

const compiles = [
  /\bgo (?:build|install)\b[^&|;\n]*?\s\.\/([\w][\w./-]*?)\/?(?=\s|$|&&|\||;)/,
  /\bdotnet (?:publish|build|restore)\s+["']?(?:\.\/)?([\w][\w./-]*\.[cf]sproj)\b/,
]

/** What a compiler of the image is told to build and no folder of the repository holds: `./cmd/api`; null: all is there. */
export function missingSource({ facts }: Build, repository: Repository): string | null {
  for (const { value } of facts.runs) {
    // What is written is not there yet: `-o ./bin/app`.
    const read = value.replace(/\s-o[ =]\S+/g, '')
    const [, path] = compiles.map((one) => one.exec(read)).find((found) => found !== null) ?? []
    // The folder in which it runs is not always the root of the context: a path that ends so anywhere may be meant.
    if (path !== undefined && !/[$*]|\.\./.test(path) && !isThere(path, repository)) return path
  }
  return null
}

function isThere(path: string, { tree, folders }: Repository): boolean {
  const ends = `/${path}`
  const isFolder = folders.some((folder) => folder === path || folder.endsWith(ends))
  return isFolder || tree.entries.some((entry) => entry.path === path || entry.path.endsWith(ends))
}
