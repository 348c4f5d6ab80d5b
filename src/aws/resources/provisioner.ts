import type { Resource, Standing } from '../../model.ts'
import type { Account } from '../account.ts'

/** What a resource is looked at and made with. */
export interface Ground {
  readonly account: Account
  readonly tags: Readonly<Record<string, string>>
  /** ARNs and ids of what stands already, by the resource's id; outputs by `ID.NAME`. */
  readonly made: ReadonlyMap<string, string>
  /** The token of an administrator of the repository that the operator configured, for Amplify; null: none. */
  readonly amplifyToken: string | null
}

/** How one kind of resource is looked at and made. Both throw what the SDK throws. */
export interface Provisioner<R extends Resource> {
  /** Reads only. */
  look(resource: R, ground: Ground): Promise<Standing>
  /**
   * Takes one step from where it stands towards ready: makes what is absent, updates what is different, takes away what failed.
   * Repeated, it makes nothing twice. What it came to, a further look tells.
   */
  make(resource: R, standing: Standing, ground: Ground): Promise<void>
}

/** The tags as most services take them. */
export function tagList(tags: Readonly<Record<string, string>>): { Key: string; Value: string }[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
}

/** Which repository something was made for: tags of resources that are ours bear it. */
export const repositoryTag = 'cicd:repository'

/** Whether tags say that something was made for another repository. */
export function isForeign(tags: Readonly<Record<string, string>>, own: Readonly<Record<string, string>>): boolean {
  const whose = tags[repositoryTag]
  return whose !== undefined && whose !== own[repositoryTag]
}
