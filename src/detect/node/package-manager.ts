import type { Proof } from '../finding.ts'
import { get, text } from '../json.ts'
import { type Place, parent, placeAt } from '../place.ts'
import { lockfiles, type ManagerName, majorByFormat, outOfStep } from './lockfiles.ts'
import type { Manifest } from './manifest.ts'
import { managerMentions } from './mentions.ts'
import { rushManager } from './rush.ts'
import type { WorkspaceRoot } from './workspaces.ts'

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
  readonly remarks: readonly string[]
  /** Managers between which nothing in the repository decides. */
  readonly tied: readonly string[]
}

interface Declared {
  readonly name: ManagerName
  readonly version: string | null
  readonly proof: Proof
}

interface Lock {
  readonly name: string
  readonly manager: ManagerName
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
  const inside = at.root === '.' ? place.root : place.root.slice(at.root.length + 1) || '.'
  const left = locks.filter((one) => one.manager !== decision.name).map((one) => one.name)
  return {
    name: decision.name,
    version: versionOf(at, decision, declared, lock),
    installRoot: at.root,
    lockfile: lock?.name ?? null,
    proof: decision.proof,
    missing: lock ? outOfStep(at, lock.name, manifest, inside) : [],
    remarks: [...decision.remarks, ...(lock && left.length > 0 ? [leftover(left, lock.name)] : [])],
    tied: decision.tied,
  }
}

const leftover = (left: readonly string[], kept: string) =>
  `${left.join(' and ')} ${left.length > 1 ? 'are' : 'is'} left over beside ${kept} and ${left.length > 1 ? 'are' : 'is'} not used; delete ${left.length > 1 ? 'them' : 'it'}.`

function locksIn(place: Place): readonly Lock[] {
  return lockfiles.filter((lock) => place.has(lock.name))
}

const isManager = (name: string): name is ManagerName => ['npm', 'yarn', 'pnpm', 'bun'].includes(name)

/** What package.json pins: `packageManager`, `devEngines.packageManager`, `volta`. */
function declaredBy(place: Place): Declared | null {
  const json = place.json('package.json')
  const field = text(get(json, 'packageManager'))
  const [, name = '', version = null] = /^(\w+)(?:@[\^~]?v?([\w.-]+))?/.exec(field ?? '') ?? []
  if (field !== null && isManager(name))
    return { name, version, proof: place.proof('package.json', `"packageManager": "${field}"`, '"packageManager"') }
  const engine = get(json, 'devEngines', 'packageManager')
  const engineName = text(get(engine, 'name')) ?? ''
  if (isManager(engineName))
    return {
      name: engineName,
      version: /\d[\w.-]*/.exec(text(get(engine, 'version')) ?? '')?.[0] ?? null,
      proof: place.proof('package.json', `devEngines.packageManager is ${engineName}`, '"devEngines"'),
    }
  for (const one of ['pnpm', 'yarn'] as const) {
    const pinned = text(get(json, 'volta', one))
    if (pinned)
      return {
        name: one,
        version: pinned,
        proof: place.proof('package.json', `volta pins ${one} ${pinned}`, '"volta"'),
      }
  }
  return null
}

// Corepack takes the nearest field upwards, workspace or not: https://github.com/nodejs/corepack (read 2026-11)
function declaredAbove(place: Place, locks: readonly Lock[]): Declared | null {
  for (let at = parent(place.root); at !== null; at = parent(at)) {
    const declared = declaredBy(placeAt(place.repository, at))
    if (declared)
      return locks.some((lock) => lock.manager === declared.name && agrees(place, lock, declared)) ? declared : null
  }
  return null
}

// A lockfile of Yarn 1 under a root that names Yarn 4 belongs to a project that is installed by itself.
function agrees(place: Place, lock: Lock, declared: Declared): boolean {
  const format = majorByFormat(place, lock.name)
  return lock.manager !== 'yarn' || format === null || (format === '1') === /^[01]\./.test(declared.version ?? '1.')
}

interface Decision {
  readonly name: ManagerName
  readonly proof: Proof
  readonly remarks: readonly string[]
  readonly tied: readonly string[]
}

const sure = (name: ManagerName, proof: Proof, ...remarks: readonly string[]): Decision => ({
  name,
  proof,
  remarks,
  tied: [],
})

function decide(
  at: Place,
  manifest: Manifest,
  locks: readonly Lock[],
  declared: Declared | null,
  workspace: WorkspaceRoot | null,
): Decision {
  const [only] = locks
  const fits = declared !== null && locks.some((lock) => lock.manager === declared.name)
  if (declared && (fits || !only)) return sure(declared.name, declared.proof)
  const marked = marker(at, workspace)
  if (!only)
    return (
      marked ??
      mentioned(at, manifest) ??
      sure('npm', at.proof('package.json', 'no lockfile and no package manager is named: npm'))
    )
  const proof = at.proof(only.name, `${only.name} is the lockfile of ${only.manager}`)
  if (locks.every((lock) => lock.manager === only.manager))
    return sure(only.manager, proof, ...(declared ? [mismatch(declared, only)] : []))
  return (
    among(locks, marked) ?? among(locks, mentioned(at, manifest)) ?? inStep(at, manifest, locks) ?? tie(locks, proof)
  )
}

const mismatch = (declared: Declared, lock: Lock) =>
  `package.json names ${declared.name}, but the only lockfile is ${lock.name}: ${lock.manager} is used, since it has the locked versions.`

function among(locks: readonly Lock[], decision: Decision | null): Decision | null {
  return decision && locks.some((lock) => lock.manager === decision.name) ? decision : null
}

/** Files that only one manager reads. */
function marker(at: Place, workspace: WorkspaceRoot | null): Decision | null {
  if (workspace?.manager === 'pnpm')
    return sure('pnpm', at.proof('pnpm-workspace.yaml', 'pnpm-workspace.yaml is read by pnpm alone'))
  const bun = at.pick('bunfig.toml', 'bun.lock', 'bun.lockb')
  if (bun) return sure('bun', at.proof(bun, `${bun} is a file of Bun`))
  const yarn = at.pick('.yarnrc.yml', '.yarnrc')
  if (yarn) return sure('yarn', at.proof(yarn, `${yarn} is read by Yarn alone`))
  const pnpm = at.pick('.pnpmfile.cjs')
  return pnpm ? sure('pnpm', at.proof(pnpm, `${pnpm} is read by pnpm alone`)) : null
}

function mentioned(at: Place, manifest: Manifest): Decision | null {
  const mention = managerMentions(at, manifest)
  return mention && sure(mention.manager, mention.proof)
}

function inStep(at: Place, manifest: Manifest, locks: readonly Lock[]): Decision | null {
  const good = locks.filter(
    (lock) => at.text(lock.name) !== undefined && outOfStep(at, lock.name, manifest, '.').length === 0,
  )
  const [one] = good
  return one && good.length === 1 && locks.every((lock) => at.text(lock.name) !== undefined)
    ? sure(one.manager, at.proof(one.name, `${one.name} is the only lockfile in step with package.json`))
    : null
}

function tie(locks: readonly Lock[], proof: Proof): Decision {
  const [first] = locks
  return { name: first?.manager ?? 'npm', proof, remarks: [], tied: locks.map((lock) => lock.name) }
}

function versionOf(at: Place, decision: Decision, declared: Declared | null, lock: Lock | null): string | null {
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
