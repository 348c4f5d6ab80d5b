import type { RepositoryFacts, Some } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { SubjectParameter } from '../oidc.ts'

/** One form of the repository in a subject: `repo:octo/app` or `repo:octo@1/app@2`. */
export interface RepositorySegment {
  readonly text: string
  readonly parameters: readonly SubjectParameter[]
}

interface Segments {
  readonly segments: Some<RepositorySegment>
  readonly form: 'name' | 'immutable' | 'both'
  readonly because: string
  readonly notes: readonly string[]
}

/** Repositories made, renamed or moved after this day have the immutable form. */
const immutableSince = '2026-07-16'

/** Host and path of the issuer of GitHub's tokens. */
export function issuerHost(repository: RepositoryFacts): string {
  if (repository.enterprise) return `${repository.host}/_services/token`
  // GitHub Enterprise Cloud with data residency has an issuer for each tenant.
  if (repository.host.endsWith('.ghe.com')) return `token.actions.${repository.host}`
  return 'token.actions.githubusercontent.com'
}

/** The repository part of the subject, in the form or forms that this repository may have. */
export function repositorySegments(repository: RepositoryFacts, texts: Texts): Segments {
  const { subject } = repository
  const name = nameSegment(repository)
  if (repository.enterprise) {
    return {
      segments: [name],
      form: 'name',
      because: texts.oidc.enterprise,
      notes: [],
    }
  }
  const told = subject.known ? prefixSegment(subject.prefix) : null
  if (subject.known && subject.immutable === true) {
    const because = texts.oidc.immutable
    return { segments: [told ?? idSegment(repository)], form: 'immutable', because, notes: [] }
  }
  if (subject.known && subject.immutable === false) {
    const because = texts.oidc.notImmutable
    return { segments: [told ?? name], form: 'name', because, notes: [texts.oidc.optIn] }
  }
  if (repository.createdAt !== null && repository.createdAt >= immutableSince) {
    const because = texts.oidc.createdOn(repository.createdAt.slice(0, 10))
    return { segments: [idSegment(repository)], form: 'immutable', because, notes: [] }
  }
  const because = texts.oidc.both
  return { segments: [name, idSegment(repository)], form: 'both', because, notes: [] }
}

function prefixSegment(prefix: string | null): RepositorySegment | null {
  return prefix === null ? null : { text: prefix, parameters: [] }
}

function nameSegment(repository: RepositoryFacts): RepositorySegment {
  const { owner } = repository
  if (owner === null)
    return { text: 'repo:${GitHubOwner}/${GitHubRepository}', parameters: ['GitHubOwner', 'GitHubRepository'] }
  return { text: `repo:${owner}/${repository.name}`, parameters: [] }
}

function idSegment(repository: RepositoryFacts): RepositorySegment {
  const { owner, name, ownerId, id } = repository
  if (owner !== null && ownerId !== null && id !== null)
    return { text: `repo:${owner}@${ownerId}/${name}@${id}`, parameters: [] }
  const known = owner !== null
  const [ownerText, nameText] = known ? [owner, name] : ['${GitHubOwner}', '${GitHubRepository}']
  return {
    text: `repo:${ownerText}@\${GitHubOwnerId}/${nameText}@\${GitHubRepositoryId}`,
    parameters: [
      ...(known ? [] : (['GitHubOwner', 'GitHubRepository'] as const)),
      'GitHubOwnerId',
      'GitHubRepositoryId',
    ],
  }
}
