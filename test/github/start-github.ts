import { openObjects } from './git/objects.ts'
import type { CallLog } from './http/call-log.ts'
import type { Fault } from './http/faults.ts'
import type { Limits } from './http/limits.ts'
import { serve } from './http/server.ts'
import { appKey } from './keys.ts'
import type { RepositoryOptions } from './make-repository.ts'
import { type Clock, makeClock, makeWorld } from './make-world.ts'
import type { Person } from './person.ts'
import type { RepositoryHandle } from './repository-handle.ts'
import { routes } from './routes.ts'
import type { Delivery } from './state/delivery.ts'
import type { AppState, EventName, Installation, Permissions } from './state/installation.ts'
import { verbs, views } from './verbs.ts'
import { type Outbox, openOutbox } from './webhooks/outbox.ts'
import type { World } from './world.ts'

/** How the server is to be. Everything has a default. */
export interface GithubOptions {
  readonly app?: {
    readonly id?: number
    readonly slug?: string
    readonly webhookSecret?: string
    readonly permissions?: Permissions
    readonly events?: readonly EventName[]
  }
  /** Version of GitHub Enterprise Server to act as (`3.17.2`); default: acts as github.com. */
  readonly enterprise?: string
  /** The clock, in milliseconds since 1970; default: the real one. `github.clock` moves it. */
  readonly now?: number
}

/** What an installation covers (default: all repositories of the account) and may do (default: what the app asks for). */
export interface InstallOptions {
  readonly repositories?: readonly RepositoryHandle[]
  readonly permissions?: Permissions
}

/** A running GitHub. See `startGithub`. */
export interface Github {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  /** The same with `/api/v3`: base URL for Octokit. GraphQL is at `/api/graphql`. `url` itself is a base URL too. */
  readonly apiUrl: string
  /** Environment that points a Probot app here: APP_ID, PRIVATE_KEY, WEBHOOK_SECRET, GHE_HOST, GHE_PROTOCOL. */
  readonly env: Readonly<Record<'APP_ID' | 'PRIVATE_KEY' | 'WEBHOOK_SECRET' | 'GHE_HOST' | 'GHE_PROTOCOL', string>>
  /** The app. Set `webhookUrl` when the app listens: `http://127.0.0.1:3000/api/github/webhooks`. */
  readonly app: AppState
  /** Makes a repository `owner/name` with a first commit (or `empty`), on which the app is installed unless told. */
  repository(name: string, options?: RepositoryOptions): Promise<RepositoryHandle>
  /** A person (or with `[bot]` at the end a bot), made when first named. */
  person(login: string): Person
  /** Gives a role: none, read, triage, write, maintain, admin, or `custom-name:write` for a custom role over a base. */
  grant(repository: RepositoryHandle, login: string, role: string): void
  /** Installs the app on an account, or changes its installation; sends `installation`, `installation_repositories`. */
  install(owner: string, how?: InstallOptions): Promise<Installation>
  /** Removes the app from an account: its tokens stop working. */
  uninstall(owner: string): Promise<void>
  suspend(owner: string): Promise<void>
  unsuspend(owner: string): Promise<void>
  /** Renames a repository (`owner/name`), or moves it to another owner; the old name leads to the new one. */
  rename(repository: RepositoryHandle, name: string): void
  /** Gives a person another login. */
  renamePerson(from: string, to: string): void
  /** Every request so far. */
  readonly calls: CallLog
  /** None unless you set some: `github.limits.changesPerMinute = 80`. */
  readonly limits: Limits
  /** Push what shall go wrong. */
  readonly faults: Fault[]
  /** The app's delivery log, oldest first. */
  readonly deliveries: readonly Delivery[]
  /** What becomes of deliveries: `outbox.fate = …`, `outbox.release()`, `outbox.redeliver(id)`, `outbox.idle()`. */
  readonly outbox: Outbox
  readonly clock: Clock
  /** All of the state, for what has no verb here. */
  readonly world: World
  stop(): Promise<void>
}

/**
 * Starts a stand-in for GitHub on a free port of the loopback: its REST and GraphQL API for a GitHub App over a real bare git
 * repository, and its webhooks. Answers are typed by `@octokit/openapi-types`. Stop it with `stop()`.
 *
 * ```ts
 * const github = await startGithub()
 * const app = await startMyApp({ ...github.env, PORT: '0' })       // the real Probot server
 * github.app.webhookUrl = `${app.url}/api/github/webhooks`
 *
 * const repository = await github.repository('acme/site', { files: { 'package.json': '{}' } })
 * // or { folder: 'test/repos/vite' }, { clone: '/path/to/git/repository' }, { empty: true }; { private: true, roles: { bob: 'read' } }
 * github.grant(repository, 'alice', 'write')
 * const alice = github.person('alice')
 * const issue = await alice.opensIssue(repository, 'Deploy this')
 * const said = await alice.comments(repository, issue, '/cicd setup')  // signed webhook; waits for the app's answer
 * said.delivery?.statusCode                                          // what the app answered
 * await github.outbox.idle()                                         // the app's own writes are delivered too
 *
 * repository.comments(issue)      // [{ by: 'alice', reactions: ['eyes by slipway[bot]'] … }, …]
 * repository.pulls()              // [{ head: 'cicd/setup', title, body, state … }]
 * await repository.files('cicd/setup')
 * github.calls.counts()           // { read, write, notify, graphql, token }
 *
 * github.faults.push({ match: 'POST /repos/{owner}/{repo}/git/refs', kind: 'lost-answer' })
 * github.outbox.fate = () => 'twice'
 * await github.stop()
 * ```
 *
 * An app that works in the background answers the delivery before it is done: wait for what the test expects, for instance with
 * `vi.waitFor(() => expect(repository.pulls()).toHaveLength(1))`.
 * A request that has no route here answers 404 with `the stand-in has no …`, and its `route` in `calls` is null.
 */
export async function startGithub(options: GithubOptions = {}): Promise<Github> {
  const [key, objects] = await Promise.all([appKey(), openObjects()])
  const server = serve(() => world, routes)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address === null || typeof address === 'string' ? 0 : address.port
  const origin = `http://127.0.0.1:${port}`
  const clock = makeClock(options.now)
  const world: World = makeWorld(options, { objects, origin, key, clock, outbox: () => outbox })
  const outbox = openOutbox(world)
  const stop = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await objects.end()
  }
  return { ...views(world), ...verbs(world, outbox), outbox, clock, stop }
}
