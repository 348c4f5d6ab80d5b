import type { TreeEntry } from '../model.ts'
import { blobFields, readBlobFields } from './blob-fields.ts'
import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'
import { blobSha } from './tree-sha.ts'

/** Bounds of one GraphQL call. GitHub cuts `text` at 512,000 bytes. */
const perCall = { blobs: 150, bytes: 1_500_000 }
const textLimit = 500_000
/** Blobs that GraphQL does not give as they are (binary, UTF-16, large) come one by one; more than these are left out. */
const singleReads = 12

type Sized = Pick<TreeEntry, 'sha' | 'size'>

/**
 * The bytes of blobs, by git id: many in one call, and a few one by one. Each is checked against its id, so half an answer or
 * one that was recoded is never taken for the file. What could not be had is absent. `known` was read before; `next` may be wanted later,
 * and comes along as far as there is room in the last call.
 */
export async function readBlobs(
  place: Place,
  wanted: readonly Sized[],
  known: ReadonlyMap<string, Uint8Array>,
  next: readonly Sized[] = [],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map(known)
  const unique = [...new Map(wanted.map((entry) => [entry.sha, entry])).values()].filter(({ sha }) => !blobs.has(sha))
  const ahead = next.filter(({ sha }) => !blobs.has(sha) && !unique.some((one) => one.sha === sha))
  // Octokit paces queries like writes, so one blob alone comes faster by REST.
  const alone = unique.length === 1 && ahead.length === 0
  const many = alone ? [] : filled(batches(unique.filter(({ size }) => (size ?? 0) <= textLimit)), ahead)
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

/** The same calls, with what fits into the last one besides. */
function filled(calls: readonly (readonly Sized[])[], next: readonly Sized[]): readonly (readonly Sized[])[] {
  const last = calls.at(-1)
  if (last === undefined) return []
  const batch = new Map(last.map((entry) => [entry.sha, entry]))
  let bytes = last.reduce((sum, { size }) => sum + (size ?? 0), 0)
  for (const entry of next) {
    const size = entry.size ?? 0
    if (batch.size >= perCall.blobs) break
    if (bytes + size > perCall.bytes) continue
    batch.set(entry.sha, entry)
    bytes += size
  }
  return [...calls.slice(0, -1), [...batch.values()]]
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
