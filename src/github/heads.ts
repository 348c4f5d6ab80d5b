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

interface HeadField {
  readonly databaseId: number
  readonly isPrivate: boolean
  readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } } | null
}

interface PullField {
  readonly pullRequests: {
    readonly nodes: readonly {
      readonly number: number
      readonly viewerDidAuthor: boolean
      readonly isCrossRepository: boolean
    }[]
  }
}

interface Answer {
  readonly [field: `h${number}`]: HeadField | null
  readonly [field: `p${number}`]: PullField | null
}

const head = 'databaseId isPrivate defaultBranchRef { name target { oid } }'
const pull =
  'pullRequests(headRefName: $branch, states: [OPEN], first: 5) { nodes { number viewerDidAuthor isCrossRepository } }'

/**
 * The heads of the default branches of a few repositories, and our open pull requests from `branch`, by id: one call. What is not there (any more)
 * is absent. The two are asked for apart, since a field that may not be seen makes nothing of all that it is in.
 */
export async function readHeads(
  client: Client,
  repositories: readonly Named[],
  branch: string,
): Promise<ReadonlyMap<number, HeadNow>> {
  if (repositories.length === 0) return new Map()
  const names = repositories.map((_, index) => `$o${index}: String!, $n${index}: String!`).join(', ')
  const fields = repositories.flatMap((_, index) => [
    `h${index}: repository(owner: $o${index}, name: $n${index}) { ${head} }`,
    `p${index}: repository(owner: $o${index}, name: $n${index}) { ${pull} }`,
  ])
  const variables = Object.fromEntries([
    ['branch', branch],
    ...repositories.flatMap(({ owner, name }, index) => [
      [`o${index}`, owner],
      [`n${index}`, name],
    ]),
  ])
  const query = `query Heads($branch: String!, ${names}) { ${fields.join(' ')} }`
  const answer = await client.graphql<Answer>(query, variables).catch(dataDespite<Answer>(() => true))
  return new Map(
    repositories.flatMap((_, index): [number, HeadNow][] => {
      const found = answer[`h${index}`]
      return found ? [[found.databaseId, headNow(found, answer[`p${index}`] ?? null)]] : []
    }),
  )
}

function headNow({ defaultBranchRef: ref, isPrivate }: HeadField, pulls: PullField | null): HeadNow {
  const ours = pulls?.pullRequests.nodes.find((one) => one.viewerDidAuthor && !one.isCrossRepository)
  return {
    head: ref === null ? null : { commit: ref.target.oid, branch: ref.name },
    pull: ours?.number ?? null,
    private: isPrivate,
  }
}
