import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'

/** The commit of a branch, full id; null where there is no such branch. */
export async function headOf(place: Place, branch: string): Promise<string | null> {
  const answer = await orNull(place.client.rest.git.getRef({ ...at(place), ref: `heads/${branch}` }))
  return answer?.data.object.sha ?? null
}
