import type { App } from '../../model.ts'
import type { Texts } from '../../text.ts'
import type { Verdict } from '../target.ts'

/** Where the build leaves what Amplify runs, in its deployment specification. */
export const specification = '.amplify-hosting'

/** Frameworks on Nitro, which writes the deployment specification when it is built in Amplify: https://nitro.build/deploy/providers/aws-amplify (2026-11). */
const nitro: ReadonlySet<string> = new Set(['nuxt', 'analog', 'solid-start', 'tanstack-start'])

/** Adapters that a framework's repository needs before Amplify can run it. */
const adapters: Readonly<Record<string, string>> = { astro: 'astro-aws-amplify', sveltekit: 'amplify-adapter' }

export function isNitro(app: App): boolean {
  return app.framework !== null && nitro.has(app.framework)
}

/** True for an app that already writes what Amplify runs: through an adapter of its framework. */
export function hasAdapter(app: App): boolean {
  return app.output === specification || (app.framework === 'sveltekit' && app.output !== null && app.start === null)
}

/** The folder with the deployment specification, as the build leaves it; null for what Amplify builds into one itself. */
export function specificationFolder(app: App): string | null {
  if (isNitro(app)) return specification
  return hasAdapter(app) ? app.output : null
}

/** True where the Amplify app must have the platform WEB_COMPUTE. */
export function needsCompute(app: App): boolean {
  return app.kind === 'ssr'
}

/** Whether Amplify Hosting can run the app at all. */
export function hosting(app: App, texts: Texts): Verdict {
  if (app.kind === 'static') return staticSite(app, texts)
  if (app.kind !== 'ssr') return no('amplify.not-a-site', texts.amplify.notASite)
  if (app.imageOnly.length > 0) return no('amplify.image-only', texts.amplify.imageOnly(app.imageOnly.join('; ')))
  if (app.framework === 'next') return next(app, texts)
  if (isNitro(app)) return nitroApp(app, texts)
  if (hasAdapter(app)) return yes('amplify.adapter', texts.amplify.adapter)
  const adapter = adapters[app.framework ?? '']
  return no('amplify.no-adapter', texts.amplify.noAdapter(adapter ?? null))
}

function staticSite(app: App, texts: Texts): Verdict {
  if (app.output === null) return no('amplify.no-output', texts.amplify.noOutput)
  return yes('amplify.static', texts.amplify.staticSite)
}

function next(app: App, texts: Texts): Verdict {
  const major = app.frameworkMajor
  if (major !== null && major > 15) {
    return no('amplify.next-version', texts.amplify.nextTooNew(major))
  }
  if (major !== null && major < 12) return no('amplify.next-version', texts.amplify.nextTooOld(major))
  return yes('amplify.next', texts.amplify.next(major))
}

function nitroApp(app: App, texts: Texts): Verdict {
  if (app.framework === 'tanstack-start' && app.output !== '.output' && app.output !== specification) {
    return no('amplify.no-nitro', texts.amplify.noNitro)
  }
  if (app.framework === 'nuxt' && app.frameworkMajor !== null && app.frameworkMajor < 3) {
    return no('amplify.nuxt-version', texts.amplify.nuxtTooOld(app.frameworkMajor))
  }
  return yes('amplify.nitro', texts.amplify.nitro)
}

function yes(id: string, because: string): Verdict {
  return { ok: true, id, because }
}

function no(id: string, because: string): Verdict {
  return { ok: false, id, because }
}
