import type { Texts } from '../text.ts'
import type { Proof } from './finding.ts'
import type { Json } from './json.ts'
import { once } from './once.ts'
import type { Folder, Repository } from './repository.ts'

/** One folder of a repository, as a detector sees it. Names are relative to the folder: `src/main.py`. */
export interface Place {
  /** `.` or a path without slashes at the ends. */
  readonly root: string
  readonly repository: Repository
  /** In the language of the answer. */
  readonly texts: Texts
  readonly folder: Folder
  /** The path from the repository root. */
  at(name: string): string
  has(name: string): boolean
  /** The first of the names that is there. */
  pick(...names: readonly string[]): string | undefined
  text(name: string): string | undefined
  json(name: string): Json | undefined
  yaml(name: string): Json | undefined
  toml(name: string): Json | undefined
  /** Proof in a file of the folder: the line is that of the first match, null when nothing matches or nothing is sought. */
  proof(name: string, says: string, sought?: string | RegExp): Proof
}

/** The number (from 1) of the first line that holds the text or matches; null when none does. */
export function lineOf(text: string | undefined, sought: string | RegExp): number | null {
  if (text === undefined) return null
  const at = typeof sought === 'string' ? text.indexOf(sought) : text.search(sought)
  if (at < 0) return null
  let line = 1
  for (let i = text.indexOf('\n'); i >= 0 && i < at; i = text.indexOf('\n', i + 1)) line++
  return line
}

/** Joins a folder and a name, resolving `.` and `..`; null when it would leave the repository. */
export function join(root: string, name: string): string | null {
  const parts: string[] = root === '.' ? [] : root.split('/')
  for (const part of name.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/') || '.'
}

/** The folder above; null for the root. */
export function parent(root: string): string | null {
  if (root === '.') return null
  const slash = root.lastIndexOf('/')
  return slash < 0 ? '.' : root.slice(0, slash)
}

const special = /(?:^|\/)(?:\.{0,2}(?:\/|$))/

const nothing: Folder = { files: new Set(), folders: new Set() }

const known = once((_: Repository) => new Map<string, Place>())

/** The place at a folder: one object for each folder of a repository, so that what is read of it is read once. */
export function placeAt(repository: Repository, root: string): Place {
  const places = known(repository)
  const place = places.get(root) ?? makePlace(repository, root)
  places.set(root, place)
  return place
}

function makePlace(repository: Repository, root: string): Place {
  // Nearly every name is plain: nothing to resolve.
  const at = (name: string) =>
    special.test(name) ? (join(root, name) ?? name) : root === '.' ? name : `${root}/${name}`
  return {
    root,
    repository,
    texts: repository.texts,
    folder: repository.folder(root) ?? nothing,
    at,
    has: (name) => repository.has(at(name)),
    pick: (...names) => names.find((name) => repository.has(at(name))),
    text: (name) => repository.text(at(name)),
    json: (name) => repository.json(at(name)),
    yaml: (name) => repository.yaml(at(name)),
    toml: (name) => repository.toml(at(name)),
    proof: (name, says, sought) => ({
      path: at(name),
      line: sought === undefined ? null : lineOf(repository.text(at(name)), sought),
      says,
    }),
  }
}
