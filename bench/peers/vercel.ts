import { frameworkList } from '@vercel/frameworks'
import {
  detectFramework,
  detectFrameworkRecord,
  getProjectPaths,
  LocalFileSystemDetector,
  packageManagers,
} from '@vercel/fs-detectors'
import { kindOf, nothing, type Peer, planOf } from './peer.ts'

const installs: Readonly<Record<string, string>> = {
  npm: 'npm install',
  yarn: 'yarn install',
  pnpm: 'pnpm install',
  bun: 'bun install',
}

/** `@vercel/fs-detectors`: the project paths, then the framework and its settings in each. */
export const vercel: Peer = {
  id: 'vercel',
  fields: ['outcome', 'apps', 'kind', 'framework', 'packageManager', 'install', 'build', 'output'],
  detect: async (directory) => {
    const fs = new LocalFileSystemDetector(directory)
    const paths = await getProjectPaths({ fs })
    const apps = await Promise.all(paths.map((path) => ask(fs, path)))
    return planOf(apps.flat())
  },
}

async function ask(fs: LocalFileSystemDetector, path: string) {
  const at = path === '' || path === '.' ? fs : fs.chdir(path)
  const found = await detectFrameworkRecord({ fs: at, frameworkList })
  if (!found) return []
  const manager =
    (await detectFramework({ fs: at, frameworkList: packageManagers })) ??
    (await detectFramework({ fs, frameworkList: packageManagers }))
  const { buildCommand, outputDirectory } = found.settings
  return [
    {
      ...nothing,
      root: path || '.',
      kind: kindOf(found.slug ?? ''),
      framework: found.slug,
      packageManager: manager,
      install: manager ? (installs[manager] ?? null) : null,
      build: buildCommand.value ? `${manager ?? 'npm'} run build` : null,
      output: 'value' in outputDirectory && outputDirectory.value !== 'N/A' ? outputDirectory.value : null,
    },
  ]
}
