import type { Logger } from 'probot'
import type { Wait } from '../github/client.ts'
import { writeNotice } from '../github/notice.ts'
import type { Place } from '../github/place.ts'
import type { State } from '../github/state.ts'
import type { Texts } from '../text.ts'

/** Where a command stands, once that was read. */
interface Thread {
  readonly place: Place
  readonly number: number
  readonly state: State
  readonly texts: Texts
}

/** The waits of one command for rate limits. */
export interface Waiting {
  onWait(wait: Wait): void
  /** From now on a long wait can be told on the thread. */
  know(thread: Thread): void
  /** Seconds so far. */
  seconds(): number
  /** Whether something was written in the place of the reply meanwhile, so that it must be looked for again. */
  wasTold(): Promise<boolean>
}

/** A shorter wait is over before anyone has read of it. */
const worthTelling = 20

/**
 * Counts the waits, and tells a long one on the thread when it begins, once. Not while GitHub guards against a burst: it takes nothing
 * then, and each further request makes it worse (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api, read 2026-11).
 */
export function waiting(log: Logger, now: () => number = Date.now): Waiting {
  let seconds = 0
  let thread: Thread | null = null
  let told: Promise<void> | null = null
  return {
    onWait: (wait) => {
      seconds += wait.seconds
      log.warn(wait, 'waiting for a rate limit of GitHub')
      if (thread === null || told !== null || wait.limit === 'burst' || wait.seconds < worthTelling) return
      told = writeNotice(thread.place, thread, notice(now() + wait.seconds * 1000, thread.texts), wait.api).catch(
        (error: unknown) => {
          log.warn({ err: error }, 'the wait could not be told on the thread')
        },
      )
    },
    know: (known) => {
      thread = known
    },
    seconds: () => seconds,
    wasTold: async () => {
      await told
      return told !== null
    },
  }
}

function notice(until: number, { reply }: Texts): string {
  const at = new Date(until).toISOString().slice(11, 16)
  return reply.waitingUntil(at)
}
