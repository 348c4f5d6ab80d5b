import type { FileChange } from '../git/history.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { repositoryApi, repositoryPage } from './urls.ts'

/** One changed file of a commit, comparison or pull request. */
export function asFile(world: World, repository: Repository, head: string, file: FileChange) {
  const page = (kind: string) => repositoryPage(world, repository, `/${kind}/${head}/${file.path}`)
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: page('blob'),
    raw_url: page('raw'),
    contents_url: repositoryApi(world, repository, `/contents/${file.path}?ref=${head}`),
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  }
}
