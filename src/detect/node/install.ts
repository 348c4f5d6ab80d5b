import type { Detector } from '../detector.ts'
import { type Finding, find } from '../finding.ts'
import { type Place, placeAt } from '../place.ts'
import { isIgnored } from '../repository.ts'
import { frozenInstall } from './install-command.ts'
import { lockfiles } from './lockfiles.ts'
import { peerConflict } from './npm-peers.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { readmesFor } from './readme.ts'
import { manifests, membersOf } from './workspaces.ts'

// Larger lockfiles are not worth their download: only the format and the names of the direct dependencies are looked at.
const maxLockfile = 1_000_000

/** Package manager, lockfile, workspace and install command of a Node project. */
export const nodeInstall: Detector = {
  id: 'node-install',
  stack: 'node',
  reads: [
    ...[
      'package.json',
      'project.json',
      'workspace.json',
      'pnpm-workspace.yaml',
      'lerna.json',
      'rush.json',
      'turbo.json',
      'nx.json',
      '.npmrc',
      '.yarnrc.yml',
    ],
    ...[
      'Dockerfile',
      'Dockerfile.*',
      '*.Dockerfile',
      'amplify.yml',
      'apprunner.yaml',
      'buildspec.yml',
      'buildspec.yaml',
    ],
    ...[
      'netlify.toml',
      'vercel.json',
      'render.yaml',
      'railway.toml',
      'railway.json',
      'Procfile',
      '.gitlab-ci.yml',
      '.travis.yml',
    ],
    ...['.github/workflows/*.yml', '.github/workflows/*.yaml'],
  ],
  follows: (repository) => {
    const sizes = new Map(repository.tree.entries.map((entry) => [entry.path, entry.size ?? 0]))
    const folders = [...manifests(repository).keys()].filter((folder) => !isIgnored(folder))
    const locks = folders
      .flatMap((folder) => lockfiles.map(({ name }) => placeAt(repository, folder).at(name)))
      .filter((path) => !path.endsWith('.lockb') && (sizes.get(path) ?? maxLockfile + 1) <= maxLockfile)
    return [...locks, ...folders.flatMap((folder) => readmes(placeAt(repository, folder)))]
  },
  find: (place) => {
    const project = nodeProject(place)
    return project ? [...manager(project), ...install(project), ...tie(project)] : []
  },
}

/** The read-mes that may tell: of the manager, where no lockfile or more than one does; of the build, where Next.js may export. */
function readmes(place: Place): readonly string[] {
  const locks = lockfiles.filter(({ name }) => place.has(name))
  const exports = (place.text('package.json') ?? '').includes('next export')
  return locks.length === 1 && !exports ? [] : readmesFor(place).map(({ place: at, name }) => at.at(name))
}

function manager(project: NodeProject): readonly Finding[] {
  const { manager, place, workspace, manifest } = project
  const { proof } = manager
  const at = placeAt(place.repository, manager.installRoot)
  return [
    find('packageManager', { name: manager.name, version: manager.version }, proof),
    ...(manager.lockfile
      ? [
          find(
            'lockfile',
            at.at(manager.lockfile),
            at.proof(manager.lockfile, place.texts.seen.lockedVersions(manager.lockfile)),
          ),
        ]
      : []),
    ...(workspace && workspace.packages.size > 0
      ? [
          find(
            'workspace',
            {
              root: workspace.root,
              manager: manager.name,
              packageName: manifest.name,
              tool: workspace.tool,
              members: membersOf(workspace, manifest),
            },
            {
              path: workspace.definition,
              line: null,
              says: place.texts.seen.definesWorkspace(workspace.packages.size),
            },
          ),
        ]
      : []),
    ...manager.remarks.map((remark) => find('remark', remark, proof)),
  ]
}

/** The install command, to be run in the place's own folder: each of these finds the workspace root by itself, npm is told. */
function install(project: NodeProject): readonly Finding[] {
  const { manager, manifest, place } = project
  const at = placeAt(place.repository, manager.installRoot)
  if (manifest.all.size === 0 && project.workspace === null)
    return [find('install', null, place.proof('package.json', place.texts.seen.noDependencies))]
  const command = withFlags(project, frozenInstall(project))
  const proof = manager.lockfile
    ? at.proof(
        manager.lockfile,
        manager.broken !== null
          ? place.texts.seen.cannotBeRead(manager.lockfile)
          : manager.missing.length === 0
            ? place.texts.seen.isThere(manager.lockfile)
            : place.texts.seen.lacks(manager.lockfile, named(project)),
      )
    : place.proof('package.json', place.texts.seen.noLockfile)
  return [find('install', command, proof), ...advice(project, proof)]
}

/** Peer conflicts that the lockfile shows, or that the repository's own automation installs over. */
function withFlags(project: NodeProject, command: string): string {
  const { manager, place } = project
  if (manager.name !== 'npm') return command
  if (peerConflict(project)) return `${command} --legacy-peer-deps`
  const files = [place.root, '.'].flatMap((root) => {
    const at = placeAt(place.repository, root)
    const workflows =
      root === '.'
        ? [...(at.repository.folder('.github/workflows')?.files ?? [])].map((name) => `.github/workflows/${name}`)
        : []
    return ['Dockerfile', 'amplify.yml', 'netlify.toml', 'vercel.json', ...workflows].map((name) => at.text(name) ?? '')
  })
  const legacy = files.some((text) => /npm (?:ci|i|install)[^\n&|;]* --legacy-peer-deps/.test(text))
  return legacy ? `${command} --legacy-peer-deps` : command
}

const named = ({ manager: { missing }, place }: NodeProject) =>
  place.texts.seen.someOf(missing.slice(0, 3), Math.max(0, missing.length - 3))

function advice(project: NodeProject, proof: Finding['proof'][0]): readonly Finding[] {
  const { manager, place } = project
  if (manager.lockfile === null) return [find('remark', place.texts.seen.noLockfileRemark(manager.name), proof)]
  const texts = place.texts.packages
  if (manager.broken !== null) {
    const text = manager.broken === 'conflict' ? texts.conflictingLockfile : texts.brokenLockfile
    return [find('remark', text(manager.lockfile, manager.name), proof)]
  }
  const conflict = peerConflict(project)
  const remark = conflict && texts.peerConflict(conflict.name, conflict.peer, conflict.range, conflict.version)
  const peers = remark === null ? [] : [find('remark', remark, proof)]
  if (manager.missing.length === 0) return peers
  return [...peers, find('remark', place.texts.seen.outOfStep(manager.lockfile, named(project), manager.name), proof)]
}

function tie({ manager, place }: NodeProject): readonly Finding[] {
  if (manager.tied.length < 2) return []
  const text = place.texts.seen.tiedLocks(manager.tied)
  return [find('question', { text, choices: ['/cicd setup'] }, manager.proof)]
}
