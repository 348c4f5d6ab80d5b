import { readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { findRepository } from './find-repository.ts'

/**
 * The git repositories that a folder stands for, by name: the folder itself where it is the top of one, else those of the folders right below
 * it that are, else the one it lies in. Throws `UserError` where there is none. No link is followed and nothing is searched deeper.
 */
export async function findRepositories(folder: string): Promise<readonly string[]> {
  if (await isRepository(folder)) return [folder]
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name))
  const found: string[] = []
  for (const one of below.toSorted()) if (await isRepository(one)) found.push(one)
  if (found.length > 0) return found
  return [await around(folder)]
}

/** By its files, without running git: `.git` of a clone or a worktree, or a bare repository. */
async function isRepository(folder: string): Promise<boolean> {
  if (await exists(join(folder, '.git'))) return true
  const bare = await Promise.all(['HEAD', 'objects', 'refs'].map((name) => exists(join(folder, name))))
  return bare.every(Boolean)
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function around(folder: string): Promise<string> {
  const top = await findRepository(folder).catch((error: unknown) => error)
  if (typeof top === 'string') return realpath(top)
  const there = await exists(folder)
  throw there ? new UserError(({ survey }) => survey.notFound(folder)) : top
}
