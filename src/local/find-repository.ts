import { realpath, stat } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import { git } from './git.ts'

/** The top folder of the git repository that holds `path` (a bare one: the folder itself). Throws `UserError` where there is none. */
export async function findRepository(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UserError(({ local }) => local.noFolder(path))
  if (!found.isDirectory()) throw new UserError(({ local }) => local.notFolder(path))
  const top = await git(path, ['rev-parse', '--is-bare-repository', '--show-toplevel'])
  const [bare, folder] = top.stdout.toString('utf8').trim().split('\n')
  if (bare === 'true') return realpath(path)
  if (top.code === 0 && folder) return folder
  if (top.stderr.includes('dubious ownership')) {
    const folder = await realpath(path)
    throw new UserError(({ local }) => local.distrusted(path, folder))
  }
  throw new UserError(({ local }) => local.notRepository(path))
}
