import type { components } from '@octokit/openapi-types'

type Errors = components['schemas']['validation-error']['errors']

const documentation = 'https://docs.github.com/rest'

/** A refusal as GitHub words it; becomes the answer of the request. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly status: number
  readonly headers: Record<string, string>
  readonly errors: Errors

  constructor(status: number, message: string, errors?: Errors, headers: Record<string, string> = {}) {
    super(message)
    this.status = status
    this.errors = errors
    this.headers = headers
  }
}

/** The body of a refusal, in the shape that GitHub publishes. */
export function refusalBody(refusal: Refusal) {
  const basic = { message: refusal.message, documentation_url: documentation, status: String(refusal.status) }
  if (refusal.errors === undefined) return basic satisfies components['schemas']['basic-error']
  return { ...basic, errors: refusal.errors } satisfies components['schemas']['validation-error']
}

export function notFound(): Refusal {
  return new Refusal(404, 'Not Found')
}

/** The token lacks a permission. `accepted` becomes the header that names what would have sufficed. */
export function notAccessible(accepted: string): Refusal {
  const headers = { 'x-accepted-github-permissions': accepted }
  return new Refusal(403, 'Resource not accessible by integration', undefined, headers)
}

/** 422 with one entry in `errors`. */
export function invalid(resource: string, field: string, code: string, message?: string): Refusal {
  const entry = message === undefined ? { resource, field, code } : { resource, field, code, message }
  return new Refusal(422, 'Validation Failed', [entry])
}

/** 422 with a plain message. */
export function unprocessable(message: string): Refusal {
  return new Refusal(422, message)
}
