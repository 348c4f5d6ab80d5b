import { fullName, type Repository } from '../state/repository.ts'
import type { World } from '../world.ts'

/** The API's address of something, as it stands in answers. */
export function api(world: World, path: string): string {
  return `${world.origin}/api/v3${path}`
}

export function repositoryApi(world: World, repository: Repository, path = ''): string {
  return api(world, `/repos/${fullName(repository)}${path}`)
}

/** The address of a page for people. */
export function repositoryPage(world: World, repository: Repository, path = ''): string {
  return `${world.pages}/${fullName(repository)}${path}`
}

/** A node id: opaque to callers, readable to us. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url')
}

/** What a node id stands for, or null. */
export function parseNodeId(id: string): { readonly kind: string; readonly id: string } | null {
  const [, kind, rest] = /^(\w+):(.+)$/.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? []
  return kind === undefined || rest === undefined ? null : { kind, id: rest }
}
