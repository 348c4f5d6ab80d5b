import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Project } from '@netlify/build-info'
import { NodeFS } from '@netlify/build-info/node'
import { kindOf, nothing, type Peer, type PeerApp, planOf } from './peer.ts'

/** `@netlify/build-info`: asked at the root and, where that gives nothing, in every folder with a package.json. */
export const netlify: Peer = {
  id: 'netlify',
  fields: ['outcome', 'apps', 'kind', 'framework', 'packageManager', 'install', 'build', 'output'],
  detect: async (directory) => {
    const atRoot = await ask(directory, '.')
    if (atRoot.length > 0) return planOf(atRoot)
    const below = await Promise.all(folders(directory).map((folder) => ask(directory, folder)))
    return planOf(below.flat())
  },
}

async function ask(directory: string, folder: string): Promise<readonly PeerApp[]> {
  const fs = new NodeFS()
  fs.cwd = directory
  const project = new Project(fs, join(directory, folder), directory).setEnvironment({}).setNodeVersion('v22.0.0')
  const settings = await project.getBuildSettings().catch(() => [])
  const manager = await project.detectPackageManager().catch(() => null)
  return settings.map((setting) => ({
    ...nothing,
    root: setting.packagePath || (setting.baseDirectory ? relative(directory, setting.baseDirectory) : '') || folder,
    kind: kindOf(setting.framework.id),
    framework: setting.framework.id,
    packageManager: manager?.name ?? null,
    install: manager?.installCommand ?? null,
    build: setting.buildCommand ?? null,
    output: setting.dist || null,
  }))
}

function folders(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === 'package.json' && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(directory, entry.parentPath) || '.')
}
