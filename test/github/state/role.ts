import type { Account } from './account.ts'
import type { Repository } from './repository.ts'

const ranks = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const
export type BaseRole = (typeof ranks)[number]

/** A role in a repository. A custom role has a name of its own over one of GitHub's roles. */
export interface Role {
  readonly base: BaseRole
  readonly name: string
}

/** `write`, or `custom-name:write` for a custom role over a base. */
export function parseRole(text: string): Role {
  const [first = '', second] = text.split(':')
  const base = ranks.find((one) => one === (second ?? first))
  if (base === undefined) throw new Error(`no such role: ${text}`)
  return { base, name: first }
}

/** What a person may do in a repository: as collaborator, owner, or anybody where it is public. */
export function roleOf(repository: Repository, account: Account): Role {
  const given = repository.collaborators.get(account.id)
  if (given !== undefined) return given
  if (repository.owner.id === account.id) return { base: 'admin', name: 'admin' }
  return repository.private ? { base: 'none', name: 'none' } : { base: 'read', name: 'read' }
}

export function atLeast(role: Role, wanted: BaseRole): boolean {
  return ranks.indexOf(role.base) >= ranks.indexOf(wanted)
}

const legacy = {
  none: 'none',
  read: 'read',
  triage: 'read',
  write: 'write',
  maintain: 'write',
  admin: 'admin',
} as const

/** The field `permission` of the collaborator endpoint, which knows four values only (REST docs, 2026-11). */
export function legacyPermission(role: Role): 'none' | 'read' | 'write' | 'admin' {
  return legacy[role.base]
}

/** The `permissions` of a user object. */
export function permissionFlags(role: Role) {
  return {
    admin: atLeast(role, 'admin'),
    maintain: atLeast(role, 'maintain'),
    push: atLeast(role, 'write'),
    triage: atLeast(role, 'triage'),
    pull: atLeast(role, 'read'),
  }
}
