import http from 'node:http'
import { UserError } from '../errors.ts'

/**
 * Sends all requests of the process through the proxy of `HTTPS_PROXY` and `HTTP_PROXY`, but for the hosts of `NO_PROXY`; Node does so by itself
 * only when asked. Throws `UserError` for a proxy that is no URL. Node before 24.14 cannot: `NODE_USE_ENV_PROXY=1` is its way.
 */
export function useProxies(): void {
  try {
    http.setGlobalProxyFromEnv?.()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UserError(`Cannot start: HTTPS_PROXY or HTTP_PROXY is not of the form http://proxy:3128: ${why}`)
  }
}
