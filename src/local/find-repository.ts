import { realpath, stat } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import { git } from './git.ts'

/** The top folder of the git repository that holds `path` (a bare one: the folder itself). Throws `UserError` where there is none. */
export async function findRepository(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new UserError(`There is no folder ${path}. Give the path of a local git repository.`)
  if (!found.isDirectory()) throw new UserError(`${path} is not a folder. Give the path of a local git repository.`)
  const top = await git(path, ['rev-parse', '--is-bare-repository', '--show-toplevel'])
  const [bare, folder] = top.stdout.toString('utf8').trim().split('\n')
  if (bare === 'true') return realpath(path)
  if (top.code === 0 && folder) return folder
  if (top.stderr.includes('dubious ownership')) {
    throw new UserError(
      `git does not trust ${path}: it belongs to another user. If you do, run: git config --global --add safe.directory ${await realpath(path)}`,
    )
  }
  throw new UserError(
    `${path} is not a git repository. Run git init and commit your files there, or give another path.`,
  )
}
