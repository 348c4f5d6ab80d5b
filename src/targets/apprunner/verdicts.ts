import type { App, Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'
import { type Texts, textsOf } from '../../text.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

/** The newest managed runtimes that App Runner will ever have: it is closed for new features. */
export const newestNode = 22
const newestPython = [3, 11] as const

/** Whether one of App Runner's managed runtimes can build and run the app from its source. */
export function servesSource(app: App, texts: Texts): Verdict {
  const refusal = kindRefusal(app, texts) ?? languageRefusal(app, texts) ?? needRefusal(app, texts)
  if (refusal) return { ok: false, ...refusal }
  const because = texts.apprunner.servesSource(languageName(app, texts))
  return { ok: true, id: 'apprunner.serves', because }
}

type Refusal = { readonly id: string; readonly because: string }

function kindRefusal(app: App, texts: Texts): Refusal | null {
  if (app.kind === 'static') return { id: 'apprunner.static', because: texts.apprunner.staticSite }
  if (app.kind === 'worker') return { id: 'apprunner.worker', because: texts.apprunner.worker }
  if (app.kind === 'serverless')
    return {
      id: 'apprunner.serverless',
      because: texts.apprunner.serverless,
    }
  return null
}

function languageRefusal(app: App, texts: Texts): Refusal | null {
  if (app.language !== 'node' && app.language !== 'python') {
    const because = texts.apprunner.language(languageName(app, texts))
    return { id: 'apprunner.language', because }
  }
  const { runtime } = app
  if (runtime && runtime.name !== app.language) {
    return { id: 'apprunner.runtime', because: texts.apprunner.noRuntime(runtime.name) }
  }
  if (!runtime || runtime.from === 'default' || !isNewer(app.language, runtime.version)) return null
  const newest = app.language === 'node' ? String(newestNode) : newestPython.join('.')
  const because = texts.apprunner.runtimeEnds(app.language, newest, runtime.version, runtime.from)
  return { id: 'apprunner.runtime', because }
}

function isNewer(language: 'node' | 'python', version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (language === 'node') return major > newestNode
  return major > newestPython[0] || (major === newestPython[0] && minor > newestPython[1])
}

function needRefusal(app: App, texts: Texts): Refusal | null {
  if (app.imageOnly.length > 0) {
    return {
      id: 'apprunner.image-only',
      because: texts.apprunner.imageOnly(app.imageOnly.join('; ')),
    }
  }
  if (app.workspace && app.workspace.root !== app.root) {
    const because = texts.apprunner.workspace(app.root)
    return { id: 'apprunner.workspace', because }
  }
  if (app.start === null) return { id: 'apprunner.start', because: texts.apprunner.noStart }
  return null
}

/** Account, Region and GitHub server. */
export function fitsSource(app: App, context: Context): Verdict {
  const texts = textsOf(context)
  const refusal = accountRefusal(context)
  if (refusal) return refusal
  const { repository } = context
  if (repository.enterprise || repository.host.endsWith('.ghe.com')) {
    const because = texts.apprunner.githubOnly
    return { ok: false, id: 'apprunner.github-com-only', because }
  }
  return { ...servesSource(app, texts), id: 'apprunner.fits' }
}

/** Why an account cannot use App Runner; null: it can, or is not known. A new customer is refused with the date (case G48). */
export function accountRefusal(context: Context): Verdict | null {
  const { aws } = context
  const texts = textsOf(context)
  const closed = fact('apprunner-closed')
  if (aws.appRunnerCustomer === false) {
    const because = texts.apprunner.closedHere(closed.date, aws.region)
    return { ok: false, id: 'apprunner.closed', because }
  }
  if (aws.partition === 'aws') return null
  return {
    ok: false,
    id: 'apprunner.partition',
    because: texts.apprunner.notOffered(aws.partition),
  }
}
