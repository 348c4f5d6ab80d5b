import { readdir, readFile, readlink, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { writeCommit } from './git/commit.ts'
import { editTree, type TreeChange } from './git/edit-tree.ts'
import type { Objects } from './git/objects.ts'
import { emailOf } from './shapes/commit.ts'
import type { Account } from './state/account.ts'
import { type Repository, setRef, storedRef } from './state/repository.ts'
import type { World } from './world.ts'

/** What a path holds: text, bytes, an executable, a link (with its target), a submodule (with its commit), or nothing (null: removed). */
export type Content =
  | string
  | Uint8Array
  | { readonly executable: string }
  | { readonly link: string }
  | { readonly submodule: string }
  | null

export type Files = Readonly<Record<string, Content>>

/** Commits files over what a branch holds, without a signature, as a push by a person does. Gives the commit. */
export async function commitFiles(
  world: World,
  _repository: Repository,
  change: {
    readonly files: Files
    readonly message: string
    readonly by: Account
    readonly parent: string | null
    /** A second parent: the commit is a merge. */
    readonly merging?: string | undefined
  },
): Promise<string> {
  const changes = await Promise.all(
    Object.entries(change.files).map(([path, content]) => toChange(world, path, content)),
  )
  const base = change.parent === null ? null : (await world.objects.git('rev-parse', `${change.parent}^{tree}`)).trim()
  const who = { name: change.by.login, email: emailOf(change.by), date: world.time() }
  return writeCommit(world.objects, {
    tree: await editTree(world.objects, base, changes),
    parents: [change.parent, change.merging].flatMap((parent) => parent ?? []),
    author: who,
    committer: who,
    message: change.message,
    signature: null,
  })
}

async function toChange({ objects }: World, path: string, content: Content): Promise<TreeChange> {
  if (content === null) return { path, mode: '100644', sha: null }
  if (typeof content === 'string') return { path, mode: '100644', sha: await blob(objects, content) }
  if (content instanceof Uint8Array) return { path, mode: '100644', sha: await blob(objects, content) }
  if ('executable' in content) return { path, mode: '100755', sha: await blob(objects, content.executable) }
  if ('link' in content) return { path, mode: '120000', sha: await blob(objects, content.link) }
  return { path, mode: '160000', sha: content.submodule }
}

function blob(objects: Objects, content: string | Uint8Array): Promise<string> {
  return objects.write('blob', Buffer.from(content))
}

/** Reads a folder, as a fixture of `test/repos` is. A folder named `.git` is left out. */
export async function readFolder(folder: string): Promise<Files> {
  const files: Record<string, Content> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    const path = file.slice(join(folder, '/').length)
    if (path.split('/').includes('.git') || entry.isDirectory()) continue
    files[path] = entry.isSymbolicLink() ? { link: await readlink(file) } : await readContent(file)
  }
  return files
}

async function readContent(file: string): Promise<Content> {
  const bytes = await readFile(file)
  const executable = ((await stat(file)).mode & 0o100) !== 0
  return executable ? { executable: bytes.toString('utf8') } : bytes
}

/** Takes over the branches and tags of a local git repository; its present branch becomes the default branch. */
export async function cloneInto(world: World, repository: Repository, path: string): Promise<void> {
  const { git } = world.objects
  const to = storedRef(repository, 'refs/')
  await git('fetch', '--quiet', '--no-tags', path, `+refs/heads/*:${to}heads/*`, `+refs/tags/*:${to}tags/*`)
  const listed = await git('for-each-ref', '--format=%(objectname) %(refname)', to)
  for (const line of listed.split('\n').filter((one) => one !== '')) {
    const [sha = '', ref = ''] = line.split(' ')
    repository.refs.set(`refs/${ref.slice(to.length)}`, sha)
  }
  const head = (await git('ls-remote', '--symref', path, 'HEAD')).split('\n')[0] ?? ''
  const [, branch, detached] = /^ref: refs\/heads\/(\S+)|^([0-9a-f]{40})/.exec(head) ?? []
  if (branch !== undefined) repository.defaultBranch = branch
  else if (detached !== undefined) await setRef(world, repository, `refs/heads/${repository.defaultBranch}`, detached)
}
