import type { IncomingMessage, ServerResponse } from 'node:http'

/** Why the process cannot take work now, or null where it can. */
export type Unready = () => Promise<string | null>

/** `/healthz`: the process is alive. `/readyz`: it can take work; 503 with the reason where not. */
export function healthHandler(unready: Unready) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = request.url?.split('?')[0]
    if (path !== '/healthz' && path !== '/readyz') return false
    const why = path === '/readyz' ? await unready() : null
    const headers = { 'content-type': 'text/plain', 'cache-control': 'no-store' }
    response.writeHead(why === null ? 200 : 503, headers).end(`${why ?? 'ok'}\n`)
    return true
  }
}
