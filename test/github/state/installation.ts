import type { components } from '@octokit/openapi-types'
import type { World } from '../world.ts'
import type { Account } from './account.ts'
import type { Repository } from './repository.ts'

export type Permissions = components['schemas']['app-permissions']
export type PermissionName = keyof Permissions

/** Events that an app may subscribe to and that this stand-in sends. */
export type EventName = 'issue_comment' | 'issues' | 'pull_request' | 'push' | 'check_run' | 'repository'

/** The GitHub App under test. */
export interface AppState {
  readonly id: number
  readonly clientId: string
  slug: string
  name: string
  readonly owner: Account
  /** `slug[bot]`. */
  readonly bot: Account
  readonly privateKey: string
  readonly publicKey: string
  webhookSecret: string
  /** Where deliveries go; null: nowhere yet, they are logged as failed. */
  webhookUrl: string | null
  permissions: Permissions
  events: EventName[]
  readonly createdAt: string
}

export interface Installation {
  readonly id: number
  readonly account: Account
  /** Repository ids, or all of the account. */
  repositories: 'all' | Set<number>
  permissions: Permissions
  suspendedAt: string | null
  readonly createdAt: string
}

/** An installation access token, or a person's token. */
export type Token =
  | { readonly kind: 'person'; readonly account: Account }
  | {
      readonly kind: 'installation'
      readonly installation: Installation
      /** Null: whatever the installation has at the time of the call. */
      readonly repositories: ReadonlySet<number> | null
      readonly permissions: Permissions
      /** Milliseconds since 1970. */
      readonly expires: number
    }

export function covers(installation: Installation, repository: Repository): boolean {
  if (installation.account.id !== repository.owner.id) return false
  return installation.repositories === 'all' || installation.repositories.has(repository.id)
}

/** The installation of the app that a repository belongs to, or null. */
export function installationOf(world: World, repository: Repository): Installation | null {
  return [...world.installations.values()].find((one) => covers(one, repository)) ?? null
}

export function repositoriesOf(world: World, installation: Installation): Repository[] {
  return [...world.repositories.values()].filter((one) => covers(installation, one))
}

/** Installs the app on an account, or changes the installation that is there. */
export function install(
  world: World,
  account: Account,
  repositories: 'all' | Set<number>,
  permissions: Permissions,
): Installation {
  const found = [...world.installations.values()].find((one) => one.account.id === account.id)
  if (found !== undefined) {
    found.repositories = repositories
    found.permissions = permissions
    return found
  }
  const createdAt = world.time()
  const made = { id: world.id(), account, repositories, permissions, suspendedAt: null, createdAt }
  world.installations.set(made.id, made)
  return made
}
