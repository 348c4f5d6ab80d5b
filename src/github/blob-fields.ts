import { blobSha } from './tree-sha.ts'

/** The part of a GraphQL query on a repository that asks for the text of blobs. Each of `which` is an argument of `object`. */
export function blobFields(which: readonly string[]): string {
  return which.map((argument, index) => `b${index}: object(${argument}) { ... on Blob { oid text } }`).join(' ')
}

/**
 * The blobs of an answer to `blobFields`, by git id. GitHub recodes text that is no UTF-8, cuts long text, and gives none for
 * binary files: what does not hash to its id is left out.
 */
export function readBlobFields(repository: object): [string, Uint8Array][] {
  return Object.entries(repository).flatMap(([name, value]: [string, unknown]): [string, Uint8Array][] => {
    const blob = /^b\d+$/u.test(name) ? toBlob(value) : null
    return blob === null || blobSha(blob.bytes) !== blob.oid ? [] : [[blob.oid, blob.bytes]]
  })
}

/** One blob of an answer to `blobFields`, by its place in the list; null where it is not there whole. */
export function readBlobField(repository: object, index: number): Uint8Array | null {
  const found = Object.entries(repository).find(([name]) => name === `b${index}`)
  const blob = toBlob(found?.[1])
  return blob === null || blobSha(blob.bytes) !== blob.oid ? null : blob.bytes
}

function toBlob(value: unknown): { readonly oid: string; readonly bytes: Uint8Array } | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('oid' in value && typeof value.oid === 'string' && 'text' in value && typeof value.text === 'string'))
    return null
  return { oid: value.oid, bytes: new TextEncoder().encode(value.text) }
}
