import { type HeadNow, readHeads } from '../../github/heads.ts'
import type { Installed } from '../../github/installed.ts'
import { setUpBranch } from '../../render/pull-request.ts'
import { organisationText } from '../configuration.ts'
import type { Core } from '../look.ts'
import type { Session } from '../session.ts'
import type { Thread } from './audience.ts'
import { inTurns } from './in-turns.ts'
import { lookAt } from './look-at.ts'
import type { KeptRow } from './progress.ts'

/** How many repositories are asked about at the same time. */
const atOnce = 4

/** What came of one part of a survey. */
export interface Part {
  readonly rows: readonly KeptRow[]
  /** How many may not be shown. */
  readonly hidden: number
}

/** Looks at some repositories: first whether they may be shown, then, with a token that reads just those, what is in them. */
export async function lookAtPart(
  repositories: readonly Installed[],
  thread: Thread,
  session: Session,
  core: Core,
): Promise<Part> {
  const readable = await inTurns(repositories, atOnce, (one) => thread.allRead(one))
  const shown = repositories.filter((_, index) => readable[index])
  const rows = await rowsOf(shown, session, core)
  return { rows, hidden: repositories.length - shown.length }
}

async function rowsOf(repositories: readonly Installed[], session: Session, core: Core): Promise<readonly KeptRow[]> {
  const ids = repositories.map(({ id }) => id)
  if (ids.length === 0) return []
  const client = await session.github.contents(session.access, ids)
  // One of them went away since they were listed, so no token is given for all: each gets its own.
  if (client === null) {
    const [first, second] = repositories
    if (first !== undefined && second === undefined) return []
    return (await inTurns(repositories, atOnce, (one) => rowsOf([one], session, core))).flat()
  }
  const { enterprise } = await session.github.identity(client)
  const organisation = await organisationText(session)
  const heads = await readHeads(client, repositories, setUpBranch)
  const rows = await inTurns(repositories, atOnce, async (one): Promise<KeptRow[]> => {
    const head = heads.get(one.id)
    if (head === undefined || isHiddenNow(one, head)) return []
    const row = await lookAt(one, head, { session, core, client, organisation, enterprise })
    return row === null ? [] : [{ row, open: one.visibility === 'public' }]
  })
  return rows.flat()
}

/** It was made private since it was listed. */
function isHiddenNow({ visibility }: Installed, head: HeadNow): boolean {
  return visibility === 'public' && head.private
}
