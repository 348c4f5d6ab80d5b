import { createHash } from 'node:crypto'
import type { RenderedFile, TreeEntry } from '../model.ts'

/** What git hashes of an entry. */
type Leaf = Pick<TreeEntry, 'path' | 'mode' | 'sha'>
interface Folder {
  readonly leaves: Map<string, { readonly mode: string; readonly sha: string }>
  readonly folders: Map<string, Folder>
}

/** Git's id of a blob with this text. */
export function blobSha(content: string | Uint8Array): string {
  return objectSha('blob', Buffer.from(content))
}

/** Git's id of the tree that holds exactly these entries. Deterministic; the order of the entries does not matter. */
export function treeSha(entries: readonly Leaf[]): string {
  const root = folder()
  for (const { path, mode, sha } of entries) {
    const names = path.split('/')
    const name = names.pop() ?? ''
    names.reduce(enter, root).leaves.set(name, { mode, sha })
  }
  return hash(root).toString('hex')
}

/** The entries after the files of a plan were written over them. */
export function withFiles(entries: readonly Leaf[], files: readonly RenderedFile[]): readonly Leaf[] {
  const byPath = new Map<string, Leaf>(entries.map((entry) => [entry.path, entry]))
  for (const { path, mode, content } of files) {
    if (content === null) byPath.delete(path)
    else byPath.set(path, { path, mode, sha: blobSha(content) })
  }
  return [...byPath.values()]
}

function enter(parent: Folder, name: string): Folder {
  const found = parent.folders.get(name)
  if (found !== undefined) return found
  const made = folder()
  parent.folders.set(name, made)
  return made
}

function hash({ leaves, folders }: Folder): Buffer {
  const rows = [
    ...[...leaves].map(([name, { mode, sha }]) => ({ name, sort: name, mode, id: Buffer.from(sha, 'hex') })),
    ...[...folders].map(([name, child]) => ({ name, sort: `${name}/`, mode: '40000', id: hash(child) })),
  ]
  // Git compares bytes, and a folder as if its name ended with a slash.
  rows.sort((a, b) => Buffer.compare(Buffer.from(a.sort), Buffer.from(b.sort)))
  const body = rows.flatMap(({ mode, name, id }) => [Buffer.from(`${mode} ${name}\0`), id])
  return Buffer.from(objectSha('tree', Buffer.concat(body)), 'hex')
}

function objectSha(type: 'blob' | 'tree', body: Buffer): string {
  return createHash('sha1').update(`${type} ${body.length}\0`).update(body).digest('hex')
}

function folder(): Folder {
  return { leaves: new Map(), folders: new Map() }
}
