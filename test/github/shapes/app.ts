import type { components } from '@octokit/openapi-types'
import type { AppState, Installation } from '../state/installation.ts'
import type { World } from '../world.ts'
import { api, nodeId } from './urls.ts'
import { asUser } from './user.ts'

export function asApp(world: World, app: AppState = world.app) {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('App', app.id),
    client_id: app.clientId,
    owner: asUser(world, app.owner),
    name: app.name,
    description: null,
    external_url: 'https://example.com',
    html_url: `${world.pages}/apps/${app.slug}`,
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: { ...app.permissions },
    events: [...app.events],
  } satisfies components['schemas']['integration']
}

export function asInstallation(world: World, installation: Installation) {
  const { account, id } = installation
  const suspended = installation.suspendedAt
  return {
    id,
    account: asUser(world, account),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: api(world, `/app/installations/${id}/access_tokens`),
    repositories_url: api(world, '/installation/repositories'),
    html_url: `${world.pages}/settings/installations/${id}`,
    app_id: world.app.id,
    client_id: world.app.clientId,
    app_slug: world.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: { ...installation.permissions },
    events: [...world.app.events],
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: suspended === null ? null : asUser(world, account),
    suspended_at: suspended,
  } satisfies components['schemas']['installation']
}

/** The same in a list, where GitHub's description asks for the fields of an enterprise besides those of a user. */
export function asListedInstallation(world: World, installation: Installation) {
  const { createdAt, login } = installation.account
  const enterprise = { name: login, slug: login, created_at: createdAt, updated_at: createdAt }
  return { ...asInstallation(world, installation), account: { ...asUser(world, installation.account), ...enterprise } }
}
