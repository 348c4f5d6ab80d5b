/** `notify`: a write that sends notifications (a new comment, issue or pull request), which GitHub limits harder. */
export type CallKind = 'read' | 'write' | 'notify' | 'graphql' | 'token'

/** One request, from the moment it came in. */
export interface CallEntry {
  readonly at: number
  readonly method: string
  /** Template as in GitHub's description (`/repos/{owner}/{repo}/git/refs`); null: no such route here. */
  readonly route: string | null
  readonly path: string
  readonly kind: CallKind
  /** True when it changes something; for GraphQL: when it holds a mutation. Fetching a token does not count. */
  readonly changes: boolean
  /** `app`, `installation:ID`, `person:LOGIN`, `nobody`; null: not known yet. */
  actor: string | null
  /** Null while it runs, and for ever when the connection was cut. */
  status: number | null
}

/** Every request to the server, oldest first. */
export interface CallLog {
  readonly all: CallEntry[]
  /** Those that fit all that is given. */
  where(wanted: Partial<Pick<CallEntry, 'method' | 'route' | 'kind' | 'actor' | 'status'>>): CallEntry[]
  /** How many of each kind. */
  counts(): Record<CallKind, number>
  /** Requests that change something. */
  writes(): CallEntry[]
  /** The most such requests of one caller within any stretch of this many milliseconds. */
  peak(ms: number): number
  clear(): void
}

export function callLog(): CallLog {
  const all: CallEntry[] = []
  return {
    all,
    where: (wanted) =>
      all.filter(
        (call) =>
          (wanted.method === undefined || call.method === wanted.method) &&
          (wanted.route === undefined || call.route === wanted.route) &&
          (wanted.kind === undefined || call.kind === wanted.kind) &&
          (wanted.actor === undefined || call.actor === wanted.actor) &&
          (wanted.status === undefined || call.status === wanted.status),
      ),
    counts: () => {
      const counts = { read: 0, write: 0, notify: 0, graphql: 0, token: 0 }
      for (const call of all) counts[call.kind]++
      return counts
    },
    writes: () => all.filter((call) => call.changes),
    peak: (ms) =>
      peakOf(
        all.filter((call) => call.changes),
        ms,
      ),
    clear: () => {
      all.length = 0
    },
  }
}

function peakOf(calls: readonly CallEntry[], ms: number): number {
  const byActor = [...Map.groupBy(calls, (call) => call.actor).values()]
  const peaks = byActor.map((own) =>
    own.map((last) => own.filter((one) => one.at <= last.at && one.at > last.at - ms).length),
  )
  return Math.max(0, ...peaks.flat())
}

const notifying = new Set([
  'POST /repos/{owner}/{repo}/issues',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/pulls',
])

export function kindOf(method: string, route: string | null): CallKind {
  if (route === '/graphql') return 'graphql'
  if (route === '/app/installations/{installation_id}/access_tokens') return 'token'
  if (method === 'GET' || method === 'HEAD') return 'read'
  return notifying.has(`${method} ${route}`) ? 'notify' : 'write'
}
