import type { IncomingMessage, ServerResponse } from 'node:http'
import { frontPage } from '../page/front.ts'
import { textsIn } from '../text.ts'
import type { Unready } from './health.ts'

/** The app's page on GitHub, e.g. `https://github.com/apps/slipway`. Rejects while GitHub cannot be asked. */
export type AppUrl = () => Promise<string>

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** `/`: what this is, where to install it, whether it works; in Japanese for who prefers that. Nothing about any repository. */
export function frontHandler(unready: Unready, appUrl: AppUrl) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (request.url?.split('?')[0] !== '/' || !['GET', 'HEAD'].includes(request.method ?? '')) return false
    const url = await appUrl().catch(() => null)
    const lang = /^ja\b/i.test(request.headers['accept-language'] ?? '') ? 'ja' : 'en'
    const text = frontPage({
      installUrl: url === null ? null : `${url}/installations/new`,
      appUrl: url,
      unready: await unready(),
      lang,
      texts: textsIn(lang).front,
    })
    response.writeHead(200, { ...headers, 'content-language': lang, vary: 'accept-language' }).end(text)
    return true
  }
}
