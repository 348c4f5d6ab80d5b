import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import type { Repository } from '../repository.ts'
import { type Hosting, hostingFiles, isHerokuAppJson } from './hosting-table.ts'

/** Settings of hosting products. */
export const hosting: ExistingDetector = {
  id: 'hosting',
  reads: [...hostingFiles.keys(), 'app.json'].filter((name) => name !== 'captain-definition'),
  find(repository) {
    return repository.folders
      .filter((folder) => folder.split('/').length <= 3)
      .flatMap((folder) =>
        [...(repository.folder(folder)?.files ?? [])].sort().flatMap((name) => at(repository, folder, name)),
      )
  },
}

function at(repository: Repository, folder: string, name: string): readonly Existing[] {
  const path = folder === '.' ? name : `${folder}/${name}`
  if (name === 'app.json')
    return isHerokuAppJson(repository.json(path)) ? [entry(path, folder, { what: 'Heroku', to: 'heroku' })] : []
  const found = hostingFiles.get(name)
  if (!found || (found.holds && !found.holds.test(repository.text(path) ?? ''))) return []
  return [entry(path, folder, found)]
}

function entry(path: string, root: string, { what, to }: Hosting): Existing {
  return { path, what, role: 'config', to, root, line: null }
}
