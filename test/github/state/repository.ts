import type { World } from '../world.ts'
import type { Account } from './account.ts'
import type { CheckRun } from './check-run.ts'
import type { Deployment } from './deployment.ts'
import type { Issue } from './issue.ts'
import type { Role } from './role.ts'
import type { Rule } from './rules.ts'
import type { WorkflowRun } from './workflow-run.ts'

/** How GitHub forms the OIDC subject: the answer of `actions/oidc/customization/sub`; null: 404, as before it was set. */
export interface OidcSubject {
  use_default: boolean
  include_claim_keys?: string[]
  use_immutable_subject?: boolean
  sub_claim_prefix?: string
}

export interface Repository {
  readonly id: number
  owner: Account
  name: string
  /** `owner/name` in lower case that led here before a rename or transfer. */
  readonly formerNames: string[]
  private: boolean
  archived: boolean
  /** Blocked by GitHub's staff. */
  disabled: boolean
  defaultBranch: string
  description: string | null
  createdAt: string
  updatedAt: string
  pushedAt: string
  parent: Repository | null
  /** Full ref names (`refs/heads/main`) to commit ids. Empty: a repository without commits. */
  readonly refs: Map<string, string>
  /** By account id. */
  readonly collaborators: Map<number, Role>
  /** Of these, who is no member of the organisation. */
  readonly outsiders: Set<number>
  /** Private, and to be read by everybody of the enterprise. */
  internal: boolean
  hasIssues: boolean
  readonly issues: Issue[]
  readonly labels: Map<string, { id: number; name: string; color: string; description: string | null }>
  readonly checkRuns: CheckRun[]
  readonly deployments: Deployment[]
  /** Oldest first. */
  readonly workflowRuns: WorkflowRun[]
  /** Paths of workflows that GitHub knows, though they have not run yet. */
  readonly workflows: Set<string>
  readonly environments: { id: number; name: string; createdAt: string }[]
  readonly rules: Rule[]
  oidcSubject: OidcSubject | null
  /** How many entries a recursive tree answer holds before it is truncated. GitHub's own limit is 100,000. */
  treeLimit: number
}

export function fullName(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`
}

/** Finds a repository by its present `owner/name`, whatever the case. */
export function findRepository(world: World, name: string): Repository | null {
  const wanted = name.toLowerCase()
  return [...world.repositories.values()].find((one) => fullName(one).toLowerCase() === wanted) ?? null
}

/** Finds the repository that once had this name. */
export function findRenamed(world: World, name: string): Repository | null {
  const wanted = name.toLowerCase()
  return [...world.repositories.values()].find((one) => one.formerNames.includes(wanted)) ?? null
}

/** The full name of a ref in the bare repository that all repositories share. */
export function storedRef(repository: Repository, ref: string): string {
  return `refs/repositories/${repository.id}/${ref.replace(/^refs\//, '')}`
}

/** Moves, makes or (with null) deletes a ref, in memory and in git. */
export async function setRef(world: World, repository: Repository, ref: string, sha: string | null): Promise<void> {
  const before = repository.refs.get(ref)
  if (sha === null) repository.refs.delete(ref)
  else repository.refs.set(ref, sha)
  try {
    await world.objects.setRef(storedRef(repository, ref), sha)
  } catch (error) {
    if (before === undefined) repository.refs.delete(ref)
    else repository.refs.set(ref, before)
    throw error
  }
  repository.pushedAt = world.time()
}

/** The commit of a branch, tag, full ref or (abbreviated or full) commit id; null when there is none. */
export function resolve(repository: Repository, name: string): string | null {
  const refs = [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`]
  for (const ref of refs) {
    const sha = repository.refs.get(ref)
    if (sha !== undefined) return sha
  }
  if (name === 'HEAD') return repository.refs.get(`refs/heads/${repository.defaultBranch}`) ?? null
  return /^[0-9a-f]{40}$/.test(name) ? name : null
}
