import { wantedBases, wantedEdits } from './decide/bases.ts'
import { wanted } from './detect.ts'
import type { Tree } from './model.ts'
import { type RepositoryReader, readTree } from './tree.ts'

/**
 * Reads all that `propose` needs of a repository, and what else is asked for once the first files are there; null for one without commits.
 * The app and the command line read alike.
 */
export async function readRepository(
  reader: RepositoryReader,
  also: (read: Tree) => readonly string[] = () => [],
): Promise<Tree | null> {
  const head = await reader.head()
  if (head === null) return null
  const paths = (round: number, read: Tree) =>
    round === 0 ? wanted(0, read) : [...wanted(round, read), ...wantedEdits(read), ...also(read)]
  return readTree(reader, head.commit, paths, wantedBases)
}
