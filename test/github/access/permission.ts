import { notAccessible, notFound, Refusal } from '../http/refusal.ts'
import { covers, type Permissions } from '../state/installation.ts'
import type { Repository } from '../state/repository.ts'
import { atLeast, roleOf } from '../state/role.ts'
import type { Actor } from './actor.ts'
import type { Needs, Permit } from './needs.ts'

/** Refuses who may not call a route outside of repositories. */
export function authorize(actor: Actor, needs: Needs): void {
  if (needs === 'nothing') return
  if (needs === 'app') {
    if (actor.kind !== 'app') throw new Refusal(401, 'A JSON web token could not be decoded')
    return
  }
  if (actor.kind === 'nobody') throw new Refusal(401, 'Requires authentication')
  if (needs === 'installation' && actor.kind !== 'installation') {
    throw new Refusal(403, 'You must authenticate with an installation access token.')
  }
  if (needs === 'person' && actor.kind !== 'person') throw notAccessible('')
}

/** Refuses who may not call a route of this repository: 404 for what the caller may not know of, else 403. */
export function authorizeFor(actor: Actor, repository: Repository, needs: Needs): void {
  if (needs === 'nothing' || needs === 'app') {
    authorize(actor, needs)
    return
  }
  const permits = typeof needs === 'string' ? [] : needs
  const writing = permits.some((permit) => permit.level === 'write')
  if (actor.kind === 'installation') authorizeInstallation(actor, repository, permits, writing)
  else authorizePerson(actor, repository, permits, writing)
  if (repository.disabled) throw new Refusal(403, 'Repository access blocked')
  if (writing && repository.archived) throw new Refusal(403, 'Repository was archived so is read-only.')
}

type InstallationActor = Extract<Actor, { kind: 'installation' }>

function authorizeInstallation(
  actor: InstallationActor,
  repository: Repository,
  permits: readonly Permit[],
  writing: boolean,
): void {
  if (!reaches(actor, repository)) {
    if (repository.private) throw notFound()
    if (writing) throw notAccessible(accepted(permits))
    return
  }
  const granted = grantedTo(actor)
  if (permits.length > 0 && !permits.some((permit) => allows(granted, permit))) throw notAccessible(accepted(permits))
}

function authorizePerson(actor: Actor, repository: Repository, permits: readonly Permit[], writing: boolean): void {
  if (actor.kind !== 'person') {
    if (actor.kind === 'app' || repository.private || writing) throw notFound()
    return
  }
  const role = roleOf(repository, actor.account)
  if (!atLeast(role, 'read')) throw notFound()
  const talks = permits.some((permit) => permit.name === 'issues' || permit.name === 'pull_requests')
  if (writing && !talks && !atLeast(role, 'write')) throw new Refusal(403, 'Must have push access to repository')
}

/** Whether a token is for this repository. */
export function reaches(actor: InstallationActor, repository: Repository): boolean {
  if (!covers(actor.installation, repository)) return false
  return actor.repositories === null || actor.repositories.has(repository.id)
}

/** What a token may do now: what it was made for, within what the installation still grants. */
export function grantedTo(actor: InstallationActor): Permissions {
  const still = Object.entries(actor.permissions).filter(([name, level]) =>
    Object.entries(actor.installation.permissions).some(
      ([other, given]) => other === name && (given === level || given !== 'read'),
    ),
  )
  return Object.fromEntries(still)
}

export function allows(granted: Permissions, permit: Permit): boolean {
  const level = granted[permit.name]
  return level !== undefined && (permit.level === 'read' || level === 'write' || level === 'admin')
}

function accepted(permits: readonly Permit[]): string {
  return permits.map((permit) => `${permit.name}=${permit.level}`).join('; ')
}
