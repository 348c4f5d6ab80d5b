import { type Commit, readCommit } from './git/commit.ts'
import { compare, unifiedDiff } from './git/history.ts'
import { findPath, walkTree } from './git/tree.ts'
import { findIssue } from './state/issue.ts'
import { isPull } from './state/pull.ts'
import { fullName, type Repository, resolve } from './state/repository.ts'
import type { World } from './world.ts'

/** A comment or the opening text, as a reader of the page sees it. */
export interface SeenComment {
  readonly id: number
  readonly by: string
  readonly body: string
  /** Each as `eyes by slipway[bot]`. */
  readonly reactions: readonly string[]
}

export interface SeenPull {
  readonly number: number
  readonly title: string
  readonly body: string
  readonly by: string
  /** Branch names. */
  readonly head: string
  readonly base: string
  readonly state: 'open' | 'closed' | 'merged'
}

/** One repository: what is in it, for tests to look at. Commits may be named by branch, tag or id. */
export interface RepositoryHandle {
  readonly id: number
  /** `owner/name`, as it is now. */
  readonly fullName: string
  /** The state itself, to read or to change: `state.archived = true`. */
  readonly state: Repository
  /** The commit of a branch, or null. */
  branch(name: string): string | null
  /** All branches, sorted. */
  branches(): string[]
  commit(name: string): Promise<Commit>
  /** The text of a file (a link: its target), or null. */
  file(commit: string, path: string): Promise<string | null>
  /** Text by path of all files that are no folders or submodules. */
  files(commit: string): Promise<Record<string, string>>
  /** What `head` changes since it left `base`, as `git diff` prints it. */
  diff(base: string, head: string): Promise<string>
  /** The comments of an issue or pull request, oldest first. */
  comments(number: number): SeenComment[]
  /** All pull requests, oldest first. */
  pulls(): SeenPull[]
}

export function handle(world: World, repository: Repository): RepositoryHandle {
  const at = (name: string) => {
    const sha = resolve(repository, name)
    if (sha === null) throw new Error(`no ${name} in ${fullName(repository)}`)
    return sha
  }
  const commit = async (name: string) => {
    const found = await readCommit(world.objects, at(name))
    if (found === null) throw new Error(`${name} is no commit`)
    return found
  }
  const read = async (sha: string) => (await world.objects.read(sha))?.content.toString('utf8') ?? ''
  return {
    id: repository.id,
    get fullName() {
      return fullName(repository)
    },
    state: repository,
    branch: (name) => repository.refs.get(`refs/heads/${name}`) ?? null,
    branches: () =>
      [...repository.refs.keys()]
        .filter((ref) => ref.startsWith('refs/heads/'))
        .map((ref) => ref.slice(11))
        .sort(),
    commit,
    file: async (name, path) => {
      const found = await findPath(world.objects, (await commit(name)).tree, path)
      return found === null ? null : read(found.sha)
    },
    files: async (name) => {
      const paths = await walkTree(world.objects, (await commit(name)).tree)
      const files = paths.filter((one) => one.mode !== '040000' && one.mode !== '160000')
      return Object.fromEntries(await Promise.all(files.map(async (one) => [one.path, await read(one.sha)] as const)))
    },
    diff: async (base, head) => {
      const comparison = await compare(world.objects, at(base), at(head))
      return unifiedDiff(world.objects, comparison?.mergeBase ?? at(base), at(head))
    },
    comments: (number) =>
      (findIssue(repository, number)?.comments ?? []).map((comment) => ({
        id: comment.id,
        by: comment.user.login,
        body: comment.body,
        reactions: comment.reactions.map((one) => `${one.content} by ${one.user.login}`),
      })),
    pulls: () =>
      repository.issues.filter(isPull).map(({ body, number, pull, state, title, user }) => ({
        number,
        title,
        body: body ?? '',
        by: user.login,
        head: pull.headRef,
        base: pull.baseRef,
        state: pull.mergedAt === null ? state : 'merged',
      })),
  }
}
