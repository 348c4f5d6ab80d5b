import type { PermissionName } from '../state/installation.ts'

/** One permission that suffices. */
export interface Permit {
  readonly name: PermissionName
  readonly level: 'read' | 'write'
}

/** Who may call a route: anybody, the app itself (by JWT), an installation, a person, anybody who says who they are, or who has one of these permissions. */
export type Needs = 'nothing' | 'app' | 'installation' | 'person' | 'somebody' | readonly Permit[]

/** One of these permissions suffices, for reading. */
export function reads(...names: PermissionName[]): readonly Permit[] {
  return names.map((name) => ({ name, level: 'read' }))
}

/** One of these permissions suffices, for writing. */
export function writes(...names: PermissionName[]): readonly Permit[] {
  return names.map((name) => ({ name, level: 'write' }))
}
