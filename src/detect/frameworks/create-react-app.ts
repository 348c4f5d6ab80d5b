import { majorOf } from '../node/manifest.ts'
import type { NodeProject } from '../node/project.ts'
import type { Framework, Use } from './framework.ts'
import { folder, scriptProof } from './read.ts'

/** Create React App, also through craco, react-app-rewired and rescripts (case D2): `build`, or what BUILD_PATH says. */
export const createReactApp: Framework = {
  id: 'create-react-app',
  packages: ['react-scripts', 'react-scripts-ts', '@craco/craco', 'react-app-rewired', '@rescripts/cli'],
  configs: ['craco.config', 'config-overrides', '.rescriptsrc'],
  builds: [
    'react-scripts build',
    'react-scripts-ts build',
    'craco build',
    'react-app-rewired build',
    'rescripts build',
  ],
  describe: (project, use) => {
    const set = buildPath(project, use)
    return {
      kind: 'static',
      spa: true,
      output: set?.path ?? 'build',
      build: 'react-scripts build',
      ...(set ? { outputProof: set.proof } : {}),
    }
  },
}

function buildPath(project: NodeProject, use: Use) {
  const { place } = project
  const given = use.build?.env.BUILD_PATH
  if (given && use.script !== null)
    return { path: folder(given), proof: scriptProof(project, use.script, `BUILD_PATH=${given}`) }
  for (const name of ['.env.production', '.env']) {
    const path = /^BUILD_PATH=['"]?([^'"\n#]+)/m.exec(place.text(name) ?? '')?.[1]?.trim()
    if (path) return { path: folder(path), proof: place.proof(name, `BUILD_PATH=${path}`, 'BUILD_PATH') }
  }
  return null
}

/** Whether the bundler of a project is webpack 4 or older, which needs OpenSSL's old algorithms from Node 17 on. */
export function hasWebpack4({ manifest }: NodeProject): boolean {
  const major = (name: string) => majorOf(manifest.all.get(name))
  const older = (name: string, than: number) => (major(name) ?? than) < than
  return (
    older('react-scripts', 5) ||
    older('@vue/cli-service', 5) ||
    older('webpack', 5) ||
    older('@angular/core', 12) ||
    older('nuxt', 3) ||
    older('gatsby', 3) ||
    older('next', 11)
  )
}
