import { reads, writes } from '../access/needs.ts'
import { writeFiles } from '../changes/write-files.ts'
import { readCommit } from '../git/commit.ts'
import { findPath, readTree, type TreePath, typeOf } from '../git/tree.ts'
import { optionalText, text } from '../http/fields.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { created, ok } from '../http/replies.ts'
import { type Call, type Route, repositoryRoute } from '../http/route.ts'
import { asGitCommit } from '../shapes/commit.ts'
import { repositoryApi, repositoryPage } from '../shapes/urls.ts'
import { type Repository, resolve } from '../state/repository.ts'

type OfPath = Call<'owner' | 'repo' | 'path'>

/** Files by path. https://docs.github.com/rest/repos/contents */
export const contentRoutes: readonly Route[] = [
  repositoryRoute('get', '/repos/{owner}/{repo}/contents/{path}', reads('contents'), getContent),
  repositoryRoute('put', '/repos/{owner}/{repo}/contents/{path}', writes('contents'), putContent),
]

async function getContent(call: OfPath, repository: Repository) {
  const commit = await lookUp(call, repository, call.query.get('ref') ?? repository.defaultBranch)
  const path = call.param('path').replace(/\/$/, '')
  const found = await findPath(call.world.objects, commit, path)
  if (found === null) throw notFound()
  const base = entry(call, repository, found)
  if (found.mode === '040000') {
    const items = (await readTree(call.world.objects, found.sha)) ?? []
    const list = items.map(({ name, ...rest }) => entry(call, repository, { path: `${path}/${name}`, ...rest }))
    return ok(list.map((one) => ({ ...one, type: kinds[one.mode] ?? ('file' as const) })))
  }
  if (found.mode === '160000') return ok({ ...base, type: 'submodule', submodule_git_url: '' } as const)
  const content = (await call.world.objects.read(found.sha))?.content ?? Buffer.alloc(0)
  const size = content.length
  if (found.mode === '120000') return ok({ ...base, type: 'symlink', size, target: content.toString('utf8') } as const)
  // Above 1 MB GitHub gives no content: https://docs.github.com/rest/repos/contents (2026-11)
  const encoded = size > 1_048_576 ? '' : content.toString('base64')
  const encoding = size > 1_048_576 ? 'none' : 'base64'
  return ok({ ...base, type: 'file', size, content: encoded, encoding } as const)
}

const kinds: Record<string, 'dir' | 'submodule' | 'symlink'> = {
  '040000': 'dir',
  '160000': 'submodule',
  '120000': 'symlink',
}

async function lookUp(call: Call<never>, repository: Repository, name: string): Promise<string> {
  const sha = resolve(repository, name)
  const commit = sha === null ? null : await readCommit(call.world.objects, sha)
  if (commit === null) throw new Refusal(404, `No commit found for the ref ${name}`)
  return commit.tree
}

function entry(call: Call<never>, repository: Repository, { mode, path, sha }: TreePath) {
  const self = repositoryApi(call.world, repository, `/contents/${path}`)
  const git = repositoryApi(call.world, repository, `/git/${typeOf(mode)}s/${sha}`)
  const html = repositoryPage(call.world, repository, `/blob/HEAD/${path}`)
  const links = { _links: { self, git, html }, url: self, git_url: git, html_url: html, download_url: html }
  return { mode, path, sha, name: path.split('/').at(-1) ?? path, size: 0, ...links }
}

async function putContent(call: OfPath, repository: Repository) {
  const { actor, fields, world } = call
  const path = call.param('path')
  const branch = optionalText(fields, 'branch') ?? repository.defaultBranch
  const message = text(fields, 'message')
  const head = repository.refs.get(`refs/heads/${branch}`)
  const before =
    head === undefined ? null : await findPath(world.objects, (await readCommit(world.objects, head))?.tree ?? '', path)
  refuseStale(path, before, optionalText(fields, 'sha'))
  const sha = await world.objects.write('blob', Buffer.from(text(fields, 'content'), 'base64'))
  const changes = [{ path, mode: before?.mode ?? '100644', sha }]
  const commit = await writeFiles(world, actor, repository, { branch, message, changes, fields })
  const written = await readCommit(world.objects, commit)
  if (written === null) throw new Error(`commit ${commit} cannot be read back`)
  const content = { ...entry(call, repository, { path, mode: '100644', sha }), type: 'file' }
  const body = { content, commit: asGitCommit(world, repository, commit, written) }
  return before === null ? created(body) : ok(body)
}

function refuseStale(path: string, before: TreePath | null, sha: string | null): void {
  if (before !== null && sha === null) throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.')
  if (before !== null && sha !== before.sha) throw new Refusal(409, `${path} does not match ${sha}`)
}
