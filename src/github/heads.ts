import type { Head } from '../tree.ts'
import type { Client } from './client.ts'
import { dataDespite } from './organisation.ts'

/** A repository to ask about. */
export interface Named {
  readonly id: number
  readonly owner: string
  readonly name: string
}

/** What is known of one head. Null: no commits. */
export interface HeadNow {
  readonly head: Head | null
  readonly private: boolean
}

interface Field {
  readonly databaseId: number
  readonly isPrivate: boolean
  readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } } | null
}

/** The heads of the default branches of a few repositories of one owner, by id: one call. What is not there (any more) is absent. */
export async function readHeads(client: Client, repositories: readonly Named[]): Promise<ReadonlyMap<number, HeadNow>> {
  if (repositories.length === 0) return new Map()
  const names = repositories.map((_, index) => `$o${index}: String!, $n${index}: String!`).join(', ')
  const fields = repositories.map(
    (_, index) =>
      `r${index}: repository(owner: $o${index}, name: $n${index}) { databaseId isPrivate defaultBranchRef { name target { oid } } }`,
  )
  const variables = Object.fromEntries(
    repositories.flatMap(({ owner, name }, index) => [
      [`o${index}`, owner],
      [`n${index}`, name],
    ]),
  )
  const answer = await client
    .graphql<Record<string, Field | null>>(`query Heads(${names}) { ${fields.join(' ')} }`, variables)
    .catch(dataDespite<Record<string, Field | null>>(() => true))
  return new Map(
    Object.values(answer).flatMap((field): [number, HeadNow][] => {
      if (field === null) return []
      const ref = field.defaultBranchRef
      const head = ref === null ? null : { commit: ref.target.oid, branch: ref.name }
      return [[field.databaseId, { head, private: field.isPrivate }]]
    }),
  )
}
