import { type Mark, readMark, withMark } from './marker.ts'
import { once, unrepeated } from './once.ts'
import { at, type Place } from './place.ts'
import type { Reply } from './state.ts'
import { orNull, statusOf } from './status-of.ts'

/** GitHub takes 65,536 characters; the mark and a margin are left out. */
const longest = 65_000

/**
 * Shows that a command was seen (`eyes`) or is not for this person (`-1`). The same reaction twice is one reaction.
 * A comment that was deleted meanwhile is no failure.
 */
export async function react(place: Place, comment: number, content: 'eyes' | '-1'): Promise<void> {
  await orNull(place.client.rest.reactions.createForIssueComment({ ...at(place), comment_id: comment, content }))
}

/** Where a reply stands, or is to stand. */
export interface Thread {
  readonly place: Place
  readonly issue: number
  readonly before: Reply | null
}

/**
 * Writes the one reply of an issue: the comment that is there is edited, else one is made. `find` reads the comment of this
 * app again, for the case that an answer got lost. A text that is the same already is not written. `alone`: no other process replies to the
 * same command, so none is looked for.
 */
export async function writeReply(
  { place, issue, before }: Thread,
  text: string,
  mark: Mark,
  { find, alone }: { readonly find: () => Promise<Reply | null>; readonly alone: boolean },
): Promise<void> {
  const body = withMark(shorten(text), mark)
  if (before?.body === body) return
  if (before !== null && (await edit(place, before.id, body))) return
  const { made } = await once<{ readonly made: Made | null }>(
    async () => {
      const { data } = await place.client.rest.issues.createComment({
        ...at(place),
        issue_number: issue,
        body,
        request: unrepeated,
      })
      return { made: data }
    },
    async () => {
      const found = await find()
      return found !== null && found.mark.commands.at(-1) === mark.commands.at(-1) ? { made: null } : null
    },
  )
  if (made !== null && !alone) await giveWay(place, issue, made, { text, mark })
}

/** As much of a comment as tells whose it is. */
interface Made {
  readonly id: number
  readonly created_at: string
  readonly user: { readonly id: number } | null
}

const reachMs = 10 * 60_000

/**
 * Another process may have replied in the same moment: of two replies the first stays. Whoever wrote the second sees the first, since it looks
 * afterwards, and takes its own away.
 */
async function giveWay(
  place: Place,
  issue: number,
  made: Made,
  { text, mark }: { readonly text: string; readonly mark: Mark },
): Promise<void> {
  const since = new Date(Date.parse(made.created_at) - reachMs).toISOString()
  const { data } = await place.client.rest.issues.listComments({
    ...at(place),
    issue_number: issue,
    since,
    per_page: 100,
  })
  const [first] = data.flatMap(({ id, user, body }) => {
    const theirs = id < made.id && user?.id === made.user?.id ? readMark(body ?? '') : null
    return theirs === null ? [] : [{ id, mark: theirs }]
  })
  if (first === undefined) return
  await orNull(place.client.rest.issues.deleteComment({ ...at(place), comment_id: made.id }))
  const missing = mark.commands.filter((command) => !first.mark.commands.includes(command))
  if (missing.length === 0) return
  const commands = [...first.mark.commands, ...missing]
  await edit(place, first.id, withMark(shorten(text), { ...mark, commands }))
}

/** False where the comment was deleted. */
async function edit(place: Place, comment: number, body: string): Promise<boolean> {
  try {
    await place.client.rest.issues.updateComment({ ...at(place), comment_id: comment, body })
    return true
  } catch (error) {
    if (statusOf(error) === 404) return false
    throw error
  }
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}\n\n…`
}
