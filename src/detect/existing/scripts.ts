import type { Existing } from '../../model.ts'
import type { ExistingDetector } from '../detector.ts'
import { readPipeline } from './pipeline-text.ts'

const name = /^(ci-)?deploy[\w-]*(\.sh)?$|^[\w-]+[-_]deploy\.sh$/
const folders: ReadonlySet<string> = new Set(['.', 'scripts', 'script', 'bin', 'deploy', 'deployment', 'ci', '.ci'])

/** Shell scripts that deploy by hand. */
export const deployScripts: ExistingDetector = {
  id: 'deploy-scripts',
  reads: ['deploy*.sh', '*deploy.sh', 'bin/deploy', 'bin/ci-deploy', 'script/deploy', 'scripts/deploy'],
  find(repository) {
    return [...folders].flatMap((folder) =>
      [...(repository.folder(folder)?.files ?? [])]
        .filter((file) => name.test(file))
        .sort()
        .flatMap((file): readonly Existing[] => {
          const path = folder === '.' ? file : `${folder}/${file}`
          const [first] = readPipeline(repository.text(path) ?? '', path).deploys
          if (!first) return []
          return [{ path, what: 'deploy script', role: 'config', to: first.to, root: null, line: first.line }]
        }),
    )
  },
}
