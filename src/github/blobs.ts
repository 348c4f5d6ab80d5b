import type { TreeEntry } from '../model.ts'
import { at, type Place } from './place.ts'
import { orNull } from './status-of.ts'
import { blobSha } from './tree-sha.ts'

/** Bounds of one GraphQL call. GitHub cuts `text` at 512,000 bytes. */
const perCall = { blobs: 100, bytes: 2_000_000 }
const textLimit = 500_000
/** Blobs that GraphQL does not give as they are (binary, UTF-16, large) come one by one; more than these are left out. */
const singleReads = 12

type Sized = Pick<TreeEntry, 'sha' | 'size'>
interface Answer {
  readonly repository: Readonly<Record<string, { readonly text?: string | null } | null>> | null
}

/**
 * The bytes of blobs, by git id: many in one call, and a few one by one. Each is checked against its id, so half an answer or
 * one that was recoded is never taken for the file. What could not be had is absent.
 */
export async function readBlobs(place: Place, wanted: readonly Sized[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = new Map<string, Uint8Array>()
  const unique = [...new Map(wanted.map((entry) => [entry.sha, entry])).values()]
  for (const batch of batches(unique.filter(({ size }) => (size ?? 0) <= textLimit))) {
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
  const fields = shas.map((sha, index) => `b${index}: object(oid: "${sha}") { ... on Blob { text } }`)
  const query = `query Blobs($owner: String!, $name: String!) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`
  const { repository } = await client.graphql<Answer>(query, { owner, name })
  return shas.flatMap((sha, index): [string, Uint8Array][] => {
    const text = repository?.[`b${index}`]?.text
    if (typeof text !== 'string') return []
    const bytes = new TextEncoder().encode(text)
    return blobSha(bytes) === sha ? [[sha, bytes]] : []
  })
}

async function readSingle(place: Place, sha: string): Promise<Uint8Array | null> {
  const answer = await orNull(place.client.rest.git.getBlob({ ...at(place), file_sha: sha }))
  if (answer === null || answer.data.encoding !== 'base64') return null
  const bytes = Buffer.from(answer.data.content, 'base64')
  return blobSha(bytes) === sha ? bytes : null
}
