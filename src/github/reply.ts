import { type Mark, withMark } from './marker.ts'
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

/**
 * Writes the one reply of an issue: the comment that is there is edited, else one is made. `find` reads the comment of this
 * app again, for the case that an answer got lost. A text that is the same already is not written.
 */
export async function writeReply(
  place: Place,
  issue: number,
  before: Reply | null,
  text: string,
  mark: Mark,
  find: () => Promise<Reply | null>,
): Promise<void> {
  const body = withMark(shorten(text), mark)
  if (before?.body === body) return
  if (before !== null && (await edit(place, before.id, body))) return
  await once(
    async () => {
      await place.client.rest.issues.createComment({ ...at(place), issue_number: issue, body, request: unrepeated })
      return true
    },
    async () => {
      const found = await find()
      return found !== null && found.mark.commands.at(-1) === mark.commands.at(-1) ? true : null
    },
  )
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
