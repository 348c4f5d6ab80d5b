import type { App } from '../../model.ts'
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
export function hosting(app: App): Verdict {
  if (app.kind === 'static') return staticSite(app)
  if (app.kind !== 'ssr') return no('amplify.not-a-site', 'It is neither a static site nor a server-side rendered one.')
  if (app.imageOnly.length > 0) return no('amplify.image-only', `It wants an image: ${app.imageOnly.join(', ')}.`)
  if (app.framework === 'next') return next(app)
  if (isNitro(app)) return nitroApp(app)
  if (hasAdapter(app)) return yes('amplify.adapter', 'Its build writes what Amplify Hosting runs.')
  const adapter = adapters[app.framework ?? '']
  const hint = adapter ? ` Add the adapter ${adapter} for that.` : ''
  return no('amplify.no-adapter', `Its build does not write what Amplify Hosting runs.${hint}`)
}

function staticSite(app: App): Verdict {
  if (app.output === null) return no('amplify.no-output', 'The folder that its build publishes is not known.')
  return yes('amplify.static', 'It is a site of static files.')
}

function next(app: App): Verdict {
  const major = app.frameworkMajor
  if (major !== null && major > 15) {
    return no('amplify.next-version', `Amplify Hosting names Next.js 12 to 15 for server code; this is ${major}.`)
  }
  if (major !== null && major < 12)
    return no('amplify.next-version', `Amplify Hosting wants Next.js 12 or newer; this is ${major}.`)
  return yes('amplify.next', `Amplify Hosting runs the server code of Next.js${major === null ? '' : ` ${major}`}.`)
}

function nitroApp(app: App): Verdict {
  if (app.framework === 'tanstack-start' && app.output !== '.output' && app.output !== specification) {
    return no('amplify.no-nitro', 'Its build does not use Nitro, which would write what Amplify Hosting runs.')
  }
  if (app.framework === 'nuxt' && app.frameworkMajor !== null && app.frameworkMajor < 3) {
    return no('amplify.nuxt-version', `Amplify Hosting runs Nuxt 3 and newer; this is ${app.frameworkMajor}.`)
  }
  return yes('amplify.nitro', 'Its build writes what Amplify Hosting runs when it is built there.')
}

function yes(id: string, because: string): Verdict {
  return { ok: true, id, because }
}

function no(id: string, because: string): Verdict {
  return { ok: false, id, because }
}
