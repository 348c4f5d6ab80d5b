import type { Context } from 'probot'
import { asInstallation } from '../shapes/app.ts'
import { asComment, asIssue } from '../shapes/issue.ts'
import { asPull } from '../shapes/pull.ts'
import { asRepository } from '../shapes/repository.ts'
import { nodeId } from '../shapes/urls.ts'
import { asUser } from '../shapes/user.ts'
import type { Account } from '../state/account.ts'
import { type Installation, installationOf, repositoriesOf } from '../state/installation.ts'
import type { Comment, Issue } from '../state/issue.ts'
import type { PullIssue } from '../state/pull.ts'
import { fullName, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import type { Event } from './event.ts'

type Payload<E extends 'issue_comment.created' | 'pull_request.closed' | 'installation.created'> = Context<E>['payload']

/** `issue_comment`: a comment was written, edited or deleted by `sender`. */
export function commentEvent(
  world: World,
  repository: Repository,
  written: { readonly issue: Issue; readonly comment: Comment },
  action: 'created' | 'edited' | 'deleted',
  sender: Account,
): Event {
  const body = {
    issue: { ...asIssue(world, repository, written.issue), performed_via_github_app: null },
    comment: asComment(world, repository, written.issue, written.comment),
    ...surroundings(world, repository, sender),
  } satisfies Omit<Payload<'issue_comment.created'>, 'action'>
  return { name: 'issue_comment', action, ...where(world, repository), payload: { action, ...body } }
}

/** `issues`: an issue was opened, closed, reopened. */
export function issueEvent(world: World, repository: Repository, issue: Issue, action: string, sender: Account): Event {
  const payload = { action, issue: asIssue(world, repository, issue), ...surroundings(world, repository, sender) }
  return { name: 'issues', action, ...where(world, repository), payload }
}

/** `pull_request`: a pull request was opened, closed (merged or not), reopened, edited, or got new commits. */
export async function pullEvent(
  world: World,
  repository: Repository,
  issue: PullIssue,
  action: 'opened' | 'closed' | 'reopened' | 'edited' | 'synchronize',
  sender: Account,
): Promise<Event> {
  const pull = await asPull(world, repository, issue)
  const payload = { action, number: issue.number, pull_request: pull, ...surroundings(world, repository, sender) }
  return { name: 'pull_request', action, ...where(world, repository), payload }
}

/** `installation`: the app was installed, removed, suspended, unsuspended, or got new permissions. */
export function installationEvent(
  world: World,
  installation: Installation,
  action: 'created' | 'deleted' | 'suspend' | 'unsuspend' | 'new_permissions_accepted',
  sender: Account,
): Event {
  const repositories = repositoriesOf(world, installation).map(asListed)
  const payload = { action, ...installed(world, installation, sender), repositories, requester: null }
  return { name: 'installation', action, installation, repository: null, payload }
}

/** `installation_repositories`: repositories were added to or removed from an installation. */
export function installationRepositoriesEvent(
  world: World,
  installation: Installation,
  change: { readonly action: 'added' | 'removed'; readonly repositories: readonly Repository[] },
  sender: Account,
): Event {
  const { action } = change
  const listed = change.repositories.map(asListed)
  const payload = {
    action,
    ...installed(world, installation, sender),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    repositories_added: action === 'added' ? listed : [],
    repositories_removed: action === 'removed' ? listed : [],
    requester: null,
  }
  return { name: 'installation_repositories', action, installation, repository: null, payload }
}

function asListed(repository: Repository) {
  const { id, name } = repository
  return { id, node_id: nodeId('Repository', id), name, full_name: fullName(repository), private: repository.private }
}

function installed(world: World, installation: Installation, sender: Account) {
  return { installation: asInstallation(world, installation), sender: asUser(world, sender) }
}

function surroundings(world: World, repository: Repository, sender: Account) {
  const installation = installationOf(world, repository)
  const id =
    installation === null
      ? {}
      : { installation: { id: installation.id, node_id: nodeId('Installation', installation.id) } }
  return { repository: asRepository(world, repository), sender: asUser(world, sender), ...id }
}

function where(world: World, repository: Repository) {
  return { repository, installation: installationOf(world, repository) }
}
