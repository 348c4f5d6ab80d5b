import { intersects, satisfies, valid, validRange } from 'semver'
import { once } from '../once.ts'
import type { NodeProject } from './project.ts'

/** A package of the manifest that wants another version of a second package of the manifest than is locked. */
export interface PeerConflict {
  readonly name: string
  readonly peer: string
  /** What it wants. */
  readonly range: string
  /** What is locked. */
  readonly version: string
}

/**
 * The first conflict that stops `npm ci` with ERESOLVE; null where none is certain. Lockfiles of npm 7 and later repeat what
 * each package wants beside it; npm only goes on where a package that the manifest does not name is in the way.
 * Source: https://docs.npmjs.com/cli/v11/using-npm/config#legacy-peer-deps (2026-11-22); tried with npm 11.
 */
export const peerConflict: (project: NodeProject) => PeerConflict | null = once((project) => {
  const { manager, manifest, place, workspace } = project
  if (manager.name !== 'npm' || manager.lockfile === null || workspace !== null) return null
  const text = place.text(manager.lockfile) ?? ''
  if (!text.includes('"peerDependencies"') || 'overrides' in manifest.raw) return null
  if (/^\s*(?:legacy-peer-deps|force)\s*=\s*true/m.test(place.text('.npmrc') ?? '')) return null
  const versions = new Map<string, string>()
  let from = 0
  const blocks = [...manifest.installed.keys()].sort().flatMap((name) => {
    const { block, at } = blockOf(text, name, from)
    from = at
    const version = /^ {6}"version": "([^"]+)"/m.exec(block ?? '')?.[1]
    if (version !== undefined) versions.set(name, version)
    return block?.includes('"peerDependencies"') ? [{ name, block }] : []
  })
  for (const { name, block } of blocks) {
    const found = wanted(block).find(({ peer, range }) =>
      clashes(manifest.installed.get(peer), versions.get(peer), range),
    )
    if (found) return { name, ...found, version: versions.get(found.peer) ?? '' }
  }
  return null
})

// What the manifest allows must have nothing in common with it: else npm may take another version.
function clashes(allowed: string | undefined, version: string | undefined, range: string): boolean {
  if (allowed === undefined || version === undefined || valid(version) === null) return false
  if (validRange(allowed) === null || validRange(range) === null) return false
  return !satisfies(version, range, { includePrerelease: true }) && !intersects(allowed, range)
}

/** The entry of an installed package, as npm writes it, and where it begins: entries are sorted, so that the next one comes later. */
function blockOf(text: string, name: string, from: number): { readonly block: string | null; readonly at: number } {
  const wanted = `\n    "node_modules/${name}": {`
  const later = text.indexOf(wanted, from)
  const start = later < 0 ? text.lastIndexOf(wanted, from) : later
  const end = start < 0 ? -1 : text.indexOf('\n    }', start + 1)
  return end < 0 ? { block: null, at: from } : { block: text.slice(start, end), at: start }
}

function wanted(block: string): readonly { readonly peer: string; readonly range: string }[] {
  const listed = /\n {6}"peerDependencies": \{([^}]*)\}/.exec(block)?.[1] ?? ''
  const meta = /\n {6}"peerDependenciesMeta": \{([\s\S]*?)\n {6}\}/.exec(block)?.[1] ?? ''
  const isOptional = (peer: string) => meta.includes(`"${peer}": {\n          "optional": true`)
  // A plain dependency of the same name counts instead, and is installed below the package.
  const own = /\n {6}"dependencies": \{([^}]*)\}/.exec(block)?.[1] ?? ''
  return [...listed.matchAll(/"([^"]+)": "([^"]+)"/g)].flatMap(([, peer = '', range = '']) =>
    isOptional(peer) || own.includes(`"${peer}": `) ? [] : [{ peer, range }],
  )
}
