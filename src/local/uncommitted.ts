import { git } from './git.ts'

/** How many files of the working tree differ from HEAD or are new; 0 for a bare repository. */
export async function uncommitted(directory: string): Promise<number> {
  const status = await git(directory, ['status', '--porcelain', '-z', '--ignore-submodules=all'])
  if (status.code !== 0) return 0
  return status.stdout
    .toString('utf8')
    .split('\0')
    .filter((line) => /^.{2} /.test(line)).length
}
