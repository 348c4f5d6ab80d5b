import { blobFields } from './blob-fields.ts'

export interface GitTarget {
  readonly oid: string
  readonly tree?: { readonly oid: string }
}
export interface CommentNode {
  readonly id: string
  readonly url: string
  readonly viewerDidAuthor: boolean
  readonly body: string
}
export interface Comments {
  readonly nodes: readonly CommentNode[]
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null }
}
/** What comes back. */
export interface Answer {
  readonly repository: {
    readonly databaseId: number
    readonly name: string
    readonly owner: { readonly login: string; readonly databaseId?: number }
    readonly createdAt: string
    readonly isPrivate: boolean
    readonly isArchived: boolean
    readonly isDisabled: boolean
    readonly defaultBranchRef: { readonly name: string; readonly target: GitTarget } | null
    readonly ref: { readonly target: GitTarget } | null
    readonly proposed: { readonly text?: string | null } | null
    readonly pullRequests: {
      readonly nodes: readonly {
        readonly number: number
        readonly url: string
        readonly state: 'OPEN' | 'CLOSED' | 'MERGED'
        readonly isCrossRepository: boolean
        readonly viewerDidAuthor: boolean
        readonly title: string
        readonly body: string
        readonly baseRefName: string
      }[]
    }
    /** Absent where no issue was asked about. */
    readonly issueOrPullRequest?: { readonly id: string; readonly comments: Comments } | null
  } | null
  /** Null: not there, or not to be seen with this token. */
  readonly organisation: object | null
}
export type Repository = NonNullable<Answer['repository']>

/** Files that most repositories have, in the order of their fields in the answer. */
export const commonFiles = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', '.nvmrc', 'Dockerfile', '.env.example'],
  ...['requirements.txt', 'pyproject.toml', '.python-version', '.github/cicd.yml', '.github/cicd.lock.json'],
]

const comments = `comments(last: 100, before: $before) {
  nodes { id url viewerDidAuthor body }
  pageInfo { hasPreviousPage startCursor }
}`
const conversation = `issueOrPullRequest(number: $issue) { ... on Issue { id ${comments} } ... on PullRequest { id ${comments} } }`
/** The file that an organisation keeps for all of its repositories: `b0` in the answer. */
const organisation = `organisation: repository(owner: $owner, name: ".github") {
    ${blobFields(['expression: "HEAD:.github/cicd.yml"'])}
  }`
/** Repository, branch, pull requests, the newest comments of an issue where one is asked about, common files, and the organisation's configuration. */
export function query(withIssue: boolean): string {
  const variables = withIssue ? ', $issue: Int!, $before: String' : ''
  return `query State($owner: String!, $name: String!, $ref: String!, $branch: String!, $lock: String!${variables}) {
  repository(owner: $owner, name: $name) {
    databaseId name createdAt isPrivate isArchived isDisabled
    owner { login ... on User { databaseId } ... on Organization { databaseId } }
    defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }
    ref(qualifiedName: $ref) { target { oid ... on Commit { tree { oid } } } }
    proposed: object(expression: $lock) { ... on Blob { text } }
    pullRequests(headRefName: $branch, first: 20, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes { number url state isCrossRepository viewerDidAuthor title body baseRefName }
    }
    ${withIssue ? conversation : ''}
    ${blobFields(commonFiles.map((path) => `expression: "HEAD:${path}"`))}
  }
  ${organisation}
}`
}
/** Comments before those of `query`. */
export const earlier = `query Earlier($owner: String!, $name: String!, $issue: Int!, $before: String) {
  repository(owner: $owner, name: $name) { ${conversation} }
}`
