import type { TreeEntry } from '../model.ts'
import { blobFields, readBlobFields } from './blob-fields.ts'
import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'
import { blobSha } from './tree-sha.ts'

/** Bounds of one GraphQL call. GitHub cuts `text` at 512,000 bytes. */
const perCall = { blobs: 100, bytes: 2_000_000 }
const textLimit = 500_000
/** Blobs that GraphQL does not give as they are (binary, UTF-16, large) come one by one; more than these are left out. */
const singleReads = 12

type Sized = Pick<TreeEntry, 'sha' | 'size'>
/**
 * The bytes of blobs, by git id: many in one call, and a few one by one. Each is checked against its id, so half an answer or
 * one that was recoded is never taken for the file. What could not be had is absent. `known` was read before.
 */
export async function readBlobs(
  place: Place,
  wanted: readonly Sized[],
  known: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map(known)
  const unique = [...new Map(wanted.map((entry) => [entry.sha, entry])).values()].filter(({ sha }) => !blobs.has(sha))
  // Octokit paces queries like writes, so one blob alone comes faster by REST.
  const many = unique.length === 1 ? [] : batches(unique.filter(({ size }) => (size ?? 0) <= textLimit))
  for (const batch of many) {
    for (const [sha, bytes] of await readBatch(place, batch)) blobs.set(sha, bytes)
  }
  const missing = unique.filter(({ sha }) => !blobs.has(sha)).slice(0, singleReads)
  for (const { sha } of missing) {
    const bytes = await readSingle(place, sha)
    if (bytes !== null) blobs.set(sha, bytes)
  }
  return blobs
}

function batches(entries: readonly Sized[]): readonly (readonly Sized[])[] {
  const all: Sized[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const entry of entries) {
    const last = all.at(-1)
    bytes += entry.size ?? 0
    if (last === undefined || last.length >= perCall.blobs || bytes > perCall.bytes) {
      all.push([entry])
      bytes = entry.size ?? 0
    } else last.push(entry)
  }
  return all
}

async function readBatch({ client, owner, name }: Place, batch: readonly Sized[]): Promise<[string, Uint8Array][]> {
  const shas = batch.map(({ sha }) => sha).filter((sha) => /^[0-9a-f]{40}$/u.test(sha))
  const fields = blobFields(shas.map((sha) => `oid: "${sha}"`))
  const query = `query Blobs($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields} } }`
  const { repository } = await client.graphql<{ readonly repository: object | null }>(query, { owner, name })
  return repository === null ? [] : readBlobFields(repository)
}

async function readSingle(place: Place, sha: string): Promise<Uint8Array | null> {
  const answer = await orNull(place.client.rest.git.getBlob({ ...at(place), file_sha: sha }))
  if (answer === null || answer.data.encoding !== 'base64') return null
  const bytes = Buffer.from(answer.data.content, 'base64')
  return blobSha(bytes) === sha ? bytes : null
}
