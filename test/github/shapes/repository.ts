import type { components } from '@octokit/openapi-types'
import { fullName, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import { nodeId, repositoryApi, repositoryPage } from './urls.ts'
import { asUser } from './user.ts'

/** A repository as it stands inside of other answers. */
export function asRepository(world: World, repository: Repository) {
  return {
    ...links(world, repository),
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: asUser(world, repository.owner),
    private: repository.private,
    description: repository.description,
    fork: repository.parent !== null,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    ...counts(repository),
    default_branch: repository.defaultBranch,
    is_template: false,
    topics: [],
    has_issues: repository.hasIssues,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_downloads: true,
    has_discussions: false,
    archived: repository.archived,
    disabled: repository.disabled,
    visibility: repository.internal ? 'internal' : repository.private ? 'private' : 'public',
    allow_forking: true,
    web_commit_signoff_required: false,
    pushed_at: repository.pushedAt,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
  } satisfies components['schemas']['repository']
}

/** A repository as `GET /repos/{owner}/{repo}` gives it. */
export function asFullRepository(world: World, repository: Repository) {
  const organization = repository.owner.type === 'Organization' ? { organization: asUser(world, repository.owner) } : {}
  const parent = repository.parent === null ? null : asRepository(world, repository.parent)
  return {
    ...asRepository(world, repository),
    ...organization,
    ...(parent === null ? {} : { parent, source: parent }),
    subscribers_count: 0,
    network_count: 0,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    allow_auto_merge: false,
    delete_branch_on_merge: false,
  } satisfies components['schemas']['full-repository']
}

function counts(repository: Repository) {
  const open = repository.issues.filter((issue) => issue.state === 'open').length
  const none = { forks_count: 0, stargazers_count: 0, watchers_count: 0, size: 1, forks: 0, watchers: 0 }
  return { ...none, open_issues_count: open, open_issues: open }
}

function links(world: World, repository: Repository) {
  const at = (path: string) => repositoryApi(world, repository, path)
  const page = repositoryPage(world, repository)
  return {
    url: at(''),
    html_url: page,
    git_url: `${page.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(page).hostname}:${fullName(repository)}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    archive_url: at('/{archive_format}{/ref}'),
    assignees_url: at('/assignees{/user}'),
    blobs_url: at('/git/blobs{/sha}'),
    branches_url: at('/branches{/branch}'),
    collaborators_url: at('/collaborators{/collaborator}'),
    comments_url: at('/comments{/number}'),
    commits_url: at('/commits{/sha}'),
    compare_url: at('/compare/{base}...{head}'),
    contents_url: at('/contents/{+path}'),
    contributors_url: at('/contributors'),
    deployments_url: at('/deployments'),
    downloads_url: at('/downloads'),
    events_url: at('/events'),
    forks_url: at('/forks'),
    git_commits_url: at('/git/commits{/sha}'),
    git_refs_url: at('/git/refs{/sha}'),
    git_tags_url: at('/git/tags{/sha}'),
    hooks_url: at('/hooks'),
    issue_comment_url: at('/issues/comments{/number}'),
    issue_events_url: at('/issues/events{/number}'),
    issues_url: at('/issues{/number}'),
    keys_url: at('/keys{/key_id}'),
    labels_url: at('/labels{/name}'),
    languages_url: at('/languages'),
    merges_url: at('/merges'),
    milestones_url: at('/milestones{/number}'),
    notifications_url: at('/notifications{?since,all,participating}'),
    pulls_url: at('/pulls{/number}'),
    releases_url: at('/releases{/id}'),
    stargazers_url: at('/stargazers'),
    statuses_url: at('/statuses/{sha}'),
    subscribers_url: at('/subscribers'),
    subscription_url: at('/subscription'),
    tags_url: at('/tags'),
    teams_url: at('/teams'),
    trees_url: at('/git/trees{/sha}'),
  }
}
