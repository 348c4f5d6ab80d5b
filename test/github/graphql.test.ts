import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asInstallation, type Client } from './octokit.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { type Github, startGithub } from './start-github.ts'

let github: Github
let octokit: Client
let repository: RepositoryHandle
const at = { owner: 'acme', name: 'site' }

beforeEach(async () => {
  github = await startGithub()
  const files = { 'package.json': '{}', bin: Buffer.from([1, 0, 2]), 'docs/a.md': '# A' }
  repository = await github.repository('acme/site', { files })
  octokit = await asInstallation(github, 'acme')
})
afterEach(() => github.stop())

const head = () => repository.branch('main') ?? ''
const problem = (query: Promise<unknown>) =>
  query.then(
    () => null,
    (error: unknown) => Object(error).errors?.[0],
  )

describe('a query', () => {
  it('reads many files at once', async () => {
    const query = `query ($owner: String!, $name: String!, $a: String!, $b: String!) {
      repository(owner: $owner, name: $name) {
        a: object(expression: $a) { ...file }
        b: object(expression: $b) { ...file }
        c: object(expression: "HEAD:none") { ...file }
      }
    }
    fragment file on Blob { text isBinary isTruncated byteSize oid }`
    const answer = await octokit.graphql(query, { ...at, a: `${head()}:package.json`, b: 'main:bin' })
    expect(answer).toEqual({
      repository: {
        a: {
          text: '{}',
          isBinary: false,
          isTruncated: false,
          byteSize: 2,
          oid: '9e26dfeeb6e641a33dae4961196235bdb965b21b',
        },
        b: { text: null, isBinary: true, isTruncated: false, byteSize: 3, oid: expect.any(String) },
        c: null,
      },
    })
    expect(github.calls.counts()).toMatchObject({ graphql: 1, write: 0 })
    expect(github.calls.writes()).toEqual([])
  })

  it('reads branches, pull requests, comments and reactions', async () => {
    const alice = github.person('alice')
    await alice.pushes(repository, { x: 'y' }, { branch: 'cicd/setup' })
    const number = await alice.opensPull(repository, 'cicd/setup')
    for (const body of ['one', 'two', 'three']) await alice.comments(repository, number, body)
    const query = `query ($owner: String!, $name: String!) {
      repository(owner: $owner, name: $name) {
        databaseId isEmpty
        defaultBranchRef { name target { oid ... on Commit { message signature { isValid } } } }
        ref(qualifiedName: "refs/heads/cicd/setup") { target { ... on Commit { history(first: 1) { totalCount } } } }
        pullRequests(headRefName: "cicd/setup", states: [OPEN], first: 5) {
          nodes {
            number state headRefName viewerDidAuthor author { __typename login }
            comments(last: 2) { pageInfo { hasPreviousPage } nodes { body author { login } reactions(first: 1) { totalCount } } }
          }
        }
      }
    }`
    expect(await octokit.graphql(query, at)).toMatchObject({
      repository: {
        databaseId: repository.id,
        isEmpty: false,
        defaultBranchRef: { name: 'main', target: { oid: head(), signature: null } },
        ref: { target: { history: { totalCount: 2 } } },
        pullRequests: {
          nodes: [
            {
              number,
              state: 'OPEN',
              viewerDidAuthor: false,
              author: { __typename: 'User', login: 'alice' },
              comments: { pageInfo: { hasPreviousPage: true }, nodes: [{ body: 'two' }, { body: 'three' }] },
            },
          ],
        },
      },
    })
  })

  it('is refused where it is wrong, unknown or not allowed', async () => {
    const wrong = octokit.graphql('{ repository(owner: "acme", name: "site") { nonsense } }')
    expect(await problem(wrong)).toMatchObject({ message: expect.stringContaining('Cannot query field "nonsense"') })
    const unknown = octokit.graphql('{ repository(owner: "acme", name: "none") { name } }')
    expect(await problem(unknown)).toMatchObject({
      type: 'NOT_FOUND',
      path: ['repository'],
      message: "Could not resolve to a Repository with the name 'acme/none'.",
    })
    const gone = octokit.graphql(
      '{ repository(owner: "acme", name: "site") { issueOrPullRequest(number: 9) { __typename } } }',
    )
    expect(await problem(gone)).toMatchObject({
      type: 'NOT_FOUND',
      message: 'Could not resolve to an issue or pull request with the number of 9.',
    })
    const narrow = await asInstallation(github, 'acme', { permissions: { issues: 'write' } })
    const file = narrow.graphql(
      '{ repository(owner: "acme", name: "site") { object(expression: "HEAD:package.json") { oid } } }',
    )
    expect(await problem(file)).toMatchObject({ type: 'FORBIDDEN', path: ['repository', 'object'] })
  })
})

describe('a mutation', () => {
  it('comments, changes the comment and reacts', async () => {
    const alice = github.person('alice')
    const number = await alice.opensIssue(repository, 'Issue')
    const { data } = await octokit.rest.issues.get({ owner: 'acme', repo: 'site', issue_number: number })
    const add = `mutation ($id: ID!) {
      addComment(input: { subjectId: $id, body: "hi" }) { commentEdge { node { id viewerDidAuthor author { __typename login } } } }
      addReaction(input: { subjectId: $id, content: EYES }) { reaction { content } }
    }`
    const answer = Object(await octokit.graphql(add, { id: data.node_id }))
    const { node } = answer.addComment.commentEdge
    expect(node).toMatchObject({ viewerDidAuthor: true, author: { __typename: 'Bot', login: 'slipway' } })
    const change =
      'mutation ($id: ID!) { updateIssueComment(input: { id: $id, body: "bye" }) { issueComment { body } } }'
    await octokit.graphql(change, { id: node.id })
    expect(repository.comments(number)).toMatchObject([{ by: 'slipway[bot]', body: 'bye' }])
    expect(repository.state.issues[0]?.reactions).toMatchObject([{ content: 'eyes' }])
    expect(github.calls.writes()).toHaveLength(2)
  })

  it('commits files on a branch, once, and opens a pull request', async () => {
    const { data } = await octokit.rest.repos.get({ owner: 'acme', repo: 'site' })
    const branch =
      'mutation ($id: ID!, $oid: GitObjectID!) { createRef(input: { repositoryId: $id, name: "refs/heads/cicd/setup", oid: $oid }) { ref { id } } }'
    await octokit.graphql(branch, { id: data.node_id, oid: head() })
    const commit = `mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { signature { isValid } } } }`
    const input = {
      branch: { repositoryNameWithOwner: 'acme/site', branchName: 'cicd/setup' },
      message: { headline: 'Set up' },
      expectedHeadOid: head(),
      fileChanges: { additions: [{ path: 'amplify.yml', contents: btoa('version: 1') }], deletions: [{ path: 'bin' }] },
    }
    const made = await octokit.graphql(commit, { input })
    expect(made).toEqual({ createCommitOnBranch: { commit: { signature: { isValid: true } } } })
    expect(Object.keys(await repository.files('cicd/setup'))).toEqual(['amplify.yml', 'docs/a.md', 'package.json'])
    expect(await problem(octokit.graphql(commit, { input }))).toMatchObject({ type: 'STALE_DATA' })
    const open =
      'mutation ($id: ID!) { createPullRequest(input: { repositoryId: $id, baseRefName: "main", headRefName: "cicd/setup", title: "T" }) { pullRequest { number url } } }'
    expect(await octokit.graphql(open, { id: data.node_id })).toMatchObject({
      createPullRequest: { pullRequest: { number: 1 } },
    })
    expect(repository.pulls()).toMatchObject([{ title: 'T', head: 'cicd/setup', by: 'slipway[bot]' }])
  })
})
