import type { Json } from '../../src/detect/json.ts'

/** Asks GitHub's API for a path; null for what is not there. Throws for every other answer that is no success. */
export type Ask = (path: string) => Promise<Json | null>

/** GitHub's API, with a token. https://docs.github.com/en/rest (2026-11) */
export function gitHub(token: string, api = 'https://api.github.com'): Ask {
  const headers = {
    accept: 'application/vnd.github+json',
    authorization: `Bearer ${token}`,
    'user-agent': 'slipway-pins',
  }
  return async (path) => {
    const answer = await fetch(`${api}${path}`, { headers, signal: AbortSignal.timeout(20_000) })
    if (answer.status === 404) return null
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} for ${path}`)
    return JSON.parse(await answer.text())
  }
}
