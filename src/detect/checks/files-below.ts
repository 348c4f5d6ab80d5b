import type { Place } from '../place.ts'
import type { Folder } from '../repository.ts'

/** One file below a place. `name` is its path from the place. */
export interface FileBelow {
  readonly name: string
  /** From the repository root. */
  readonly path: string
}

/**
 * The files below a place that a rule accepts by their path from the place (`tests/test_api.py`), nearest first. Folders of other
 * projects (`isOther`), and folders that are ignored everywhere, are left out with all below them.
 */
export function filesBelow(
  { root, repository }: Place,
  accepts: (name: string) => boolean,
  isOther: (folder: Folder, name: string) => boolean,
): readonly FileBelow[] {
  const start = root === '.' ? '' : `${root}/`
  const others: string[] = []
  return repository.folders
    .filter((path) => path === root || (path !== '.' && path.startsWith(start)))
    .flatMap((path): readonly FileBelow[] => {
      const folder = repository.folder(path)
      const name = path === root ? '' : path.slice(start.length)
      if (!folder || others.some((one) => path.startsWith(one))) return []
      if (name === '' || !isOther(folder, name)) return accepted(folder, name === '' ? '' : `${name}/`, start, accepts)
      others.push(`${path}/`)
      return []
    })
}

function accepted(
  folder: Folder,
  below: string,
  start: string,
  accepts: (name: string) => boolean,
): readonly FileBelow[] {
  return [...folder.files]
    .map((file) => below + file)
    .filter(accepts)
    .sort()
    .map((name) => ({ name, path: start + name }))
}
