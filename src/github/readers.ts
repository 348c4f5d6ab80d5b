import { at, type Place } from './place.ts'
import { statusOf } from './status-of.ts'

const perPage = 100
const mostPages = 10

/**
 * The ids of all people who may read a repository that is not public: outside collaborators, members by team or by the organisation's base
 * permission, and owners. `outside`: only those who are no members. Null where GitHub does not tell, or where they are more than a thousand.
 * One request for each hundred; `metadata: read` suffices
 * (https://docs.github.com/en/rest/collaborators/collaborators#list-repository-collaborators, read 2026-11-22).
 */
export async function readersOf(
  place: Place,
  affiliation: 'all' | 'outside' = 'all',
): Promise<ReadonlySet<number> | null> {
  const found = new Set<number>()
  for (let page = 1; page <= mostPages; page += 1) {
    const people = await readPage(place, affiliation, page)
    if (people === null) return null
    for (const id of people) found.add(id)
    if (people.length < perPage) return found
  }
  return null
}

async function readPage(place: Place, affiliation: 'all' | 'outside', page: number): Promise<readonly number[] | null> {
  try {
    const asked = { ...at(place), affiliation, per_page: perPage, page }
    const { data } = await place.client.rest.repos.listCollaborators(asked)
    return data.map(({ id }) => id)
  } catch (error) {
    if (statusOf(error) === 403 || statusOf(error) === 404) return null
    throw error
  }
}
