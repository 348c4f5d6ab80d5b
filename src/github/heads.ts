import type { Head } from '../tree.ts'
import type { Client } from './client.ts'
import { dataDespite } from './organisation.ts'

/** A repository to ask about. */
export interface Named {
  readonly id: number
  readonly owner: string
  readonly name: string
}

/** What is known of one head. */
export interface HeadNow {
  /** Null: no commits. */
  readonly head: Head | null
  /** The pull request of this app from the branch that was asked for, while it is open; null: none, or GitHub does not tell. */
  readonly pull: number | null
  readonly private: boolean
}

interface Field {
  readonly databaseId: number
  readonly isPrivate: boolean
  readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } } | null
  readonly pullRequests: {
    readonly nodes: readonly {
      readonly number: number
      readonly viewerDidAuthor: boolean
      readonly isCrossRepository: boolean
    }[]
  } | null
}

const asked = `databaseId isPrivate defaultBranchRef { name target { oid } }
  pullRequests(headRefName: $branch, states: [OPEN], first: 5) { nodes { number viewerDidAuthor isCrossRepository } }`

/** The heads of the default branches of a few repositories, and our open pull requests from `branch`, by id: one call. What is not there (any more) is absent. */
export async function readHeads(
  client: Client,
  repositories: readonly Named[],
  branch: string,
): Promise<ReadonlyMap<number, HeadNow>> {
  if (repositories.length === 0) return new Map()
  const names = repositories.map((_, index) => `$o${index}: String!, $n${index}: String!`).join(', ')
  const fields = repositories.map(
    (_, index) => `r${index}: repository(owner: $o${index}, name: $n${index}) { ${asked} }`,
  )
  const variables = Object.fromEntries([
    ['branch', branch],
    ...repositories.flatMap(({ owner, name }, index) => [
      [`o${index}`, owner],
      [`n${index}`, name],
    ]),
  ])
  const answer = await client
    .graphql<Record<string, Field | null>>(`query Heads($branch: String!, ${names}) { ${fields.join(' ')} }`, variables)
    .catch(dataDespite<Record<string, Field | null>>(() => true))
  return new Map(
    Object.values(answer).flatMap((field): [number, HeadNow][] => {
      if (field === null) return []
      const ref = field.defaultBranchRef
      const head = ref === null ? null : { commit: ref.target.oid, branch: ref.name }
      const pull = field.pullRequests?.nodes.find((one) => one.viewerDidAuthor && !one.isCrossRepository)
      return [[field.databaseId, { head, pull: pull?.number ?? null, private: field.isPrivate }]]
    }),
  )
}
