import type { Client } from './client.ts'
import type { Access, GitHub } from './connect.ts'
import { statusOf } from './status-of.ts'

/** Told of what the clients do. */
export interface Meter {
  /** A request that ended, after Octokit's own retries; null: without an answer. */
  request(kind: 'read' | 'write' | 'graphql', status: number | null): void
  /** A wait for a rate limit, before it begins. */
  waiting(seconds: number): void
}

/** The same, counted. */
export function metered(github: GitHub, meter: Meter): GitHub {
  const watched = (access: Access): Access => ({
    ...access,
    onWait: (wait) => {
      meter.waiting(wait.seconds)
      access.onWait(wait)
    },
  })
  return {
    ...github,
    reader: async (access) => count(await github.reader(watched(access)), meter),
    writer: async (access, workflows) => count(await github.writer(watched(access), workflows), meter),
    checker: async (access) => count(await github.checker(watched(access)), meter),
    organisation: async (access) => {
      const client = await github.organisation(watched(access))
      return client === null ? null : count(client, meter)
    },
  }
}

function count(client: Client, meter: Meter): Client {
  client.hook.wrap('request', async (request, options) => {
    const read = options.method === 'GET' || options.method === 'HEAD'
    const kind = options.url.endsWith('/graphql') ? 'graphql' : read ? 'read' : 'write'
    try {
      const response = await request(options)
      meter.request(kind, response.status)
      return response
    } catch (error) {
      meter.request(kind, statusOf(error))
      throw error
    }
  })
  return client
}
