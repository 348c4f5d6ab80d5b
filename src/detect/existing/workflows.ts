import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import type { Repository } from '../repository.ts'
import { readPipeline } from './pipeline-text.ts'

/** GitHub Actions. Workflows that neither test nor deploy (labels, stale issues, code scanning) are left out. */
export const workflows: ExistingDetector = {
  id: 'github-actions',
  reads: ['.github/workflows/*.yml', '.github/workflows/*.yaml'],
  find(repository) {
    const files = [...(repository.folder('.github/workflows')?.files ?? [])]
      .filter((name) => /\.ya?ml$/.test(name))
      .sort()
    return files.flatMap((name) => read(repository, `.github/workflows/${name}`))
  },
}

// Of a workflow that deploys, only what runs on pull requests is a check of them.
function read(repository: Repository, path: string): readonly Existing[] {
  const text = repository.text(path)
  if (text === undefined) return []
  const { deploys, checks, folder } = readPipeline(text, path)
  const what = 'GitHub Actions'
  const found = deploys.map(({ to, line, folder: root }): Existing => ({ path, what, role: 'deploy', to, root, line }))
  const isCheck = checks !== null && (found.length === 0 || /^\s*"?pull_request"?\b|\[.*pull_request/m.test(text))
  return isCheck ? [...found, { path, what, role: 'ci', to: null, root: folder, line: checks }] : found
}
