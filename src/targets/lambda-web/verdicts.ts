import type { App, CiId, Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'
import { providerNames } from '../../render/provider-names.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

/** The runtime listens for the process here: https://docs.aws.amazon.com/lambda/latest/dg/web-functions-runtimes.html (2026-10). */
export const webFunctionPort = 3000

/** Whether Lambda can run the server as a Web Function: a plain HTTP server on Node that can be told its port. */
export function servesWebFunction(app: App): Verdict {
  const refusal = refuse(app)
  if (refusal) return { ok: false, ...refusal }
  return {
    ok: true,
    id: 'lambda-web.serves',
    because:
      'A Lambda Web Function can run this Node.js server from its files, with HTTPS, and costs nothing while nobody asks.',
  }
}

function refuse(app: App): { readonly id: string; readonly because: string } | null {
  if (app.kind !== 'server' && app.kind !== 'ssr') {
    return { id: 'lambda-web.kind', because: 'Lambda Web Functions run HTTP servers, and this is none.' }
  }
  if (app.language !== 'node' || (app.runtime !== null && app.runtime.name !== 'node')) {
    return {
      id: 'lambda-web.language',
      because: `Lambda Web Functions run Node.js only; this is ${languageName(app)}.`,
    }
  }
  if (app.imageOnly.length > 0) {
    return {
      id: 'lambda-web.image-only',
      because: `Lambda Web Functions have Node.js and nothing else: it ${app.imageOnly.join(', ')}.`,
    }
  }
  if (app.workspace && app.workspace.root !== app.root) {
    return {
      id: 'lambda-web.workspace',
      because: `One folder is deployed as it is; \`${app.root}\` is built from the workspace above it.`,
    }
  }
  if (app.start === null)
    return { id: 'lambda-web.start', because: 'Nothing in the repository says how the server is started.' }
  if (app.honoursPort === false && app.port !== webFunctionPort) {
    const because = `Lambda Web Functions ask for port ${webFunctionPort}; this server listens on ${app.port ?? 'a port of its own'} whatever \`PORT\` says.`
    return { id: 'lambda-web.port', because }
  }
  return null
}

/** By request only: it is new. */
export function fitsWebFunction(app: App, { aws }: Context, ci: CiId): Verdict {
  if (aws.partition !== 'aws') {
    return {
      ok: false,
      id: 'lambda-web.partition',
      because: `Lambda Web Functions are not known to be offered in the ${aws.partition} partition.`,
    }
  }
  if (ci !== 'github-actions') {
    return {
      ok: false,
      id: 'lambda-web.ci',
      because: `Its workflow is written for GitHub Actions only, not for ${providerNames[ci]}.`,
    }
  }
  const { because } = servesWebFunction(app)
  return { ok: true, id: 'lambda-web.fits', because: `${because} They are new (${fact('lambda-web-functions').date}).` }
}
