import type { Wait } from './client.ts'
import { type Mark, withMark } from './marker.ts'
import type { Place } from './place.ts'
import { writeReply } from './reply.ts'
import type { State } from './state.ts'

const add =
  'mutation Add($id: ID!, $body: String!) { addComment(input: { subjectId: $id, body: $body }) { subject { id } } }'
const edit =
  'mutation Edit($id: ID!, $body: String!) { updateIssueComment(input: { id: $id, body: $body }) { issueComment { id } } }'

/**
 * Puts a word into the place of the reply, which comes there later, through the API whose limit is not used up. The commands that were
 * answered stay as they were: this answers none.
 */
export async function writeNotice(
  place: Place,
  { number, state }: { readonly number: number; readonly state: State },
  text: string,
  api: Wait['api'],
): Promise<void> {
  const { reply, issue } = state
  const mark: Mark = { ...(reply?.mark ?? { commands: [], pull: null }), outcome: 'waiting' }
  const thread = { place, issue: number, before: reply }
  if (api === 'graphql') return writeReply(thread, text, mark, { find: async () => null, alone: false })
  const body = withMark(text, mark)
  if (reply === null) await place.client.graphql(add, { id: issue, body })
  else await place.client.graphql(edit, { id: reply.node, body })
}
