import { randomBytes } from 'node:crypto'
import { allows, grantedTo, reaches } from '../access/permission.ts'
import { asFields, type Fields, optionalList } from '../http/fields.ts'
import { page } from '../http/pages.ts'
import { notFound, Refusal, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute, route } from '../http/route.ts'
import { asApp, asInstallation, asListedInstallation } from '../shapes/app.ts'
import { asRepository } from '../shapes/repository.ts'
import { findAccount } from '../state/account.ts'
import { type Installation, installationOf, type Permissions, repositoriesOf } from '../state/installation.ts'
import type { Repository } from '../state/repository.ts'

const anHour = 3_600_000

/** The app and its installations. https://docs.github.com/rest/apps/apps */
export const appRoutes: readonly Route[] = [
  route('get', '/app', 'app', ({ world }) => ok({ ...asApp(world), installations_count: world.installations.size })),
  route('get', '/app/installations', 'app', (call) => {
    const { items, headers } = page(call, [...call.world.installations.values()])
    return ok(
      items.map((one) => asListedInstallation(call.world, one)),
      headers,
    )
  }),
  route('get', '/app/installations/{installation_id}', 'app', (call) =>
    ok(asInstallation(call.world, installation(call, call.param('installation_id')))),
  ),
  route('post', '/app/installations/{installation_id}/access_tokens', 'app', createToken),
  repositoryRoute('get', '/repos/{owner}/{repo}/installation', 'app', ({ world }, repository) => {
    const found = installationOf(world, repository)
    if (found === null) throw notFound()
    return ok(asInstallation(world, found))
  }),
  route('get', '/orgs/{org}/installation', 'app', (call) =>
    ok(asInstallation(call.world, installationOn(call, call.param('org')))),
  ),
  route('get', '/users/{username}/installation', 'app', (call) =>
    ok(asInstallation(call.world, installationOn(call, call.param('username')))),
  ),
  route('get', '/installation/repositories', 'installation', (call) => {
    const { actor, world } = call
    if (actor.kind !== 'installation') throw notFound()
    const all = repositoriesOf(world, actor.installation).filter((one) => reaches(actor, one))
    const { items, headers } = page(call, all)
    const repositories = items.map((one) => asRepository(world, one))
    return ok({ total_count: all.length, repositories }, headers)
  }),
]

function installation(call: Call<never>, id: string): Installation {
  const found = call.world.installations.get(Number(id))
  if (found === undefined) throw notFound()
  return found
}

function installationOn(call: Call<never>, login: string): Installation {
  const account = findAccount(call.world, login)
  const found = [...call.world.installations.values()].find((one) => one.account.id === account?.id)
  if (found === undefined) throw notFound()
  return found
}

function createToken(call: Call<'installation_id'>) {
  const { fields, world } = call
  const found = installation(call, call.param('installation_id'))
  if (found.suspendedAt !== null) throw new Refusal(403, 'This installation has been suspended')
  const repositories = wantedRepositories(call, found)
  const permissions = wantedPermissions(found, fields)
  const expires = world.now() + anHour
  const token = `ghs_${randomBytes(18).toString('hex')}`
  const ids = repositories === null ? null : new Set(repositories.map((one) => one.id))
  world.tokens.set(token, { kind: 'installation', installation: found, repositories: ids, permissions, expires })
  const chosen = repositories === null ? {} : { repositories: repositories.map((one) => asRepository(world, one)) }
  const selection = repositories === null && found.repositories === 'all' ? 'all' : 'selected'
  const expiresAt = new Date(expires).toISOString().replace(/\.\d+Z/, 'Z')
  const body = { token, expires_at: expiresAt, permissions, repository_selection: selection, ...chosen } as const
  return created(body)
}

/** Null when the token is for all that the installation covers. */
function wantedRepositories(call: Call<never>, found: Installation): Repository[] | null {
  const names = optionalList(call.fields, 'repositories')
  const ids = optionalList(call.fields, 'repository_ids')
  if (names === null && ids === null) return null
  const all = repositoriesOf(call.world, found)
  const pick = (list: readonly unknown[] | null, key: 'name' | 'id') =>
    (list ?? []).map((wanted) => {
      const repository = all.find((one) => one[key] === wanted)
      if (repository !== undefined) return repository
      throw unprocessable(
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
      )
    })
  return [...pick(names, 'name'), ...pick(ids, 'id')]
}

function wantedPermissions(found: Installation, fields: Fields): Permissions {
  const all = {
    kind: 'installation',
    installation: found,
    repositories: null,
    permissions: found.permissions,
    expires: 0,
  } as const
  if (fields.permissions === undefined) return grantedTo(all)
  const wanted = Object.entries(asFields(fields.permissions))
  const chosen = Object.entries(found.permissions).flatMap(([name, given]) => {
    const level = wanted.find(([other]) => other === name)?.[1]
    if (level === undefined) return []
    if (level !== 'read' && level !== given) throw beyond()
    return [[name, level]]
  })
  if (chosen.length < wanted.length) throw beyond()
  const permissions: Permissions = Object.fromEntries(chosen)
  return allows(permissions, { name: 'metadata', level: 'read' }) ? permissions : { ...permissions, metadata: 'read' }
}

function beyond(): Refusal {
  return unprocessable('The permissions requested are not granted to this installation.')
}
