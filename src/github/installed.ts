import type { Client } from './client.ts'

/** A repository that an installation covers, as GitHub lists it. `visibility` is `private` where GitHub says something new. */
export interface Installed {
  readonly id: number
  readonly owner: string
  readonly ownerId: number
  readonly name: string
  readonly createdAt: string | null
  readonly visibility: 'public' | 'internal' | 'private'
  readonly archived: boolean
  readonly disabled: boolean
  readonly fork: boolean
  /** Whether issues can be opened there. */
  readonly issues: boolean
}

const perPage = 100
const mostPages = 10

/**
 * The repositories that an installation covers, by name: no more than the first thousand, in one request for each hundred.
 * `more`: there are others. The client needs `metadata: read` for all of them.
 */
export async function installedRepositories(
  client: Client,
): Promise<{ readonly repositories: readonly Installed[]; readonly more: boolean }> {
  const found: Installed[] = []
  for (let page = 1; ; page += 1) {
    const { data } = await client.rest.apps.listReposAccessibleToInstallation({ per_page: perPage, page })
    found.push(...data.repositories.map(toInstalled))
    const more = data.repositories.length === perPage
    if (more && page < mostPages) continue
    return { repositories: found.toSorted(byName), more }
  }
}

type Answer = Awaited<ReturnType<Client['rest']['apps']['listReposAccessibleToInstallation']>>['data']['repositories']

function toInstalled(repository: Answer[number]): Installed {
  const { id, owner, name, visibility, archived, disabled, fork, has_issues } = repository
  return {
    ...{ id, owner: owner.login, ownerId: owner.id, name, archived, disabled, fork, issues: has_issues },
    createdAt: repository.created_at ?? null,
    visibility: repository.private ? (visibility === 'internal' ? 'internal' : 'private') : 'public',
  }
}

function byName(a: Installed, b: Installed): number {
  const [one, other] = [a.name.toLowerCase(), b.name.toLowerCase()]
  return one < other ? -1 : one > other ? 1 : a.id - b.id
}
