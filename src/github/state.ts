import { readBlobField, readBlobFields } from './blob-fields.ts'
import type { Client } from './client.ts'
import { type Mark, readMark } from './marker.ts'
import { type OrganisationFile, readOrganisationFields, withoutOrganisation } from './organisation.ts'
import {
  type Answer,
  type CommentNode,
  type Comments,
  commonFiles,
  earlier,
  type GitTarget,
  query,
  type Repository,
} from './state-query.ts'

/** A commit and its tree, 40 hex digits each. */
export interface Tip {
  readonly commit: string
  readonly tree: string
}

/** A pull request from our branch of this very repository. `ours`: opened by this app. */
export interface Pull {
  readonly number: number
  readonly url: string
  readonly state: 'open' | 'closed' | 'merged'
  readonly ours: boolean
  readonly title: string
  readonly body: string
  readonly base: string
}

/** The comment of this app on the issue. */
export interface Reply {
  readonly id: number
  /** The same in GraphQL. */
  readonly node: string
  readonly body: string
  readonly mark: Mark
}

/** Where things stand on GitHub, read in one call. */
export interface State {
  readonly repository: {
    readonly id: number
    readonly owner: string
    readonly ownerId: number | null
    readonly name: string
    readonly createdAt: string
    readonly private: boolean
    readonly archived: boolean
    readonly disabled: boolean
    /** Null: a repository without commits. */
    readonly defaultBranch: string | null
  }
  readonly head: Tip | null
  /** Our branch, or null where it is not there. */
  readonly branch: Tip | null
  /** Newest first. */
  readonly pulls: readonly Pull[]
  /** The lock file on our branch, while a pull request of ours from it is open. */
  readonly proposed: string | null
  readonly reply: Reply | null
  /** The issue in GraphQL; empty where none was asked about. */
  readonly issue: string
  /** Files that most repositories have, by git id: they come along, which saves a call later. */
  readonly blobs: ReadonlyMap<string, Uint8Array>
  /** The text of the repository's own `.github/cicd.yml`; null where there is none, or none that can be read. */
  readonly config: string | null
  /** What its organisation has for all repositories; null: its repository `.github` cannot be seen with this token. */
  readonly organisation: OrganisationFile | null
}

const mostPages = 30

/**
 * Reads where a repository and an issue stand: one call, and one more for each 100 comments that came after ours.
 * `issue` null: no issue is asked about. Null where the repository, or the issue, is not there for this app (any more).
 */
export async function readState(
  client: Client,
  asked: {
    readonly owner: string
    readonly name: string
    readonly issue: number | null
    readonly branch: string
    readonly lock: string
  },
): Promise<State | null> {
  const { issue, ...rest } = asked
  const variables = {
    ...rest,
    ref: `refs/heads/${asked.branch}`,
    lock: `refs/heads/${asked.branch}:${asked.lock}`,
    ...(issue === null ? {} : { issue, before: null }),
  }
  const { repository, organisation } = await client
    .graphql<Answer>(query(issue !== null), variables)
    .catch(withoutOrganisation<Answer>)
  if (repository === null) return null
  const thread = issue === null ? null : (repository.issueOrPullRequest ?? null)
  if (issue !== null && thread === null) return null
  const reply = issue === null || thread === null ? null : await findReply(client, { ...rest, issue }, thread.comments)
  const pulls = repository.pullRequests.nodes.filter((node) => !node.isCrossRepository).map(toPull)
  return {
    repository: facts(repository),
    head: tip(repository.defaultBranchRef?.target),
    branch: tip(repository.ref?.target),
    pulls,
    proposed: pulls.some(({ ours, state }) => ours && state === 'open') ? (repository.proposed?.text ?? null) : null,
    reply,
    issue: thread?.id ?? '',
    blobs: new Map(readBlobFields(repository)),
    config: configIn(repository),
    organisation: organisation === null ? null : readOrganisationFields(organisation),
  }
}

/** The newest comment of this app that bears our mark. `viewerDidAuthor` is true for comments of this very app. */
async function findReply(
  client: Client,
  asked: { readonly owner: string; readonly name: string; readonly issue: number },
  newest: Comments,
): Promise<Reply | null> {
  let page = newest
  for (let read = 1; ; read += 1) {
    const found = page.nodes.toReversed().flatMap(toReply)[0]
    if (found !== undefined) return found
    if (!page.pageInfo.hasPreviousPage || read === mostPages) return null
    const { owner, name, issue } = asked
    const variables = { owner, name, issue, before: page.pageInfo.startCursor }
    const next = await client.graphql<Pick<Answer, 'repository'>>(earlier, variables)
    if (!next.repository?.issueOrPullRequest) return null
    page = next.repository.issueOrPullRequest.comments
  }
}

/** The id is taken from the URL: `databaseId` is 32 bits wide and null for today's comments, `fullDatabaseId` young. */
function toReply({ id: node, url, viewerDidAuthor, body }: CommentNode): Reply[] {
  const mark = viewerDidAuthor ? readMark(body) : null
  const id = Number(/#issuecomment-(\d+)$/u.exec(url)?.[1])
  return mark === null || Number.isNaN(id) ? [] : [{ id, node, body, mark }]
}

function configIn(repository: Repository): string | null {
  const bytes = readBlobField(repository, commonFiles.indexOf('.github/cicd.yml'))
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

function facts(repository: Repository): State['repository'] {
  return {
    id: repository.databaseId,
    owner: repository.owner.login,
    ownerId: repository.owner.databaseId ?? null,
    name: repository.name,
    createdAt: repository.createdAt,
    private: repository.isPrivate,
    archived: repository.isArchived,
    disabled: repository.isDisabled,
    defaultBranch: repository.defaultBranchRef?.name ?? null,
  }
}

function tip(target: GitTarget | undefined): Tip | null {
  return target?.tree === undefined ? null : { commit: target.oid, tree: target.tree.oid }
}

function toPull(node: Repository['pullRequests']['nodes'][number]): Pull {
  const { number, url, title, body, baseRefName: base, viewerDidAuthor: ours } = node
  return { number, url, title, body, base, ours, state: states[node.state] }
}

const states = { OPEN: 'open', CLOSED: 'closed', MERGED: 'merged' } as const
