import picomatch from 'picomatch'
import { get, type Json, list, record, text, texts } from '../json.ts'
import { once } from '../once.ts'
import { join, type Place, parent, placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import { nxManifest } from './nx.ts'
import { inlineProjects } from './nx-projects.ts'

/** A folder that defines a workspace, and the packages that belong to it. */
export interface WorkspaceRoot {
  readonly root: string
  /** The file that defines it, from the repository root. */
  readonly definition: string
  readonly tool: 'turbo' | 'nx' | 'lerna' | 'rush' | null
  /** The manager that only understands this form of definition; null where several do. */
  readonly manager: 'pnpm' | null
  /** Folders of the member packages, the root not among them, with their manifests. */
  readonly packages: ReadonlyMap<string, Manifest>
}

/** The manifest of every Node project by its folder, the root first: package.json, or what Nx keeps in its place. */
export const manifests: (repository: Repository) => ReadonlyMap<string, Manifest> = once((repository) => {
  const found = new Map<string, Manifest>()
  for (const folder of repository.folders) {
    const files = repository.folder(folder)?.files
    const own = files?.has('package.json') ? manifestOf(placeAt(repository, folder)) : null
    const isNx = files?.has('project.json') || inlineProjects(repository).has(folder)
    const nx = isNx && !own?.scripts.has('build') ? nxManifest(placeAt(repository, folder)) : null
    // A package.json beside project.json may hold no more than a name: what is built is said there.
    const manifest = own === null || /:(?:build|application|browser)/.test(nx?.nx.executor ?? '') ? (nx ?? own) : own
    if (manifest) found.set(folder, manifest)
  }
  return found
})

/** Every workspace of the repository by its root folder. */
export const workspaceRoots: (repository: Repository) => ReadonlyMap<string, WorkspaceRoot> = once((repository) => {
  const found = new Map<string, WorkspaceRoot>()
  for (const folder of repository.folders) {
    const files = repository.folder(folder)?.files
    if (!files?.has('package.json') && !files?.has('pnpm-workspace.yaml') && !files?.has('rush.json')) continue
    const workspace = define(placeAt(repository, folder))
    if (workspace) found.set(folder, workspace)
  }
  return found
})

/** The workspace that a folder is a member of, or the root of; null where there is none. */
export function workspaceOf(repository: Repository, folder: string): WorkspaceRoot | null {
  const roots = workspaceRoots(repository)
  for (let at: string | null = folder; at !== null; at = parent(at)) {
    const workspace = roots.get(at)
    if (workspace && (at === folder || workspace.packages.has(folder))) return workspace
  }
  return null
}

function define(place: Place): WorkspaceRoot | null {
  const tool = toolOf(place)
  if (place.has('rush.json')) return rush(place)
  const found = globsOf(place)
  if (!found) return tool === 'nx' ? nxWorkspace(place) : null
  const { name, globs } = found
  return {
    root: place.root,
    definition: place.at(name),
    tool,
    manager: name === 'pnpm-workspace.yaml' ? 'pnpm' : null,
    packages: members(place, globs),
  }
}

function nxWorkspace(place: Place): WorkspaceRoot {
  const packages = new Map([...manifests(place.repository)].filter(([, { nx }]) => nx?.root === place.root))
  return { root: place.root, definition: place.at('nx.json'), tool: 'nx', manager: null, packages }
}

function globsOf(place: Place): { readonly name: string; readonly globs: readonly string[] } | null {
  if (place.has('pnpm-workspace.yaml'))
    return { name: 'pnpm-workspace.yaml', globs: texts(get(place.yaml('pnpm-workspace.yaml'), 'packages')) }
  const defined = get(place.json('package.json'), 'workspaces')
  const globs = texts(Array.isArray(defined) ? defined : get(defined, 'packages'))
  if (globs.length > 0) return { name: 'package.json', globs }
  const lerna = texts(get(place.json('lerna.json'), 'packages'))
  return lerna.length > 0 ? { name: 'lerna.json', globs: lerna } : null
}

function toolOf(place: Place): WorkspaceRoot['tool'] {
  if (place.has('turbo.json') || place.has('turbo.jsonc')) return 'turbo'
  if (place.has('nx.json')) return 'nx'
  return place.has('lerna.json') ? 'lerna' : null
}

function members(place: Place, globs: readonly string[]): ReadonlyMap<string, Manifest> {
  const plain = (glob: string) => glob.replace(/^\.\//, '').replace(/\/+$/, '')
  const wanted = globs.filter((glob) => !glob.startsWith('!')).map(plain)
  const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => plain(glob.slice(1)))
  const isWanted = picomatch(wanted)
  const isLeft = left.length > 0 ? picomatch(left) : () => false
  const found = new Map<string, Manifest>()
  for (const [folder, manifest] of manifests(place.repository)) {
    const inside =
      place.root === '.' ? folder : folder.startsWith(`${place.root}/`) ? folder.slice(place.root.length + 1) : '.'
    if (inside !== '.' && isWanted(inside) && !isLeft(inside)) found.set(folder, manifest)
  }
  return found
}

function rush(place: Place): WorkspaceRoot {
  const all = manifests(place.repository)
  const projects = list(get(place.json('rush.json'), 'projects')).flatMap((project: Json) => {
    const folder = join(place.root, text(record(project).projectFolder) ?? '')
    const manifest = folder === null ? undefined : all.get(folder)
    return folder !== null && manifest ? [[folder, manifest] as const] : []
  })
  return {
    root: place.root,
    definition: place.at('rush.json'),
    tool: 'rush',
    manager: null,
    packages: new Map(projects),
  }
}

/** The workspace packages that a package depends on, directly or not, each before those that depend on it. */
export function membersOf(workspace: WorkspaceRoot, manifest: Manifest): readonly string[] {
  const folders = new Map([...workspace.packages].map(([folder, { name }]) => [name, folder]))
  const order: string[] = []
  const seen = new Set<string>()
  const visit = (at: Manifest) => {
    for (const name of at.all.keys()) {
      const folder = folders.get(name)
      const next = folder === undefined ? undefined : workspace.packages.get(folder)
      if (folder === undefined || !next || next === manifest || seen.has(folder)) continue
      seen.add(folder)
      visit(next)
      order.push(folder)
    }
  }
  visit(manifest)
  return order
}

/** The folder of the workspace package with a name, as a package in a folder imports it; null where there is none. */
export function workspaceFolder(place: Place, name: string): string | null {
  const workspace = workspaceOf(place.repository, place.root)
  for (const [folder, manifest] of workspace?.packages ?? []) if (manifest.name === name) return folder
  return null
}
