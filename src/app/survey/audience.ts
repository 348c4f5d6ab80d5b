import type { Client } from '../../github/client.ts'
import type { Installed } from '../../github/installed.ts'
import { readersOf } from '../../github/readers.ts'
import type { Audience } from '../../overview/overview.ts'
import type { Session } from '../session.ts'

/** Who reads the thread of a command, and what may be told there. */
export interface Thread {
  readonly audience: Audience
  /** Whether a repository could be told of at all, going by its visibility alone. */
  mayShow(repository: Installed): boolean
  /** Whether everybody who reads the thread may read this repository. Asks GitHub where its visibility does not tell; where GitHub does not say, no. */
  allRead(repository: Installed): Promise<boolean>
}

/**
 * What is told on a thread can be read by everybody who reads its repository, so a survey tells no more there than each of them could read
 * himself: on a public one only what is public; else a private repository only where all readers of the thread are among its readers.
 */
export function threadOf(session: Session, repositories: readonly Installed[], lister: Client): Thread {
  const own = repositories.find(({ id }) => id === session.state.repository.id)
  const audience = session.state.repository.private ? (own?.visibility ?? 'public') : 'public'
  const place = { client: lister, owner: session.place.owner, name: session.place.name }
  const readers = onlyOnce(() => readersOf(place))
  const outsiders = onlyOnce(() => readersOf(place, 'outside'))
  const membersOnly = async () => (await outsiders())?.size === 0
  return {
    audience,
    mayShow: ({ visibility }) =>
      visibility === 'public' || audience === 'private' || (audience === 'internal' && visibility === 'internal'),
    allRead: async ({ id, owner, name, visibility }) => {
      if (visibility === 'public' || id === own?.id) return true
      if (audience === 'public') return false
      if (visibility === 'internal' && (await membersOnly())) return true
      if (audience === 'internal') return false
      const all = await readers()
      // Who gave the command reads the thread; a list without them is not the whole list.
      if (all === null || !all.has(session.job.actor.id)) return false
      const theirs = await readersOf({ client: lister, owner, name })
      return theirs !== null && [...all].every((id) => theirs.has(id))
    },
  }
}

function onlyOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null
  return () => {
    answer ??= ask()
    return answer
  }
}
