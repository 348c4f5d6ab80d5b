import type { Draft, ScopeRule } from '../draft.ts'

/** A Dockerfile in a folder of its own builds an app that lies elsewhere: the app is there, not beside the Dockerfile (cases G8, G9). */
export const sameImage: ScopeRule = {
  id: 'same-image',
  apply: (drafts) => drafts.filter((draft) => !isImageOnly(draft) || !drafts.some((other) => owns(other, draft))),
}

/** Known by nothing but its Dockerfile. */
const isImageOnly = ({ app }: Draft) => app !== null && app.framework === null && app.dockerfile !== null

function owns(other: Draft, { app, place }: Draft): boolean {
  const path = app?.dockerfile?.path
  if (other.place.root === place.root || path === undefined || !other.app) return false
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.'
  if (other.app.dockerfile?.path === path && !isImageOnly(other)) return true
  // Two that know nothing else: the one that the image is built from.
  if (other.app.dockerfile?.path === path) return other.place.root === app?.dockerfile?.context
  return other.place.root === folder && other.app.kind !== 'static'
}
