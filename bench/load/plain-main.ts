import { type Context, type Probot, run } from 'probot'
import { core } from '../../src/app/core.ts'
import { parseComment } from '../../src/command/parse.ts'
import { unknownAccount } from '../../src/config/unknown-account.ts'
import { configOf } from '../../src/config.ts'
import type { RepositoryFacts, TreeEntry } from '../../src/model.ts'

/**
 * The same work as the app does, written the usual way: Probot's own client, one call for each file that is read or written,
 * everything inside the handler. No queue, no recovery, no second look at permission.
 */
function plain(probot: Probot): void {
  probot.on('issue_comment.created', async (context) => {
    if (context.payload.comment.body.trim() !== '/cicd setup') return
    const { octokit } = context
    const at = context.repo()
    const username = context.payload.comment.user?.login ?? ''
    const { data: may } = await octokit.rest.repos.getCollaboratorPermissionLevel({ ...at, username })
    if (may.permission !== 'admin' && may.permission !== 'write') return
    const comment_id = context.payload.comment.id
    await octokit.rest.reactions.createForIssueComment({ ...at, comment_id, content: 'eyes' })
    const body = await setUp(context)
    await octokit.rest.issues.createComment({ ...context.issue(), body })
  })
}

async function setUp(context: Context<'issue_comment.created'>): Promise<string> {
  const { octokit, payload } = context
  const at = context.repo()
  const { data: repository } = await octokit.rest.repos.get(at)
  const base = repository.default_branch
  const { data: head } = await octokit.rest.git.getRef({ ...at, ref: `heads/${base}` })
  const commit = head.object.sha
  const tree = await core.readTree({
    head: async () => ({ commit, branch: base }),
    list: async () => {
      const { data } = await octokit.rest.git.getTree({ ...at, tree_sha: commit, recursive: '1' })
      return { entries: data.tree.flatMap(toEntry), unlisted: [] }
    },
    read: async (entries) => {
      const files = new Map<string, Uint8Array>()
      for (const { path, type } of entries) {
        if (type !== 'file') continue
        const { data } = await octokit.rest.repos.getContent({ ...at, path, ref: commit })
        if ('content' in data) files.set(path, Buffer.from(data.content, 'base64'))
      }
      return files
    },
  })
  const facts: RepositoryFacts = {
    ...{ host: 'github.com', enterprise: false, owner: at.owner, name: at.repo, id: repository.id },
    ...{ ownerId: repository.owner.id, createdAt: repository.created_at, private: repository.private },
    ...{ defaultBranch: base, subject: { known: false, why: 'not asked' } },
  }
  const by = { login: payload.comment.user?.login ?? '', url: payload.comment.html_url }
  const aws = unknownAccount
  const reading = parseComment(payload.comment.body)
  if (reading?.kind !== 'request') return 'There is no such command.'
  const { config } = configOf(tree)
  const request = { verb: reading.verb, ...reading.options, by }
  const outcome = core.propose(tree, { repository: facts, aws, config, request })
  if (outcome.kind !== 'proposal') return outcome.kind === 'ask' ? outcome.question.text : outcome.because
  const branch = outcome.pullRequest.branch
  const { data: refs } = await octokit.rest.git.listMatchingRefs({ ...at, ref: `heads/${branch}` })
  if (refs.length > 0) return 'Up to date.'
  await octokit.rest.git.createRef({ ...at, ref: `refs/heads/${branch}`, sha: commit })
  for (const { path, content } of outcome.files) {
    if (content === null) continue
    const text = Buffer.from(content).toString('base64')
    await octokit.rest.repos.createOrUpdateFileContents({ ...at, branch, path, message: `Add ${path}`, content: text })
  }
  const { title, body } = outcome.pullRequest
  const { data: pull } = await octokit.rest.pulls.create({ ...at, head: branch, base, title, body })
  return `Ready for review: #${pull.number}`
}

function toEntry(node: { path?: string; mode?: string; type?: string; sha?: string; size?: number }): TreeEntry[] {
  const { path, mode, type, sha, size } = node
  if (type !== 'blob' || path === undefined || mode === undefined || sha === undefined) return []
  return [{ path, mode, type: mode === '120000' ? 'symlink' : 'file', sha, size: size ?? null }]
}

void run(plain)
