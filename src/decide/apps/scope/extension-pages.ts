import type { ScopeRule } from '../draft.ts'

/** The pages of a browser extension, each a package of the workspace that builds into a folder above: parts of the extension. */
export const extensionPages: ScopeRule = {
  id: 'extension-pages',
  apply(drafts) {
    if (!drafts.some(({ notAnApp }) => notAnApp === 'browser-extension')) return drafts
    return drafts.filter(({ app }) => app?.kind !== 'static' || !app.output?.startsWith('../'))
  },
}
