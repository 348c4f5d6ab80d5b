import type { Proof } from '../finding.ts'
import { get, text } from '../json.ts'
import { type Place, parent, placeAt } from '../place.ts'
import { type Lockfile, type ManagerName, majorByFormat } from './lockfiles.ts'

/** The package manager that a manifest names. */
export interface Declared {
  readonly name: ManagerName
  readonly version: string | null
  readonly proof: Proof
}

/** Whether a word is the name of a package manager. */
export const isManager = (name: string): name is ManagerName => ['npm', 'yarn', 'pnpm', 'bun'].includes(name)

/** What package.json pins: `packageManager`, `devEngines.packageManager`, `volta`. */
export function declaredBy(place: Place): Declared | null {
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
      proof: place.proof('package.json', `devEngines.packageManager: ${engineName}`, '"devEngines"'),
    }
  for (const one of ['pnpm', 'yarn'] as const) {
    const pinned = text(get(json, 'volta', one))
    if (pinned)
      return {
        name: one,
        version: pinned,
        proof: place.proof('package.json', `volta: ${one} ${pinned}`, '"volta"'),
      }
  }
  return null
}

/** What a folder above names, where the lockfile agrees. Corepack takes the nearest field upwards, workspace or not: https://github.com/nodejs/corepack (read 2026-11) */
export function declaredAbove(place: Place, locks: readonly Lockfile[]): Declared | null {
  for (let at = parent(place.root); at !== null; at = parent(at)) {
    const declared = declaredBy(placeAt(place.repository, at))
    if (declared)
      return locks.some((lock) => lock.manager === declared.name && agrees(place, lock, declared)) ? declared : null
  }
  return null
}

// A lockfile of Yarn 1 under a root that names Yarn 4 belongs to a project that is installed by itself.
function agrees(place: Place, lock: Lockfile, declared: Declared): boolean {
  const format = majorByFormat(place, lock.name)
  return lock.manager !== 'yarn' || format === null || (format === '1') === /^[01]\./.test(declared.version ?? '1.')
}
