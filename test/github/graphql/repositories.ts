import { reads } from '../access/needs.ts'
import { Refusal } from '../http/refusal.ts'
import { nodeId, repositoryPage } from '../shapes/urls.ts'
import { findIssue } from '../state/issue.ts'
import { isPull, type PullIssue } from '../state/pull.ts'
import { fullName, type Repository } from '../state/repository.ts'
import { roleOf } from '../state/role.ts'
import { connect, type Slice } from './connection.ts'
import { findObject, objectNode } from './git-objects.ts'
import { issueNode } from './issues.ts'
import { accountNode } from './people.ts'
import { pullNode } from './pulls.ts'
import { type Node, permitted, type View } from './view.ts'

/** Which pull requests are asked for. */
export interface PullSlice extends Slice {
  readonly states?: readonly string[] | null
  readonly headRefName?: string | null
  readonly baseRefName?: string | null
  readonly orderBy?: { readonly direction: 'ASC' | 'DESC' } | null
}

export function repositoryNode(view: View, repository: Repository): Node {
  const contents = <T>(get: () => T) => permitted(view, repository, reads('contents'), get)
  const talk = <T>(get: () => T) => permitted(view, repository, reads('issues', 'pull_requests'), get)
  const { actor } = view
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullName(repository),
    owner: accountNode(view, repository.owner),
    url: repositoryPage(view.world, repository),
    isPrivate: repository.private,
    isArchived: repository.archived,
    isDisabled: repository.disabled,
    isEmpty: repository.refs.size === 0,
    isFork: repository.parent !== null,
    createdAt: repository.createdAt,
    pushedAt: repository.pushedAt,
    viewerPermission: actor.kind === 'person' ? roleOf(repository, actor.account).base.toUpperCase() : null,
    defaultBranchRef: () => contents(() => refNode(view, repository, `refs/heads/${repository.defaultBranch}`)),
    ref: ({ qualifiedName }: { qualifiedName: string }) => contents(() => findRef(view, repository, qualifiedName)),
    refs: (args: Slice & { refPrefix: string }) =>
      contents(() => connect(args, refsBelow(repository, args.refPrefix), (ref) => refNode(view, repository, ref))),
    object: ({ expression, oid }: { expression?: string; oid?: string }) =>
      contents(() => findObject(view, repository, expression ?? oid ?? 'HEAD')),
    issue: ({ number }: { number: number }) => talk(() => issueOf(view, repository, number, 'issue')),
    issueOrPullRequest: ({ number }: { number: number }) => talk(() => issueOf(view, repository, number, 'either')),
    pullRequest: ({ number }: { number: number }) => talk(() => issueOf(view, repository, number, 'pull')),
    pullRequests: (args: PullSlice) =>
      permitted(view, repository, reads('pull_requests'), () => pullsOf(view, repository, args)),
    environments: (slice: Slice) =>
      connect(slice, repository.environments, ({ id, name }) => ({
        id: nodeId('Environment', id),
        databaseId: id,
        name,
      })),
  }
}

/** The words that name what is missing in GitHub's refusals. */
const kinds = { issue: 'an Issue', pull: 'a PullRequest', either: 'an issue or pull request' } as const

/** The issue or pull request of a number. One that is not there is an error besides a null. */
function issueOf(view: View, repository: Repository, number: number, wanted: keyof typeof kinds): Node {
  const issue = findIssue(repository, number)
  if (issue === null || (wanted !== 'either' && isPull(issue) !== (wanted === 'pull'))) {
    throw new Refusal(404, `Could not resolve to ${kinds[wanted]} with the number of ${number}.`)
  }
  return isPull(issue) ? pullNode(view, repository, issue) : issueNode(view, repository, issue)
}

function pullsOf(view: View, repository: Repository, args: PullSlice) {
  const found = repository.issues.filter(isPull).filter((issue) => fits(issue, args))
  const ordered = args.orderBy?.direction === 'DESC' ? found.toReversed() : found
  return connect(args, ordered, (issue) => pullNode(view, repository, issue))
}

function fits({ pull, state }: PullIssue, { baseRefName, headRefName, states }: PullSlice): boolean {
  const shown = pull.mergedAt === null ? state.toUpperCase() : 'MERGED'
  return (
    (states ?? [shown]).includes(shown) &&
    (headRefName ?? pull.headRef) === pull.headRef &&
    (baseRefName ?? pull.baseRef) === pull.baseRef
  )
}

function findRef(view: View, repository: Repository, name: string): Node {
  const ref = [name, `refs/${name}`, `refs/heads/${name}`].find((one) => repository.refs.has(one))
  return ref === undefined ? null : refNode(view, repository, ref)
}

function refsBelow(repository: Repository, prefix: string): string[] {
  return [...repository.refs.keys()].filter((ref) => ref.startsWith(prefix)).sort()
}

export function refNode(view: View, repository: Repository, ref: string): Node {
  const sha = repository.refs.get(ref)
  if (sha === undefined) return null
  const prefix = /^refs\/[^/]+\//.exec(ref)?.[0] ?? 'refs/'
  const name = ref.slice(prefix.length)
  return {
    __typename: 'Ref',
    id: nodeId('Ref', `${repository.id}:${ref}`),
    name,
    prefix,
    target: () => objectNode(view, repository, sha),
    associatedPullRequests: (args: PullSlice) => pullsOf(view, repository, { ...args, headRefName: name }),
  }
}
