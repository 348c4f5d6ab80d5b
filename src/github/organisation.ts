import { UserError } from '../errors.ts'
import { readBlobFields } from './blob-fields.ts'
import type { Client } from './client.ts'
import { orNull } from './status-of.ts'

/** The configuration that an organisation has for all of its repositories; `text` null: it has none. */
export interface OrganisationFile {
  readonly text: string | null
}

const unreadable = new UserError(({ github }) => github.organisation)

/** The part of the answer that is about the organisation. Throws `UserError` where its file is there and cannot be read. */
export function readOrganisationFields(fields: object): OrganisationFile {
  if (!('b0' in fields) || fields.b0 === null) return { text: null }
  const [blob] = readBlobFields(fields)
  if (blob === undefined) throw unreadable
  return { text: new TextDecoder().decode(blob[1]) }
}

/**
 * The answer of a query that failed only in what it asked about the organisation: its repository is not there, or not for this
 * token. GitHub gives the rest nevertheless, and Octokit throws. Any other error is thrown on.
 */
export function withoutOrganisation<T>(error: unknown): T {
  return dataDespite<T>(([field]) => field === 'organisation')(error)
}

/** The same for any query: what was answered, where all that failed was not there or not for this token, in a place that may be missing. */
export function dataDespite<T>(mayMiss: (path: readonly unknown[]) => boolean): (error: unknown) => T {
  return (error) => {
    if (isAnswered<T>(error) && error.errors.every((one) => isHidden(one, mayMiss))) return error.data
    throw error
  }
}

interface Answered<T> extends Error {
  readonly errors: readonly unknown[]
  readonly data: T
}

function isAnswered<T>(error: unknown): error is Answered<T> {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors) && 'data' in error && !!error.data
}

function isHidden(error: unknown, mayMiss: (path: readonly unknown[]) => boolean): boolean {
  if (typeof error !== 'object' || error === null || !('type' in error) || !('path' in error)) return false
  const hidden = error.type === 'NOT_FOUND' || error.type === 'FORBIDDEN'
  return hidden && Array.isArray(error.path) && mayMiss(error.path)
}

/** The same file by a client of its own, which reads a private `.github`. One request. */
export async function readOrganisationFile(client: Client, owner: string): Promise<OrganisationFile> {
  const asked = { owner, repo: '.github', path: '.github/cicd.yml' }
  const answer = await orNull(client.rest.repos.getContent(asked))
  if (answer === null) return { text: null }
  const { data } = answer
  if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) throw unreadable
  return { text: Buffer.from(data.content, 'base64').toString('utf8') }
}
