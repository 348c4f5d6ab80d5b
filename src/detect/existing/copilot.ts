import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'

/** AWS Copilot: `copilot/<service>/manifest.yml`, `copilot/pipelines/<name>/manifest.yml` (case G28). */
export const copilot: ExistingDetector = {
  id: 'copilot',
  reads: ['copilot/*/manifest.yml', 'copilot/pipelines/*/manifest.yml', 'copilot/.workspace'],
  find(repository) {
    return repository.folders
      .filter((folder) => /^copilot\/(pipelines\/)?[^/]+$/.test(folder) && repository.has(`${folder}/manifest.yml`))
      .map((folder): Existing => {
        const pipeline = folder.startsWith('copilot/pipelines/')
        const path = `${folder}/manifest.yml`
        return {
          path,
          what: 'AWS Copilot',
          role: pipeline ? 'deploy' : 'config',
          to: 'copilot',
          root: null,
          line: null,
        }
      })
  },
}
