import { satisfies, validRange } from 'semver'
import type { Place } from '../place.ts'
import type { Manifest } from './manifest.ts'

export type ManagerName = 'npm' | 'yarn' | 'pnpm' | 'bun'

/** The name of a lockfile, and the manager that writes it. */
export interface Lockfile {
  readonly name: string
  readonly manager: ManagerName
}

/** The lockfiles of each package manager. */
export const lockfiles: readonly Lockfile[] = [
  { name: 'bun.lock', manager: 'bun' },
  { name: 'bun.lockb', manager: 'bun' },
  { name: 'pnpm-lock.yaml', manager: 'pnpm' },
  { name: 'yarn.lock', manager: 'yarn' },
  { name: 'package-lock.json', manager: 'npm' },
  { name: 'npm-shrinkwrap.json', manager: 'npm' },
]

/** The first characters hold the format's version and what the root package asks for. */
const head = 4_000
const stub = 400

// pnpm 9 wrote 9.0 first and pnpm 10 still does; 9 runs every install script, as the author of such a file may rely on.
// https://github.com/pnpm/spec/tree/master/lockfile (read 2026-11)
const pnpmByFormat: readonly (readonly [string, string])[] = [
  ['9', '9'],
  ['6', '8'],
  ['5', '7'],
]
// https://github.com/yarnpkg/berry/blob/master/packages/yarnpkg-core/sources/Project.ts LOCKFILE_VERSION (read 2026-11)
const yarnByFormat = (format: number): string => (format >= 7 ? '4' : format >= 5 ? '3' : '2')

/** The major version that a lockfile's format asks for; null where the format fits any, or is not known. */
export function majorByFormat(place: Place, lockfile: string): string | null {
  const text = place.text(lockfile)?.slice(0, head)
  if (text === undefined) return null
  if (lockfile === 'pnpm-lock.yaml') {
    const format = /^lockfileVersion: ['"]?(\d+)/m.exec(text)?.[1]
    return pnpmByFormat.find(([known]) => known === format)?.[1] ?? null
  }
  if (lockfile !== 'yarn.lock') return null
  const format = /^__metadata:\n\s+version: (\d+)/m.exec(text)?.[1]
  return format ? yarnByFormat(Number(format)) : text.includes('yarn lockfile v1') ? '1' : null
}

/**
 * The dependencies that a lockfile does not know, or knows at a version that the manifest does not allow, so that a frozen install would stop.
 * `folder`: the package's folder relative to the lockfile. Empty where the file was not read or its form is not known.
 */
export function outOfStep(place: Place, lockfile: string, manifest: Manifest, folder: string): readonly string[] {
  const text = place.text(lockfile)
  // A lockfile without any package is a stub that says nothing.
  if (text === undefined || text.length < stub) return []
  const check = checks.find(([name]) => name === lockfile)?.[1]
  if (!check || !isComparable(manifest)) return []
  const seek = seeker(lockfile === 'pnpm-lock.yaml' ? importers(text) : text)
  return [...manifest.installed].flatMap(([name, range]) =>
    validRange(range) !== null && !check({ text, seek, name, range, folder }) ? [name] : [],
  )
}

/**
 * The dependencies of a whole workspace that its lockfile does not know: one install serves all members, so that the first
 * of them stops it for every one.
 */
export function workspaceOutOfStep(
  place: Place,
  lockfile: string,
  packages: ReadonlyMap<string, Manifest>,
): readonly string[] {
  const missing = [...packages].flatMap(([folder, manifest]) => outOfStep(place, lockfile, manifest, folder))
  return [...new Set(missing)]
}

/** Why no manager can read a lockfile: the marks of a merge, or JSON that ends too early; null where it looks whole. */
export function whyBroken(place: Place, lockfile: string): 'conflict' | 'json' | null {
  const text = place.text(lockfile)?.trim()
  if (text === undefined || text === '') return null
  if (text.includes('\n<<<<<<< ') && text.includes('\n>>>>>>> ')) return 'conflict'
  const isWhole = !lockfile.endsWith('.json') || (text.startsWith('{') && text.endsWith('}'))
  return isWhole ? null : 'json'
}

/** The part of pnpm-lock.yaml that repeats the manifests; the rest lists what they bring along. */
function importers(text: string): string {
  const end = text.indexOf('\npackages:')
  return end < 0 ? text : text.slice(0, end)
}

/** Finds texts that come in the order of a sorted file with one pass over it; from the start where the order fails. */
function seeker(text: string): (...wanted: readonly string[]) => number {
  let from = 0
  return (...wanted) => {
    for (const one of wanted) {
      const next = text.indexOf(one, from)
      const at = next >= 0 ? next : text.lastIndexOf(one, from)
      if (at < 0) continue
      from = at
      return at
    }
    return -1
  }
}

// Overrides change what the lockfile says.
function isComparable({ raw }: Manifest): boolean {
  return !['resolutions', 'overrides', 'pnpm'].some((key) => key in raw)
}

interface Asked {
  readonly text: string
  readonly seek: (...wanted: readonly string[]) => number
  readonly name: string
  readonly range: string
  readonly folder: string
}

type Check = (asked: Asked) => boolean

const checks: readonly (readonly [string, Check])[] = [
  ['package-lock.json', inNpmLock],
  ['npm-shrinkwrap.json', inNpmLock],
  ['yarn.lock', ({ seek, name, range }) => seek(`${name}@${range}`, `${name}@npm:${range}`) >= 0],
  ['pnpm-lock.yaml', ({ seek, name }) => seek(` ${name}:`, ` '${name}':`, `/${name}/`) >= 0],
  ['bun.lock', ({ seek, name }) => seek(`"${name}":`) >= 0],
]

function inNpmLock({ text, seek, name, range, folder }: Asked): boolean {
  const own = folder === '.' ? -1 : text.indexOf(`"${folder}/node_modules/${name}": {`)
  const at = own >= 0 ? own : seek(`"node_modules/${name}": {`)
  const start = at >= 0 ? at : seek(`"${name}": {`)
  if (start < 0) return false
  const version = /"version": "([^"]+)"/.exec(text.slice(start, start + 300))?.[1]
  return version === undefined || at < 0 || satisfies(version, range, { includePrerelease: true })
}
