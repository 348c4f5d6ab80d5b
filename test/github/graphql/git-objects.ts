import { type Commit, readCommit, type Signature } from '../git/commit.ts'
import { listCommits } from '../git/history.ts'
import { findPath, readTree, type TreeItem, typeOf } from '../git/tree.ts'
import { accountOfEmail, verificationOf } from '../shapes/commit.ts'
import { nodeId, repositoryPage } from '../shapes/urls.ts'
import { type Repository, resolve } from '../state/repository.ts'
import { connect, type Slice } from './connection.ts'
import { accountNode } from './people.ts'
import type { Node, View } from './view.ts'

/** Longer text is cut off. Seen with github.com; GitHub does not document the number. */
const longestText = 512_000

/** What an expression of git names: `main`, `SHA`, `SHA:path`; null where there is nothing. */
export async function findObject(view: View, repository: Repository, expression: string): Promise<Node> {
  const colon = expression.indexOf(':')
  const name = colon < 0 ? expression : expression.slice(0, colon)
  const sha = resolve(repository, name)
  if (sha === null) return null
  if (colon < 0) return objectNode(view, repository, sha)
  const tree = (await readCommit(view.world.objects, sha))?.tree ?? sha
  const found = await findPath(view.world.objects, tree, expression.slice(colon + 1))
  return found === null || typeOf(found.mode) === 'commit' ? null : objectNode(view, repository, found.sha)
}

export async function objectNode(view: View, repository: Repository, oid: string): Promise<Node> {
  const object = await view.world.objects.read(oid)
  if (object === null) return null
  const identity = { oid, abbreviatedOid: oid.slice(0, 7), id: nodeId('GitObject', `${repository.id}:${oid}`) }
  if (object.type === 'blob') return { __typename: 'Blob', ...identity, ...blobFields(object.content) }
  if (object.type === 'tree') return { __typename: 'Tree', ...identity, entries: () => entries(view, repository, oid) }
  const commit = await readCommit(view.world.objects, oid)
  return commit === null ? null : { __typename: 'Commit', ...identity, ...commitFields(view, repository, oid, commit) }
}

function blobFields(content: Buffer) {
  const isBinary = content.subarray(0, 8000).includes(0)
  const isTruncated = !isBinary && content.length > longestText
  const text = isBinary ? null : content.toString('utf8', 0, longestText)
  return { byteSize: content.length, isBinary, isTruncated, text }
}

async function entries(view: View, repository: Repository, oid: string): Promise<readonly Node[]> {
  const items = (await readTree(view.world.objects, oid)) ?? []
  return Promise.all(items.map((item) => entryNode(view, repository, item)))
}

async function entryNode(view: View, repository: Repository, { mode, name, sha }: TreeItem): Promise<Node> {
  const type = typeOf(mode)
  const object = () => (type === 'commit' ? null : objectNode(view, repository, sha))
  const size = type === 'blob' ? ((await view.world.objects.read(sha))?.content.length ?? 0) : 0
  return { name, path: name, mode: Number.parseInt(mode, 8), type, oid: sha, size, object }
}

function commitFields(view: View, repository: Repository, oid: string, commit: Commit): Node {
  const { verified } = verificationOf(commit)
  return {
    message: commit.message,
    messageHeadline: commit.message.split('\n', 1)[0] ?? '',
    committedDate: commit.committer.date,
    authoredDate: commit.author.date,
    url: repositoryPage(view.world, repository, `/commit/${oid}`),
    author: actorNode(view, commit.author),
    committer: actorNode(view, commit.committer),
    signature: verified ? { isValid: true, email: 'noreply@github.com', wasSignedByGitHub: true } : null,
    tree: () => objectNode(view, repository, commit.tree),
    parents: (slice: Slice) => connect(slice, commit.parents, (sha) => objectNode(view, repository, sha)),
    history: async (slice: Slice & { path?: string | null }) => {
      const { path } = slice
      const found = await listCommits(view.world.objects, oid, typeof path === 'string' ? ['--', path] : [])
      return connect(slice, found, (sha) => objectNode(view, repository, sha))
    },
  }
}

function actorNode(view: View, who: Signature): Node {
  const account = accountOfEmail(view.world, who.email)
  return { ...who, user: account?.type === 'User' ? accountNode(view, account) : null }
}
