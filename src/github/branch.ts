import type { RenderedFile } from '../model.ts'
import { at, type Place } from './place.ts'
import { blobSha } from './tree-sha.ts'

/** A commit on our branch that is not on the default branch. `ours`: made by this app, and signed by GitHub. */
export interface BranchCommit {
  readonly sha: string
  readonly ours: boolean
  readonly author: string
  readonly plan: string | null
}

/** What our branch holds besides the default branch. */
export interface Branch {
  readonly commits: readonly BranchCommit[]
  /** How many commits of the default branch it lacks. */
  readonly behind: number
  /** Paths that differ from where it left the default branch: git id of the blob, or null for a deleted file. */
  readonly changes: ReadonlyMap<string, string | null>
  /** False where GitHub cut the list of commits or files. */
  readonly whole: boolean
}

/** Who this app is. `verified`: GitHub signs what apps commit (on Enterprise Server that may be off). */
export interface Self {
  readonly botLogin: string
  readonly signs: boolean
}

export const planTrailer = 'Plan-Hash'
const mostFiles = 300

/** Reads in one call what our branch holds. `base` and `head` are commits. */
export async function readBranch(place: Place, base: string, head: string, self: Self): Promise<Branch> {
  const { data } = await place.client.rest.repos.compareCommitsWithBasehead({
    ...at(place),
    basehead: `${base}...${head}`,
    per_page: 100,
  })
  const files = data.files ?? []
  const changes = files.flatMap((file): [string, string | null][] => {
    const now: [string, string | null] = [file.filename, file.status === 'removed' ? null : file.sha]
    return file.previous_filename === undefined ? [now] : [[file.previous_filename, null], now]
  })
  return {
    commits: data.commits.map((commit) => ({
      sha: commit.sha,
      ours: isOurs(commit, self),
      author: commit.author?.login ?? commit.commit.author?.name ?? 'unknown',
      plan: planOf(commit.commit.message),
    })),
    behind: data.behind_by,
    changes: new Map(changes),
    whole: data.commits.length === data.total_commits && files.length < mostFiles,
  }
}

/** Whether the branch holds exactly these files, to the byte, and nothing else. */
export function holdsExactly({ changes, whole }: Branch, files: readonly RenderedFile[]): boolean {
  if (!whole || changes.size !== files.length) return false
  return files.every(({ path, content }) => changes.get(path) === (content === null ? null : blobSha(content)))
}

/** A name or e-mail address can be claimed by anyone; GitHub's signature on a commit of this app cannot. */
function isOurs(
  commit: {
    readonly author: { readonly login?: string } | null
    readonly commit: { readonly verification?: { readonly verified: boolean } }
  },
  self: Self,
): boolean {
  const signed = commit.commit.verification?.verified === true || !self.signs
  return signed && commit.author?.login === self.botLogin
}

function planOf(message: string): string | null {
  return new RegExp(`^${planTrailer}: (\\S+)$`, 'mu').exec(message)?.[1] ?? null
}
