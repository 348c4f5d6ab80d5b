import type { App, CiId, Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'
import { providerNames } from '../../render/provider-names.ts'
import { type Texts, textsOf } from '../../text.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

/** The runtime listens for the process here: https://docs.aws.amazon.com/lambda/latest/dg/web-functions-runtimes.html (2026-10). */
export const webFunctionPort = 3000

/** Whether Lambda can run the server as a Web Function: a plain HTTP server on Node that can be told its port. */
export function servesWebFunction(app: App, texts: Texts): Verdict {
  const refusal = refuse(app, texts)
  if (refusal) return { ok: false, ...refusal }
  return {
    ok: true,
    id: 'lambda-web.serves',
    because: texts.lambdaWeb.serves,
  }
}

function refuse(app: App, texts: Texts): { readonly id: string; readonly because: string } | null {
  if (app.kind !== 'server' && app.kind !== 'ssr') {
    return { id: 'lambda-web.kind', because: texts.lambdaWeb.noServer }
  }
  if (app.language !== 'node' || (app.runtime !== null && app.runtime.name !== 'node')) {
    return {
      id: 'lambda-web.language',
      because: texts.lambdaWeb.language(languageName(app, texts)),
    }
  }
  if (app.imageOnly.length > 0) {
    return {
      id: 'lambda-web.image-only',
      because: texts.lambdaWeb.imageOnly(app.imageOnly.join('; ')),
    }
  }
  if (app.workspace && app.workspace.root !== app.root) {
    return {
      id: 'lambda-web.workspace',
      because: texts.lambdaWeb.workspace(app.root),
    }
  }
  if (app.start === null) return { id: 'lambda-web.start', because: texts.lambdaWeb.noStart }
  if (app.honoursPort === false && app.port !== webFunctionPort) {
    const because = texts.lambdaWeb.port(webFunctionPort, app.port)
    return { id: 'lambda-web.port', because }
  }
  return null
}

/** By request only: it is new. */
export function fitsWebFunction(app: App, context: Context, ci: CiId): Verdict {
  const { aws } = context
  const texts = textsOf(context)
  if (aws.partition !== 'aws') {
    return {
      ok: false,
      id: 'lambda-web.partition',
      because: texts.lambdaWeb.notOffered(aws.partition),
    }
  }
  if (ci !== 'github-actions') {
    return { ok: false, id: 'lambda-web.ci', because: texts.lambdaWeb.ci(providerNames[ci]) }
  }
  const { because } = servesWebFunction(app, texts)
  return {
    ok: true,
    id: 'lambda-web.fits',
    because: texts.lambdaWeb.areNew(because, fact('lambda-web-functions').date),
  }
}
