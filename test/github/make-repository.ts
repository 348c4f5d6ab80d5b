import { cloneInto, commitFiles, type Files, readFolder } from './seed.ts'
import { account } from './state/account.ts'
import { install, installationOf } from './state/installation.ts'
import { type OidcSubject, type Repository, setRef } from './state/repository.ts'
import { parseRole } from './state/role.ts'
import type { World } from './world.ts'

/** What a repository starts with. Where no content is told, it holds one README. */
export interface RepositoryOptions {
  /** By path: text, bytes, `{ executable }`, `{ link }`, `{ submodule }`. */
  readonly files?: Files
  /** A folder whose files are committed, as those of `test/repos` are. */
  readonly folder?: string
  /** A local git repository whose branches and tags are taken over. */
  readonly clone?: string
  /** True: no commit at all. */
  readonly empty?: boolean
  readonly private?: boolean
  readonly archived?: boolean
  /** Default `main`. */
  readonly defaultBranch?: string
  /** ISO 8601. Default 2025-03-01: before GitHub's immutable OIDC subjects (2026-07-15). */
  readonly createdAt?: string
  /** Roles by login, as `grant` takes them. */
  readonly roles?: Readonly<Record<string, string>>
  /** False: the app is not installed on it. */
  readonly installed?: boolean
  /** The owner is a person; default: an organisation, unless the account exists. */
  readonly ownedByPerson?: boolean
  /** The repository that this is a fork of; it takes over its branches. */
  readonly forkOf?: Repository
  /** The answer about the OIDC subject; null: 404. Default: as GitHub gives for this date of creation. */
  readonly oidcSubject?: OidcSubject | null
}

export async function makeRepository(world: World, fullName: string, options: RepositoryOptions): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/')
  const repository = blank(world, { owner, name }, options)
  world.repositories.set(repository.id, repository)
  for (const [login, role] of Object.entries(options.roles ?? {})) {
    repository.collaborators.set(account(world, login).id, parseRole(role))
  }
  if (options.installed !== false) addToInstallation(world, repository)
  await fill(world, repository, options)
  return repository
}

function blank(world: World, at: { owner: string; name: string }, options: RepositoryOptions): Repository {
  const owner = account(world, at.owner, options.ownedByPerson === true ? 'User' : 'Organization')
  const id = world.id()
  const createdAt = options.createdAt ?? '2025-03-01T00:00:00Z'
  const defaults = defaultSubject(world, { owner: `${at.owner}@${owner.id}`, name: `${at.name}@${id}`, createdAt }, at)
  return {
    id,
    owner,
    name: at.name,
    formerNames: [],
    private: options.private ?? options.forkOf?.private ?? false,
    archived: options.archived ?? false,
    disabled: false,
    defaultBranch: options.defaultBranch ?? options.forkOf?.defaultBranch ?? 'main',
    description: null,
    createdAt,
    updatedAt: createdAt,
    pushedAt: createdAt,
    parent: options.forkOf ?? null,
    refs: new Map(),
    collaborators: new Map(),
    outsiders: new Set(),
    internal: false,
    hasIssues: true,
    issues: [],
    labels: new Map(),
    checkRuns: [],
    deployments: [],
    workflowRuns: [],
    workflows: new Set(),
    environments: [],
    rules: [],
    oidcSubject: options.oidcSubject === undefined ? defaults : options.oidcSubject,
    treeLimit: 100_000,
  }
}

/** https://docs.github.com/actions/reference/security/oidc#immutable-subject-claims (2026-11); not on Enterprise Server. */
function defaultSubject(
  world: World,
  ids: { owner: string; name: string; createdAt: string },
  at: { owner: string; name: string },
): OidcSubject {
  if (world.enterprise !== null) return { use_default: true }
  const immutable = ids.createdAt >= '2026-07-15'
  const prefix = immutable ? `repo:${ids.owner}/${ids.name}` : `repo:${at.owner}/${at.name}`
  return { use_default: true, use_immutable_subject: immutable, sub_claim_prefix: prefix }
}

function addToInstallation(world: World, repository: Repository): void {
  if (installationOf(world, repository) !== null) return
  const found = [...world.installations.values()].find((one) => one.account.id === repository.owner.id)
  if (found === undefined) install(world, repository.owner, 'all', { ...world.app.permissions })
  else if (found.repositories !== 'all') found.repositories.add(repository.id)
}

async function fill(world: World, repository: Repository, options: RepositoryOptions): Promise<void> {
  if (options.empty === true) return
  if (options.clone !== undefined) return cloneInto(world, repository, options.clone)
  if (options.forkOf !== undefined) {
    for (const [ref, sha] of options.forkOf.refs) await setRef(world, repository, ref, sha)
    return
  }
  const folder = options.folder === undefined ? {} : await readFolder(options.folder)
  const readme =
    options.folder === undefined && options.files === undefined ? { 'README.md': `# ${repository.name}\n` } : {}
  const files = { ...folder, ...readme, ...options.files }
  const by = repository.owner
  const commit = await commitFiles(world, repository, { files, message: 'Initial commit', by, parent: null })
  await setRef(world, repository, `refs/heads/${repository.defaultBranch}`, commit)
}
