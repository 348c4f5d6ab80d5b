import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'

/** When a comment was made, ISO 8601; null where it was deleted. */
export async function commentedAt(place: Place, comment: number): Promise<string | null> {
  const answer = await orNull(place.client.rest.issues.getComment({ ...at(place), comment_id: comment }))
  return answer?.data.created_at ?? null
}
