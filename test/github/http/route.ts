import type { paths } from '@octokit/openapi-types'
import type { Actor } from '../access/actor.ts'
import type { Needs } from '../access/needs.ts'
import type { Repository } from '../state/repository.ts'
import type { World } from '../world.ts'
import type { Fields } from './fields.ts'

export type Path = keyof paths
export type RepositoryPath = Extract<Path, `/repos/{owner}/{repo}${string}`>
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'

type Good = 200 | 201 | 202 | 204
type Json<R> = R extends { content: { 'application/json': infer B } } ? B : undefined
type Replies<R> = {
  [S in keyof R & Good]: { readonly status: S; readonly body: Json<R[S]>; readonly headers?: Record<string, string> }
}[keyof R & Good]

/** What goes over the wire. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Record<string, string>
}

/** What GitHub's published description allows as a good answer to this request. */
export type Answer<P extends Path, M extends Method> = Reply &
  (paths[P] extends Record<M, { responses: infer R }> ? Replies<R> : never)

type Names<P extends string> = P extends `${string}{${infer N}}${infer Rest}` ? N | Names<Rest> : never

/** One request that was let in. */
export interface Call<Name extends string = string> {
  readonly world: World
  readonly actor: Actor
  readonly url: URL
  readonly query: URLSearchParams
  readonly fields: Fields
  /** A part of the path, decoded. */
  param(name: Name): string
}

/** An entry of the route list. `repository` is null for routes outside of one. */
export interface Route {
  readonly method: Method
  readonly path: string
  readonly pattern: RegExp
  readonly needs: Needs
  readonly handle: (call: Call, repository: Repository | null) => Reply | Promise<Reply>
}

/** A route outside of repositories. */
export function route<P extends Path, M extends Method>(
  method: M,
  path: P,
  needs: Needs,
  handle: (call: Call<Names<P>>) => Answer<P, M> | Promise<Answer<P, M>>,
): Route {
  return { method, path, pattern: patternOf(path), needs, handle }
}

/** A route of one repository, which was found and may be seen by the caller. */
export function repositoryRoute<P extends RepositoryPath, M extends Method>(
  method: M,
  path: P,
  needs: Needs,
  handle: (call: Call<Names<P>>, repository: Repository) => Answer<P, M> | Promise<Answer<P, M>>,
): Route {
  return {
    method,
    path,
    pattern: patternOf(path),
    needs,
    handle: (call, repository) => {
      if (repository === null) throw new Error(`${path} was called without a repository`)
      return handle(call, repository)
    },
  }
}

/** Parts that may hold slashes take the rest of the path; the order of the list decides between two that fit. */
const long = new Set(['ref', 'path', 'basehead', 'branch'])

function patternOf(path: string): RegExp {
  const pattern = path.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${long.has(name) ? '.+' : '[^/]+'})`)
  return new RegExp(`^${pattern}$`)
}
