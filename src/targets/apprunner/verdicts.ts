import type { App, Context } from '../../model.ts'
import { fact } from '../../render/facts.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

/** The newest managed runtimes that App Runner will ever have: it is closed for new features. */
export const newestNode = 22
const newestPython = [3, 11] as const

/** Whether one of App Runner's managed runtimes can build and run the app from its source. */
export function servesSource(app: App): Verdict {
  const refusal = kindRefusal(app) ?? languageRefusal(app) ?? needRefusal(app)
  if (refusal) return { ok: false, ...refusal }
  const because = `App Runner can build this ${languageName(app)} server from its source and run it, without an image or a workflow to keep.`
  return { ok: true, id: 'apprunner.serves', because }
}

type Refusal = { readonly id: string; readonly because: string }

function kindRefusal(app: App): Refusal | null {
  if (app.kind === 'static')
    return { id: 'apprunner.static', because: 'A static site needs no server that runs all day.' }
  if (app.kind === 'worker')
    return { id: 'apprunner.worker', because: 'App Runner runs HTTP servers; this worker answers no requests.' }
  if (app.kind === 'serverless')
    return {
      id: 'apprunner.serverless',
      because: 'App Runner runs HTTP servers; these functions are started by events.',
    }
  return null
}

function languageRefusal(app: App): Refusal | null {
  if (app.language !== 'node' && app.language !== 'python') {
    const because = `App Runner's managed runtimes still on offer are Node.js 22 and Python 3.11; ${languageName(app)} needs a container image.`
    return { id: 'apprunner.language', because }
  }
  const { runtime } = app
  if (runtime && runtime.name !== app.language) {
    return { id: 'apprunner.runtime', because: `App Runner has no managed runtime for ${runtime.name}.` }
  }
  if (!runtime || runtime.from === 'default' || !isNewer(app.language, runtime.version)) return null
  const end =
    app.language === 'node'
      ? `Node.js runtime ends at ${newestNode}`
      : `Python runtime ends at ${newestPython.join('.')}`
  return {
    id: 'apprunner.runtime',
    because: `App Runner's managed ${end}; this app pins ${runtime.version} (\`${runtime.from}\`).`,
  }
}

function isNewer(language: 'node' | 'python', version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (language === 'node') return major > newestNode
  return major > newestPython[0] || (major === newestPython[0] && minor > newestPython[1])
}

function needRefusal(app: App): Refusal | null {
  if (app.imageOnly.length > 0) {
    return {
      id: 'apprunner.image-only',
      because: `App Runner's managed runtime is not enough: it ${app.imageOnly.join(', ')}.`,
    }
  }
  if (app.workspace && app.workspace.root !== app.root) {
    const because = `App Runner builds one folder by itself; \`${app.root}\` is built from the workspace above it.`
    return { id: 'apprunner.workspace', because }
  }
  if (app.start === null)
    return { id: 'apprunner.start', because: 'Nothing in the repository says how the server is started.' }
  return null
}

/** Account, Region and GitHub server. */
export function fitsSource(app: App, context: Context): Verdict {
  const refusal = accountRefusal(context)
  if (refusal) return refusal
  const { repository } = context
  if (repository.enterprise || repository.host.endsWith('.ghe.com')) {
    const because = 'App Runner connects to github.com only, and this repository is on another GitHub server.'
    return { ok: false, id: 'apprunner.github-com-only', because }
  }
  return { ...servesSource(app), id: 'apprunner.fits' }
}

/** Why an account cannot use App Runner; null: it can, or is not known. A new customer is refused with the date (case G48). */
export function accountRefusal({ aws }: Context): Verdict | null {
  const closed = fact('apprunner-closed')
  if (aws.appRunnerCustomer === false) {
    const because = `App Runner has taken no new customers since ${closed.date}, and this account has ${aws.region === null ? 'not used it before' : `no service and no connection of it in ${aws.region}`}. AWS names ECS Express Mode as the way to go.`
    return { ok: false, id: 'apprunner.closed', because }
  }
  if (aws.partition === 'aws') return null
  return {
    ok: false,
    id: 'apprunner.partition',
    because: `App Runner is not offered in the ${aws.partition} partition.`,
  }
}
