import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

/** Who gave the command: both are compared, since a login can be taken over by another person. */
export interface Actor {
  readonly id: number
  readonly login: string
}

/** What counts as a role for commands; a custom role counts as what it is based on. */
export type Role = 'write' | 'maintain' | 'admin'

/**
 * Whether a person may give commands. `no`: GitHub says so. `unknown`: GitHub could not be asked, which counts as no.
 * `why` is for the log.
 */
export type Permission =
  | { readonly allowed: true; readonly role: Role }
  | { readonly allowed: false; readonly because: 'no' | 'unknown'; readonly why: string }

/**
 * Asks the collaborator-permission endpoint, and nothing else: `author_association` is no authority. Its `permission` is the
 * legacy role, so maintain counts as write, triage as read, and a custom role as what it is based on.
 * Never throws: whatever goes wrong is `allowed: false`.
 */
export async function permissionOf(place: Place, actor: Actor): Promise<Permission> {
  try {
    const asked = { ...at(place), username: actor.login }
    const answer = await place.client.rest.repos.getCollaboratorPermissionLevel(asked)
    const { permission, role_name: name, user } = answer.data
    if (user?.id !== actor.id) return no(`${actor.login} is another person now`)
    if (permission === 'admin') return { allowed: true, role: 'admin' }
    if (permission === 'write') return { allowed: true, role: name === 'maintain' ? 'maintain' : 'write' }
    return no(`has ${permission} access`)
  } catch (error) {
    return { allowed: false, because: 'unknown', why: `the permission could not be read (${statusOf(error) ?? 'bug'})` }
  }
}

function no(why: string): Permission {
  return { allowed: false, because: 'no', why }
}
