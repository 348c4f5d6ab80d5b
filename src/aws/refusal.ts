import type { Refusal } from '../model.ts'
import { actionOf } from './action.ts'

const denied =
  /^(?:AccessDenied|AccessDeniedException|UnauthorizedOperation|AuthorizationError|NotAuthorized|UnauthorizedException|OptInRequired)/
const throttled = /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RateExceeded|PriorRequestNotComplete/
const badCredentials =
  /CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|SignatureDoesNotMatch|InvalidSignature|TokenRefreshRequired|MissingAuthenticationToken|RequestExpired|RequestTimeTooSkewed/
// `SyntaxError`: an answer that ends in the middle. What was asked for may have been done.
const network =
  /^(?:SyntaxError|ForeignAnswer|TimeoutError|AbortError|NetworkingError|ECONNRESET|ECONNREFUSED|ENOTFOUND|EPIPE|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)$/

/** Why AWS did not do what was asked, `doing` where the error does not know its action; null where the error is none of AWS or of the way there, so a bug. */
export function refusalOf(error: unknown, doing: string): Refusal | null {
  if (!(error instanceof Error)) return null
  const action = actionOf(error) ?? doing
  const status = statusOf(error)
  const name = error.name === 'Error' ? codeOf(error) : error.name
  const detail = error.message
  if (denied.test(name))
    return { why: 'denied', action: /perform: ([\w-]+:\w+)/.exec(detail)?.[1] ?? action, detail: '' }
  if (throttled.test(name) || status === 429) return { why: 'throttled', action, detail: '' }
  if (badCredentials.test(name)) return { why: 'credentials', action, detail: name }
  const cut = name !== 'SyntaxError' || status !== null
  if ((cut && (network.test(name) || network.test(codeOf(error)))) || (status !== null && status >= 500)) {
    return { why: 'unreachable', action, detail: name }
  }
  return status === null ? null : { why: 'refused', action, detail: `${name}: ${detail}` }
}

/** Whether it may have been done nevertheless: the answer got lost, or AWS failed half-way. */
export function mayBeDone(error: unknown): boolean {
  return refusalOf(error, '')?.why === 'unreachable'
}

/** Whether the error of AWS has this name. */
export function isNamed(error: unknown, ...names: readonly string[]): boolean {
  return error instanceof Error && names.includes(error.name)
}

function statusOf(error: Error): number | null {
  const metadata = '$metadata' in error ? error.$metadata : null
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return null
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : null
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
