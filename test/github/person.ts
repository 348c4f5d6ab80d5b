import { randomBytes } from 'node:crypto'
import { mergePull } from './changes/merge-pull.ts'
import { moveRef } from './changes/move-ref.ts'
import { openPull } from './changes/open-pull.ts'
import { changeComment, removeComment, writeComment } from './changes/write-comment.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { commitFiles, type Files } from './seed.ts'
import { asComment } from './shapes/issue.ts'
import type { Account } from './state/account.ts'
import type { Delivery } from './state/delivery.ts'
import { findComment, findIssue, type Issue, openIssue, setIssueState } from './state/issue.ts'
import { findPull, isPull } from './state/pull.ts'
import { fullName, type Repository } from './state/repository.ts'
import { issueEvent, pullEvent } from './webhooks/payloads.ts'
import type { World } from './world.ts'

/** A comment, with the delivery that told the app of it (null: the app was not told). */
export interface Said {
  readonly id: number
  readonly url: string
  readonly delivery: Delivery | null
}

/**
 * Somebody with a browser. Nothing is checked: a person can do what the test says they do. Each verb resolves when the app has
 * answered the delivery (or the delivery failed, was held, or lost: see `Outbox.fate`).
 */
export interface Person {
  readonly login: string
  readonly id: number
  /** A token to call the API with as this person. */
  token(): string
  /** Opens an issue and gives its number. */
  opensIssue(repository: RepositoryHandle, title: string, body?: string): Promise<number>
  /** Comments on an issue or pull request. `via: 'app'`: another app did it on their behalf. */
  comments(repository: RepositoryHandle, number: number, body: string, how?: { via: 'app' }): Promise<Said>
  edits(repository: RepositoryHandle, comment: number, body: string): Promise<void>
  deletes(repository: RepositoryHandle, comment: number): Promise<void>
  /** Commits files on a branch (the default branch unless told), which is made where it does not exist. Gives the commit. */
  pushes(
    repository: RepositoryHandle,
    files: Files,
    how?: { branch?: string; message?: string; merging?: string },
  ): Promise<string>
  /** Opens a pull request from a branch of the repository, or of a fork, and gives its number. */
  opensPull(
    repository: RepositoryHandle,
    branch: string,
    how?: { from?: RepositoryHandle; title?: string },
  ): Promise<number>
  /** Merges with a merge commit and gives it. */
  merges(repository: RepositoryHandle, number: number): Promise<string>
  /** Closes an issue, or a pull request without merging. */
  closes(repository: RepositoryHandle, number: number): Promise<void>
  reopens(repository: RepositoryHandle, number: number): Promise<void>
  /** Deletes an issue with all its comments. */
  deletesIssue(repository: RepositoryHandle, number: number): void
  /** Deletes a branch. */
  deletesBranch(repository: RepositoryHandle, branch: string): Promise<void>
}

export function makePerson(world: World, account: Account, idle: () => Promise<void>): Person {
  const settled = async <T>(value: T): Promise<T> => {
    await idle()
    return value
  }
  return {
    get login() {
      return account.login
    },
    id: account.id,
    token: () => {
      const token = `ghp_${randomBytes(18).toString('hex')}`
      world.tokens.set(token, { kind: 'person', account })
      return token
    },
    opensIssue: async ({ state: repository }, title, body = '') => {
      const issue = openIssue(world, repository, { title, body, user: account, viaApp: false })
      await world.emit(issueEvent(world, repository, issue, 'opened', account)).done
      return issue.number
    },
    comments: async ({ state: repository }, number, body, how) => {
      const issue = issueOf(repository, number)
      const words = { body, user: account, viaApp: how?.via === 'app' }
      const { comment, delivery, done } = writeComment(world, repository, issue, words)
      await done
      return { id: comment.id, url: asComment(world, repository, issue, comment).html_url, delivery }
    },
    edits: async ({ state: repository }, id, body) => {
      await changeComment(world, repository, commentOf(repository, id), body, account).done
    },
    deletes: async ({ state: repository }, id) => {
      await removeComment(world, repository, commentOf(repository, id), account).done
    },
    pushes: async ({ state: repository }, files, how = {}) => {
      const ref = `refs/heads/${how.branch ?? repository.defaultBranch}`
      const main = repository.refs.get(`refs/heads/${repository.defaultBranch}`)
      const parent = repository.refs.get(ref) ?? main ?? null
      const commit = await commitFiles(world, repository, {
        files,
        message: how.message ?? 'Change',
        by: account,
        parent,
        merging: how.merging,
      })
      await moveRef(world, repository, ref, commit, account)
      return settled(commit)
    },
    opensPull: async ({ state: repository }, headRef, how = {}) => {
      const head = how.from?.state ?? repository
      const words = { title: how.title ?? headRef, body: null, user: account, viaApp: false, draft: false }
      const pull = await openPull(world, repository, { ...words, head, headRef, baseRef: repository.defaultBranch })
      return settled(pull.number)
    },
    merges: async ({ state: repository }, number) => {
      const pull = findPull(repository, number)
      if (pull === null) throw new Error(`no pull request ${fullName(repository)}#${number}`)
      return settled(await mergePull(world, repository, pull, account))
    },
    closes: ({ state: repository }, number) => turn(world, repository, issueOf(repository, number), 'closed', account),
    reopens: ({ state: repository }, number) => turn(world, repository, issueOf(repository, number), 'open', account),
    deletesIssue: ({ state: repository }, number) => {
      issueOf(repository, number).gone = true
    },
    deletesBranch: async ({ state: repository }, branch) => {
      await moveRef(world, repository, `refs/heads/${branch}`, null, account)
      await idle()
    },
  }
}

async function turn(world: World, repository: Repository, issue: Issue, state: 'open' | 'closed', by: Account) {
  setIssueState(world, issue, state, by)
  const action = state === 'open' ? 'reopened' : 'closed'
  const event = isPull(issue)
    ? await pullEvent(world, repository, issue, action, by)
    : issueEvent(world, repository, issue, action, by)
  await world.emit(event).done
}

function issueOf(repository: Repository, number: number): Issue {
  const found = findIssue(repository, number)
  if (found === null) throw new Error(`no issue ${fullName(repository)}#${number}`)
  return found
}

function commentOf(repository: Repository, id: number) {
  const found = findComment(repository, id)
  if (found === null) throw new Error(`no comment ${id} in ${fullName(repository)}`)
  return found
}
