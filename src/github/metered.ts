import type { RequestKind } from './client.ts'
import type { Access, GitHub } from './connect.ts'

/** Told of what the clients do. */
export interface Meter {
  /** A request that ended, after Octokit's own retries; null: without an answer. */
  request(kind: RequestKind, status: number | null): void
  /** A wait for a rate limit, before it begins. */
  waiting(seconds: number): void
}

/** The same, counted. */
export function metered(github: GitHub, meter: Meter): GitHub {
  const watched = (access: Access): Access => ({
    ...access,
    onRequest: (kind, status) => meter.request(kind, status),
    onWait: (wait) => {
      meter.waiting(wait.seconds)
      access.onWait(wait)
    },
  })
  return {
    ...github,
    reader: (access) => github.reader(watched(access)),
    writer: (access, workflows) => github.writer(watched(access), workflows),
    checker: (access) => github.checker(watched(access)),
    deployer: (access) => github.deployer(watched(access)),
    watcher: (access) => github.watcher(watched(access)),
    lister: (access) => github.lister(watched(access)),
    contents: (access, repositories) => github.contents(watched(access), repositories),
    organisation: (access) => github.organisation(watched(access)),
  }
}
