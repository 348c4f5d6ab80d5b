import type { Client } from './client.ts'

/** One repository and the right to talk to it. `owner` and `name` are the current ones, after renames. */
export interface Place {
  readonly client: Client
  readonly owner: string
  readonly name: string
}

/** The parameters `owner` and `repo` that Octokit's routes take. */
export function at({ owner, name }: Place): { readonly owner: string; readonly repo: string } {
  return { owner, repo: name }
}
