import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { RenderedFile } from '../model.ts'
import { git, gitText } from './git.ts'

/** What became of the branch. */
export type LocalOutcome =
  | { readonly kind: 'committed'; readonly commit: string }
  | { readonly kind: 'up to date'; readonly commit: string }

const trailer = 'Generated-by: slipway'

/**
 * Commits the files on top of `base` on a branch, without touching the working tree, the index or the current branch.
 * A branch that holds the same files already is left as it is. Throws `UserError` where the branch is checked out
 * or holds commits that are not from here.
 */
export async function publishLocally(
  directory: string,
  proposal: {
    readonly base: string
    readonly branch: string
    readonly title: string
    readonly files: readonly RenderedFile[]
  },
): Promise<LocalOutcome> {
  const { base, branch } = proposal
  const tip = await tipOf(directory, branch)
  if (tip) await refuseForeignCommits(directory, base, branch, tip)
  const tree = await writeTree(directory, base, proposal.files)
  if (tip && (await isSame(directory, tip, tree, base))) return { kind: 'up to date', commit: tip }
  await refuseCheckedOut(directory, branch)
  const commit = await gitText(directory, ['commit-tree', tree, '-p', base, '-m', `${proposal.title}\n\n${trailer}`], {
    env: await identity(directory),
  })
  await gitText(directory, ['update-ref', '-m', 'slipway setup', `refs/heads/${branch}`, commit, tip ?? '0'.repeat(40)])
  return { kind: 'committed', commit }
}

async function tipOf(directory: string, branch: string): Promise<string | null> {
  const result = await git(directory, ['rev-parse', '--verify', '--quiet', `refs/heads/${branch}^{commit}`])
  return result.code === 0 ? result.stdout.toString('utf8').trim() : null
}

async function isSame(directory: string, tip: string, tree: string, base: string): Promise<boolean> {
  const [tipTree, parent] = (await gitText(directory, ['rev-parse', `${tip}^{tree}`, `${tip}^`])).split('\n')
  return tipTree === tree && parent === base
}

async function refuseForeignCommits(directory: string, base: string, branch: string, tip: string): Promise<void> {
  const log = await gitText(directory, ['log', '--format=%H%x00%B%x01', `${base}..${tip}`])
  const foreign = log
    .split('\x01')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.includes(trailer))
  if (foreign.length === 0) return
  throw new UserError(({ local }) => local.foreignCommits(branch, foreign.length, foreign[0]?.slice(0, 8) ?? ''))
}

async function refuseCheckedOut(directory: string, branch: string): Promise<void> {
  const worktrees = await gitText(directory, ['worktree', 'list', '--porcelain'])
  if (!worktrees.split('\n').includes(`branch refs/heads/${branch}`)) return
  throw new UserError(({ local }) => local.checkedOut(branch))
}

async function writeTree(directory: string, base: string, files: readonly RenderedFile[]): Promise<string> {
  const scratch = await mkdtemp(join(tmpdir(), 'slipway-'))
  try {
    const env = { GIT_INDEX_FILE: join(scratch, 'index') }
    await gitText(directory, ['read-tree', base], { env })
    for (const file of files) await stage(directory, file, env)
    return await gitText(directory, ['write-tree'], { env })
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function stage(directory: string, file: RenderedFile, env: Readonly<Record<string, string>>): Promise<void> {
  if (file.content === null) {
    await gitText(directory, ['rm', '--cached', '--quiet', '--ignore-unmatch', '--', file.path], { env })
    return
  }
  const blob = await gitText(directory, ['hash-object', '-w', '--stdin', '--no-filters'], { input: file.content })
  await gitText(directory, ['update-index', '--add', '--cacheinfo', `${file.mode},${blob},${file.path}`], { env })
}

/** The person's own identity where git knows one, else a neutral one, so that a fresh machine can commit. */
async function identity(directory: string): Promise<Readonly<Record<string, string>>> {
  const known = await git(directory, ['var', 'GIT_COMMITTER_IDENT'])
  if (known.code === 0) return {}
  const name = 'slipway'
  const email = 'slipway@localhost'
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email }
}
