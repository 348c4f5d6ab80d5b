import { messageOf, statusOf } from './status-of.ts'

/**
 * Whether a failed request says that the installation, the repository or the issue is not there for this app (any more):
 * removed, suspended, deleted or moved. Over GraphQL that is an error of type `NOT_FOUND`, which Octokit throws.
 */
export function isGone(error: unknown): boolean {
  const status = statusOf(error)
  if (status === 404 || status === 410) return true
  if (status === 403) return /suspended/iu.test(messageOf(error))
  if (status === 422) return /does not exist or is not accessible/iu.test(messageOf(error))
  if (!(error instanceof Error) || !('errors' in error) || !Array.isArray(error.errors)) return false
  return error.errors.length > 0 && error.errors.every(isNotFound)
}

function isNotFound(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'type' in error && error.type === 'NOT_FOUND'
}
