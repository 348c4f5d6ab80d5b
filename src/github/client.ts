import { setTimeout } from 'node:timers/promises'
import { type Logger, ProbotOctokit } from 'probot'
import { statusOf } from './status-of.ts'
import { wholeAnswers } from './whole-answers.ts'
import type { WriteBudget } from './write-budget.ts'

/** Octokit as Probot ships it: throttling, retries and pagination. */
export type Client = ProbotOctokit

/** Something like a Bottleneck group, as Octokit's throttling keeps one for writes and one for writes that notify people. */
export interface Pacer {
  key(lane: string): { schedule<T>(options: object, run: () => Promise<T>): Promise<T> }
}

/** Octokit's pace is one write a second, and three seconds between two that notify. */
export interface Pace {
  readonly write: Pacer
  readonly notifications: Pacer
  /** How long a second of waiting is, in milliseconds. */
  readonly secondMs: number
  /** How many writes an installation has in an hour, where that is not the usual. */
  readonly writesPerHour?: number | undefined
}

/** A wait for a limit: GitHub's of requests, its guard against bursts, or our own budget of writes. GitHub counts REST and GraphQL apart. */
export interface Wait {
  readonly seconds: number
  readonly limit: 'requests' | 'burst' | 'budget'
  readonly api: 'rest' | 'graphql'
}

export type RequestKind = 'read' | 'write' | 'graphql'

export interface ClientOptions {
  readonly apiUrl: string
  readonly token: string
  /** Clients of one lane share Octokit's pace of writes: one for each installation, as GitHub counts. */
  readonly lane: string
  readonly log: Logger
  /** Told before each wait for a rate limit. */
  readonly onWait: (wait: Wait) => void
  /** Told of each request that ended, after Octokit's own retries; null: without an answer. */
  readonly onRequest?: ((kind: RequestKind, status: number | null) => void) | undefined
  /** Shared by all clients of the app. */
  readonly budget: WriteBudget
  /** Instead of Octokit's pace: a stand-in for GitHub needs none. */
  readonly pace?: Pace | undefined
}

const requestTimeoutMs = 30_000
const longestWaitSeconds = 3700
const waits = 3

/**
 * A client with a token of its own. Primary and secondary limits are waited out, a few times and for no longer than the hour
 * that GitHub's window lasts; Probot's own setting repeats primary limits only. Reads are repeated after 5xx and cut answers;
 * for writes that must not happen twice see `once`.
 */
export function createClient(options: ClientOptions): Client {
  const client = octokit(options, options.lane)
  paceByBudget(client, options)
  // Octokit takes a query for a write, since it is a POST, and keeps a second between the two. GitHub asks that of what changes something only:
  // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests (read 2026-11).
  return Object.assign(client, { graphql: octokit(options, `${options.lane} queries`).graphql })
}

/** One Octokit. Those with the same `lane` wait for each other. */
function octokit({ apiUrl, token, log, onWait, onRequest, pace }: ClientOptions, lane: string): Client {
  const waitFor =
    (limit: Wait['limit']) =>
    (seconds: number, { url }: { readonly url: string }, _client: object, count: number) => {
      const willWait = count < waits && seconds <= longestWaitSeconds
      if (willWait) onWait({ seconds, limit, api: url.endsWith('/graphql') ? 'graphql' : 'rest' })
      return willWait
    }
  const waiting = { onRateLimit: waitFor('requests'), onSecondaryRateLimit: waitFor('burst') }
  const unit = { retryAfterBaseValue: secondOf(pace) }
  const client = new ProbotOctokit({
    auth: { token },
    baseUrl: apiUrl,
    log: wordsOnly(log),
    request: { fetch: wholeAnswers(requestTimeoutMs) },
    throttle: { id: lane, ...waiting, ...pace, ...unit },
    retry: unit,
  })
  if (onRequest !== undefined) count(client, onRequest)
  return client
}

function secondOf(pace: Pace | undefined): number {
  return pace?.secondMs ?? 1000
}

/** Holds writes back where the installation has made enough of them in this hour. */
function paceByBudget(client: Client, { budget, lane, onWait, pace }: ClientOptions): void {
  client.hook.before('request', async ({ method }) => {
    const wait = method === 'GET' ? 0 : budget.take(lane)
    if (wait === 0) return
    onWait({ seconds: Math.ceil(wait / 1000), limit: 'budget', api: 'rest' })
    await setTimeout((wait / 1000) * secondOf(pace))
  })
}

function count(client: Client, onRequest: NonNullable<ClientOptions['onRequest']>): void {
  client.hook.wrap('request', async (request, options) => {
    const read = options.method === 'GET' || options.method === 'HEAD'
    const kind = options.url.endsWith('/graphql') ? 'graphql' : read ? 'read' : 'write'
    try {
      const response = await request(options)
      onRequest(kind, response.status)
      return response
    } catch (error) {
      onRequest(kind, statusOf(error))
      throw error
    }
  })
}

/** Probot's Octokit logs the body of each request along with the words; bodies hold other people's texts. */
function wordsOnly(log: Logger) {
  const say = (level: 'debug' | 'info' | 'warn' | 'error') => {
    return (...parts: readonly unknown[]) => log[level](parts.findLast((part) => typeof part === 'string') ?? '')
  }
  return { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') }
}
