import { setTimeout as pause } from 'node:timers/promises'
import type { CallEntry } from '../../test/github/http/call-log.ts'
import type { Thread, World } from './world.ts'

/** What came of commands that were given at once. Times in milliseconds since the commands. */
export interface Run {
  /** When each was answered; one that was not is absent. */
  readonly replies: readonly number[]
  readonly commands: number
  readonly calls: readonly CallEntry[]
  /** Of each installation that calls were made for: when its last reply came, and the least time that its calls need. */
  readonly installations: readonly { readonly last: number; readonly bound: number }[]
  /** Commands without a reply, or with more than one. */
  readonly lost: number
  readonly doubled: number
}

const commentRoute = '/repos/{owner}/{repo}/issues/{issue_number}/comments'

/** Comments `/cicd setup` on all threads at once, and waits until all are answered or the time is over. */
export async function commandAll(world: World, threads: readonly Thread[], patienceMs: number): Promise<Run> {
  const { github, alice } = world
  github.calls.clear()
  const start = Date.now()
  const given = threads.map(({ repository, issue }) => alice.comments(repository, issue, '/cicd setup'))
  const replies = () => github.calls.all.filter(isReply)
  while (replies().length < threads.length && Date.now() - start < patienceMs) await pause(200)
  await Promise.all(given)
  // What is doubled comes late.
  await pause(3000)
  const calls = [...github.calls.all]
  const counts = threads.map(
    ({ repository, issue }) => repository.comments(issue).filter(({ by }) => by !== 'alice').length,
  )
  return {
    replies: replies().map(({ at }) => at - start),
    commands: threads.length,
    calls,
    installations: byInstallation(calls, start),
    lost: counts.filter((count) => count === 0).length,
    doubled: counts.filter((count) => count > 1).length,
  }
}

function isReply({ route, method, status }: CallEntry): boolean {
  return method === 'POST' && route === commentRoute && status === 201
}

/**
 * GitHub asks for one write a second, and three seconds between two that notify; Octokit counts GraphQL queries as writes.
 * Neither reads nor token requests are paced.
 */
function byInstallation(calls: readonly CallEntry[], start: number): Run['installations'] {
  const groups = Map.groupBy(calls, ({ actor }) => actor)
  return [...groups].flatMap(([actor, own]) => {
    const replies = own.filter(isReply)
    if (!actor?.startsWith('installation:') || replies.length === 0) return []
    const paced = own.filter(({ kind }) => kind === 'write' || kind === 'notify' || kind === 'graphql').length
    const notifying = own.filter(({ kind }) => kind === 'notify').length
    const last = Math.max(...replies.map(({ at }) => at)) - start
    return [{ last, bound: Math.max(paced, 3 * notifying) * 1000 }]
  })
}
