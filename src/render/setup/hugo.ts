import type { App } from '../../model.ts'

/** Hugo for a site that pins none. */
const defaultHugo = '0.152.2'

/** Installs the extended Hugo in the site's version with npm, as Amplify's own package override does: the same on runners and in Amplify. */
export function hugoCommand(app: App): string {
  const version = app.runtime?.name === 'hugo' ? app.runtime.version : ''
  return `npm install --global hugo-extended@${/^\d+\.\d+\.\d+$/.test(version) ? version : defaultHugo}`
}
