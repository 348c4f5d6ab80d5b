/**
 * A `fetch` that gives an answer only when all of it came: a connection that is cut, a page of HTML, or an empty body in place
 * of JSON is a failure. Octokit swallows those, and its caller sees status 200 with empty data
 * (`.text().catch(noop)` in @octokit/request 10.0.16). `timeoutMs` bounds each request, body included.
 */
export function wholeAnswers(timeoutMs: number): typeof fetch {
  return async (input, init) => {
    const limit = AbortSignal.timeout(timeoutMs)
    const signal = init?.signal ? AbortSignal.any([init.signal, limit]) : limit
    const response = await fetch(input, { ...init, signal })
    const body = await response.text()
    if (response.ok && !mayBeEmpty(response.status) && !isJson(body)) {
      throw new Error(`GitHub's answer to ${init?.method ?? 'GET'} was not whole (status ${response.status})`)
    }
    return withUrl(new Response(mayBeEmpty(response.status) ? null : body, response), response.url)
  }
}

function mayBeEmpty(status: number): boolean {
  return status === 204 || status === 205 || status === 304
}

function isJson(body: string): boolean {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** A response that is made by hand has no URL, which Octokit reads. */
function withUrl(response: Response, url: string): Response {
  Object.defineProperty(response, 'url', { value: url })
  return response
}
