import type { NodeProject } from '../node/project.ts'
import { expressionOf, literal, setting, withoutComments } from '../source.ts'
import type { Framework } from './framework.ts'
import { configProof, folder } from './read.ts'

/** Create React App after `npm run eject`: scripts/build.js, with the folders in config/paths.js. */
export const ejectedReactApp: Framework = {
  id: 'create-react-app',
  packages: ['react-dev-utils'],
  configs: ['config/paths'],
  builds: ['node scripts/build'],
  describe: (project, use) => {
    if (use.script === null) return null
    const set = literal(/\(\s*([^)]*)\)/.exec(expressionOf(use.source, 'appBuild') ?? '')?.[1] ?? '')
    return {
      kind: 'static',
      spa: true,
      build: null,
      output: folder(set ?? 'build'),
      ...proofOf(project, use.config, set, 'appBuild'),
    }
  },
}

/** The webpack template of Vue 2: build/build.js, with the folder in config/index.js. */
export const vueTemplate: Framework = {
  id: 'webpack',
  packages: ['webpack'],
  configs: ['config/index'],
  builds: ['node build/build'],
  describe: (project, use) => {
    if (use.script === null) return null
    const set = setting(withoutComments(use.source), 'assetsRoot')
    const output = set ? folder(set.replace(/^\.\.\//, '')) : 'dist'
    return {
      kind: 'static',
      spa: true,
      build: null,
      output,
      ...proofOf(project, use.config, set ?? null, 'assetsRoot'),
    }
  },
}

function proofOf(project: NodeProject, config: string | null, set: string | null, key: string) {
  return config === null || set === null ? {} : { outputProof: configProof(project, config, key, `${key}: ${set}`) }
}
