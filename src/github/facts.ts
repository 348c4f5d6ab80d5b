import type { RepositoryFacts, SubjectFacts } from '../model.ts'
import { at, type Place } from './place.ts'
import type { State } from './state.ts'
import { statusOf } from './status-of.ts'

/** What GitHub knows of the repository, but for how it forms the OIDC subject, which is a call of its own: `readSubject`. */
export function repositoryFacts(
  state: State,
  server: { readonly host: string; readonly enterprise: boolean },
): Omit<RepositoryFacts, 'subject'> {
  const { owner, name, id, ownerId, createdAt, defaultBranch, private: isPrivate } = state.repository
  return {
    host: server.host,
    enterprise: server.enterprise,
    owner,
    name,
    id,
    ownerId,
    createdAt,
    private: isPrivate,
    defaultBranch: defaultBranch ?? 'main',
  }
}

/**
 * How GitHub forms the OIDC subject of this repository, or why that is not known: the endpoint needs `actions: read`, and
 * GitHub Enterprise Server may not have it.
 */
export async function readSubject(place: Place): Promise<SubjectFacts> {
  try {
    const route = 'GET /repos/{owner}/{repo}/actions/oidc/customization/sub'
    const { data } = await place.client.request(route, at(place))
    return toSubject(data)
  } catch (error) {
    const status = statusOf(error)
    if (status === null) throw error
    return { known: false, why: `GitHub did not tell how it forms the OIDC subject (status ${status})` }
  }
}

/** `sub_claim_prefix` and `use_immutable_subject` are younger than Octokit's types (openapi-types 29, 2026). */
function toSubject(data: {
  readonly use_default: boolean
  readonly include_claim_keys?: readonly string[]
  readonly sub_claim_prefix?: unknown
  readonly use_immutable_subject?: unknown
}): SubjectFacts {
  const prefix = data.sub_claim_prefix
  const immutable = data.use_immutable_subject
  return {
    known: true,
    useDefault: data.use_default,
    claimKeys: data.include_claim_keys ?? [],
    prefix: typeof prefix === 'string' ? prefix : null,
    immutable: typeof immutable === 'boolean' ? immutable : null,
  }
}
