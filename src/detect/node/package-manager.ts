import type { Proof } from '../finding.ts'
import { once } from '../once.ts'
import { type Place, placeAt } from '../place.ts'
import { type Declared, declaredAbove, declaredBy } from './declared-manager.ts'
import {
  type Lockfile,
  lockfiles,
  type ManagerName,
  majorByFormat,
  outOfStep,
  whyBroken,
  workspaceOutOfStep,
} from './lockfiles.ts'
import { type Decision, decide } from './manager-decision.ts'
import type { Manifest } from './manifest.ts'
import { rushManager } from './rush.ts'
import { manifests, type WorkspaceRoot } from './workspaces.ts'

/** How the packages of a folder are installed. */
export interface ManagerChoice {
  readonly name: ManagerName
  /** As pinned, or the major that the lockfile's format asks for. */
  readonly version: string | null
  /** The folder in which the install runs. */
  readonly installRoot: string
  /** Name of the lockfile in `installRoot`; null: none. */
  readonly lockfile: string | null
  readonly proof: Proof
  /** Dependencies that the lockfile lacks. */
  readonly missing: readonly string[]
  /** Why the lockfile cannot be read. */
  readonly broken: ReturnType<typeof whyBroken>
  readonly remarks: readonly string[]
  /** Managers between which nothing in the repository decides. */
  readonly tied: readonly string[]
}

/** Which manager installs a package, from its own folder and the root of its workspace. */
export function chooseManager(place: Place, manifest: Manifest, workspace: WorkspaceRoot | null): ManagerChoice {
  const rush = workspace?.tool === 'rush' ? rushManager(place.repository, workspace.root) : null
  if (rush) return rush
  const root = workspace ? placeAt(place.repository, workspace.root) : place
  const locks = locksIn(root).length > 0 ? locksIn(root) : locksIn(place)
  const at = locksIn(root).length > 0 || locks.length === 0 ? root : place
  const declared = declaredBy(place) ?? (root === place ? null : declaredBy(root)) ?? declaredAbove(place, locks)
  const decision = decide(at, manifest, locks, declared, workspace)
  const lock = locks.find((one) => one.manager === decision.name) ?? null
  const left = locks.filter((one) => one.manager !== decision.name).map((one) => one.name)
  return {
    name: decision.name,
    version: versionOf(at, decision, declared, lock),
    installRoot: at.root,
    lockfile: lock?.name ?? null,
    proof: decision.proof,
    missing: lock ? missingFrom(at, lock.name, manifest, workspace) : [],
    broken: lock && whyBroken(at, lock.name),
    remarks: [...decision.remarks, ...(lock && left.length > 0 ? [at.texts.seen.leftover(left, lock.name)] : [])],
    tied: decision.tied,
  }
}

function missingFrom(
  at: Place,
  lockfile: string,
  manifest: Manifest,
  workspace: WorkspaceRoot | null,
): readonly string[] {
  if (!workspace) return outOfStep(at, lockfile, manifest, '.')
  const members = new Set([...workspace.packages.values()].map(({ name }) => name))
  const missing =
    workspace.root === at.root ? missingInWorkspace(workspace)(at, lockfile) : outOfStep(at, lockfile, manifest, '.')
  // Packages of the workspace are linked, and some lockfiles do not list them.
  return missing.filter((name) => !members.has(name))
}

/** Worked out once for each workspace and lockfile, however many members it has. */
const missingInWorkspace = once((workspace: WorkspaceRoot) => {
  const known = new Map<string, readonly string[]>()
  return (at: Place, lockfile: string): readonly string[] => {
    const root = manifests(at.repository).get(at.root)
    const inside = (folder: string) => (at.root === '.' ? folder : folder.slice(at.root.length + 1))
    const packages = new Map([...workspace.packages].map(([folder, manifest]) => [inside(folder), manifest] as const))
    const found =
      known.get(lockfile) ?? workspaceOutOfStep(at, lockfile, root ? new Map([['.', root], ...packages]) : packages)
    known.set(lockfile, found)
    return found
  }
})

function locksIn(place: Place): readonly Lockfile[] {
  return lockfiles.filter((lock) => place.has(lock.name))
}

function versionOf(at: Place, decision: Decision, declared: Declared | null, lock: Lockfile | null): string | null {
  if (declared?.name === decision.name && declared.version) return declared.version
  if (decision.name === 'yarn') {
    const release = at.folder.folders.has('.yarn') ? yarnRelease(at) : null
    if (release) return release
  }
  return lock ? majorByFormat(at, lock.name) : null
}

/** The version of a Yarn that is kept in the repository: `.yarn/releases/yarn-4.1.0.cjs`. */
function yarnRelease(at: Place): string | null {
  const files = at.repository.folder(at.at('.yarn/releases'))?.files ?? []
  for (const file of files) {
    const version = /^yarn-(\d[\w.-]*)\.c?js$/.exec(file)?.[1]
    if (version) return version
  }
  return null
}
