import type { TreeEntry } from '../model.ts'
import type { Listing } from '../tree.ts'
import { at, type Place } from './place.ts'

/** How many folders of a tree that is too large for one answer are asked for. */
const mostFolders = 24
/** Folders that never hold what detection looks for, and that make a tree large. */
const skipped = /(?:^|\/)(?:node_modules|vendor|third_party|\.yarn|\.venv|Pods|testdata|fixtures|__snapshots__)$/u

/** One line of a tree. */
export interface Node {
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly size: number | null
  readonly sha: string
}
interface Answer {
  readonly truncated: boolean
  readonly nodes: readonly Node[]
}

/**
 * Every path of a commit in one request. Where GitHub cuts the answer (over 100,000 entries or 7 MB), the folders are asked for
 * one by one, nearest to the root first; those that were not are named in `unlisted`.
 */
export async function list(place: Place, commit: string): Promise<Listing> {
  const whole = await readTree(place, commit, '', true)
  if (!whole.truncated) return { entries: whole.nodes.flatMap(toEntry), unlisted: [] }
  return walk(place, commit)
}

/** What lies directly in a tree, folders too. */
export async function folderOf(place: Place, tree: string): Promise<readonly Node[]> {
  const { nodes, truncated } = await readTree(place, tree, '', false)
  if (truncated) throw new Error(`the folder ${tree} is larger than GitHub tells`)
  return nodes
}

async function walk(place: Place, commit: string): Promise<Listing> {
  const top = await readTree(place, commit, '', false)
  const entries = top.nodes.flatMap(toEntry)
  const open = top.nodes.filter(isFolder)
  const unlisted: string[] = []
  let asked = 0
  for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
    if (skipped.test(folder.path) || asked >= mostFolders) {
      unlisted.push(folder.path)
      continue
    }
    asked += 1
    const below = await readTree(place, folder.sha, `${folder.path}/`, true)
    if (!below.truncated) {
      entries.push(...below.nodes.flatMap(toEntry))
      continue
    }
    asked += 1
    const flat = await readTree(place, folder.sha, `${folder.path}/`, false)
    entries.push(...flat.nodes.flatMap(toEntry))
    open.push(...flat.nodes.filter(isFolder))
  }
  return { entries, unlisted }
}

async function readTree(place: Place, sha: string, prefix: string, recursive: boolean): Promise<Answer> {
  const { data } = await place.client.rest.git.getTree({
    ...at(place),
    tree_sha: sha,
    ...(recursive ? { recursive: '1' } : {}),
  })
  const nodes = data.tree.map(({ path, mode, type, size, sha: id }) => {
    if (path === undefined || mode === undefined || type === undefined || id === undefined) {
      throw new Error(`a tree entry of ${sha} is not whole`)
    }
    return { path: prefix + path, mode, type, size: size ?? null, sha: id }
  })
  return { truncated: data.truncated, nodes }
}

function isFolder({ type }: Node): boolean {
  return type === 'tree'
}

function toEntry({ path, mode, type, size, sha }: Node): TreeEntry[] {
  if (type === 'commit') return [{ path, type: 'submodule', mode, size: null, sha }]
  if (type !== 'blob') return []
  return [{ path, type: mode === '120000' ? 'symlink' : 'file', mode, size, sha }]
}
