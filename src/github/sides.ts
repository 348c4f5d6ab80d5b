import { UserError } from '../errors.ts'
import type { Sides } from '../model.ts'
import { blobFields, readBlobFields } from './blob-fields.ts'
import type { Place } from './place.ts'

/** The commit that was proposed last, and the one that the branch is at now. */
export interface Two {
  readonly base: string
  readonly tip: string
}

/** The texts of files at two commits, in one call. Throws `UserError` for a file that is there and is no text. */
export async function readSides(
  { client, owner, name }: Place,
  { base, tip }: Two,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Sides>> {
  const fields = blobFields([base, tip].flatMap((commit) => paths.map((path) => at(commit, path))))
  const query = `query Sides($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`
  const { repository } = await client.graphql<{ readonly repository: object }>(query, { owner, name })
  const blobs = new Map(readBlobFields(repository))
  const text = (index: number, path: string) => textOf(blobs, Object.entries(repository), index, path)
  return new Map(
    paths.map((path, index) => [path, { base: text(index, path), theirs: text(paths.length + index, path) }]),
  )
}

/** The texts of blobs by git id, in one call; one that is not to be had, or is no text, is absent. */
export async function readTexts(
  { client, owner, name }: Place,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const fields = blobFields(ids.filter((id) => /^[0-9a-f]{40}$/u.test(id)).map((id) => `oid: "${id}"`))
  const query = `query Texts($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`
  const { repository } = await client.graphql<{ readonly repository: object }>(query, { owner, name })
  return new Map(readBlobFields(repository).map(([id, bytes]) => [id, new TextDecoder().decode(bytes)]))
}

/** An argument of `object`; what JSON escapes, GraphQL reads alike. */
function at(commit: string, path: string): string {
  return `expression: ${JSON.stringify(`${commit}:${path}`)}`
}

function textOf(
  blobs: ReadonlyMap<string, Uint8Array>,
  fields: readonly [string, unknown][],
  index: number,
  path: string,
): string | null {
  const found = fields.find(([field]) => field === `b${index}`)?.[1] ?? null
  if (found === null) return null
  const id = typeof found === 'object' && 'oid' in found && typeof found.oid === 'string' ? found.oid : ''
  const bytes = blobs.get(id)
  if (bytes !== undefined) return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  throw new UserError(({ github }) => github.notText(path))
}
