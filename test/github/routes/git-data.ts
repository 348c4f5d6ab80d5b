import { reads, writes } from '../access/needs.ts'
import { refuseEmpty } from '../changes/change-ref.ts'
import { signaturesOf } from '../changes/signatures.ts'
import { readCommit, writeCommit } from '../git/commit.ts'
import { readTree } from '../git/tree.ts'
import { optionalText, text, texts } from '../http/fields.ts'
import { notFound, unprocessable } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asGitCommit } from '../shapes/commit.ts'
import { nodeId, repositoryApi } from '../shapes/urls.ts'
import type { Repository } from '../state/repository.ts'

type InRepository = Call<'owner' | 'repo'>

/** Blobs and commits. https://docs.github.com/rest/git */
export const gitDataRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/git/blobs/{file_sha}', reads('contents'), async (call, repository) => {
    const sha = call.param('file_sha')
    const object = await call.world.objects.read(sha)
    if (object?.type !== 'blob') throw notFound()
    const content = (object.content.toString('base64').match(/.{1,60}/g) ?? []).map((line) => `${line}\n`).join('')
    const body = {
      sha,
      ...place(call, repository, 'blobs', sha),
      size: object.content.length,
      content,
      encoding: 'base64',
    }
    return ok(body)
  }),
  repositoryRoute('post', '/repos/{owner}/{repo}/git/blobs', writes('contents'), async (call, repository) => {
    refuseEmpty(repository)
    const encoding = optionalText(call.fields, 'encoding') ?? 'utf-8'
    if (encoding !== 'utf-8' && encoding !== 'base64') throw unprocessable('Unsupported encoding')
    const content = Buffer.from(text(call.fields, 'content'), encoding === 'base64' ? 'base64' : 'utf8')
    const sha = await call.world.objects.write('blob', content)
    return created({ sha, url: repositoryApi(call.world, repository, `/git/blobs/${sha}`) })
  }),
  repositoryRoute(
    'get',
    '/repos/{owner}/{repo}/git/commits/{commit_sha}',
    reads('contents'),
    async (call, repository) => {
      const sha = call.param('commit_sha')
      const commit = await readCommit(call.world.objects, sha)
      if (commit === null) throw notFound()
      return ok(asGitCommit(call.world, repository, sha, commit))
    },
  ),
  repositoryRoute('post', '/repos/{owner}/{repo}/git/commits', writes('contents'), createCommit),
]

function place(call: InRepository, repository: Repository, kind: string, sha: string) {
  return { url: repositoryApi(call.world, repository, `/git/${kind}/${sha}`), node_id: nodeId('GitObject', sha) }
}

async function createCommit(call: InRepository, repository: Repository) {
  refuseEmpty(repository)
  const { actor, fields, world } = call
  const message = text(fields, 'message')
  const tree = text(fields, 'tree')
  if ((await readTree(world.objects, tree)) === null) throw unprocessable('Tree SHA does not exist')
  const parents = texts(fields, 'parents')
  for (const parent of parents) {
    if ((await readCommit(world.objects, parent)) === null)
      throw unprocessable(`Parent SHA does not exist or is not a commit object`)
  }
  const people = signaturesOf(world, actor, fields)
  const sha = await writeCommit(world.objects, { tree, parents, message, ...people })
  const commit = await readCommit(world.objects, sha)
  if (commit === null) throw new Error(`commit ${sha} cannot be read back`)
  const body = asGitCommit(world, repository, sha, commit)
  return created(body, { location: body.url })
}
