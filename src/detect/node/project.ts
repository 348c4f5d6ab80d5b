import { once } from '../once.ts'
import { type Place, placeAt } from '../place.ts'
import type { Repository } from '../repository.ts'
import type { Manifest } from './manifest.ts'
import { chooseManager, type ManagerChoice } from './package-manager.ts'
import { manifests, type WorkspaceRoot, workspaceOf } from './workspaces.ts'

/** A folder with a manifest, and how its packages are installed. */
export interface NodeProject {
  readonly place: Place
  readonly manifest: Manifest
  readonly workspace: WorkspaceRoot | null
  readonly manager: ManagerChoice
  /** The manifest's file from the folder: `package.json`, for some projects of Nx `project.json` or a file of the root. */
  readonly file: string
}

const projects: (repository: Repository) => Map<string, NodeProject | null> = once(() => new Map())

/** The Node project at a place; null where there is no readable package.json. Worked out once for each folder. */
export function nodeProject(place: Place): NodeProject | null {
  const known = projects(place.repository)
  const found = known.get(place.root)
  if (found !== undefined) return found
  const made = make(place)
  known.set(place.root, made)
  return made
}

function make(place: Place): NodeProject | null {
  const manifest = manifests(place.repository).get(place.root)
  if (!manifest) return null
  const workspace = workspaceOf(place.repository, place.root)
  return {
    place,
    manifest,
    workspace,
    manager: chooseManager(place, manifest, workspace),
    file: manifest.nx?.file ?? 'package.json',
  }
}

/** Every Node project of a repository, the root first. */
export function nodeProjects(repository: Repository): readonly NodeProject[] {
  return [...manifests(repository).keys()].flatMap((folder) => nodeProject(placeAt(repository, folder)) ?? [])
}
