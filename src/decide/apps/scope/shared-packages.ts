import type { ScopeRule } from '../draft.ts'

/**
 * Packages of a workspace that other packages are made from are no apps: component libraries and their Storybooks, shared
 * code with a dev page. One that starts a server, or that has an image, is an app all the same.
 */
export const sharedPackages: ScopeRule = {
  id: 'shared-packages',
  apply(drafts) {
    const members = new Set(drafts.flatMap(({ app }) => (app ? (app.workspace?.members ?? []) : [])))
    const hasApp = drafts.some(({ app }) => app && app.framework !== 'storybook')
    return drafts.filter(({ app, place }) => {
      if (!app || app.dockerfile?.usable) return true
      if (app.framework === 'storybook' && hasApp && app.workspace !== null) return false
      return !members.has(place.root) || app.kind === 'ssr' || (app.kind === 'server' && app.start !== null)
    })
  },
}
