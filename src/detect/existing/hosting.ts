import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import { filesIn, foldersWithin, type Repository } from '../repository.ts'
import { type Hosting, hostingFiles, isHerokuAppJson } from './hosting-table.ts'

/** Settings of hosting products. */
export const hosting: ExistingDetector = {
  id: 'hosting',
  reads: [...hostingFiles.keys(), 'app.json'].filter((name) => name !== 'captain-definition'),
  find: (repository) =>
    foldersWithin(repository, 3).flatMap((folder) =>
      filesIn(repository, folder, (name) => name === 'app.json' || hostingFiles.has(name)).flatMap((path) =>
        at(repository, folder, path),
      ),
    ),
}

function at(repository: Repository, folder: string, path: string): readonly Existing[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name === 'app.json')
    return isHerokuAppJson(repository.json(path)) ? [entry(path, folder, { what: 'Heroku', to: 'heroku' })] : []
  const found = hostingFiles.get(name)
  if (!found || (found.holds && !found.holds.test(repository.text(path) ?? ''))) return []
  return [entry(path, folder, found)]
}

function entry(path: string, root: string, { what, to }: Hosting): Existing {
  return { path, what, role: 'config', to, root, line: null }
}
