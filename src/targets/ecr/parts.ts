import type { App } from '../../model.ts'
import type { Texts } from '../../text.ts'
import { argumentList } from '../start-command.ts'
import { type ImageBuild, imageBuild } from './image-build.ts'

/** An app with its image, and the command that replaces the image's own; null: the image starts it. */
export interface Part {
  readonly app: App
  readonly image: ImageBuild
  readonly command: readonly string[] | null
}

/**
 * The apps with their images, servers first. Apps of one folder share one Dockerfile: a worker beside a server runs from the server's image, by its
 * own command; so does a worker for which the repository has the Dockerfile of a server, which names a port.
 */
export function partsOf(apps: readonly App[], texts: Texts): readonly Part[] {
  const seen = new Set<string>()
  return [...apps.filter(({ kind }) => kind !== 'worker'), ...apps.filter(({ kind }) => kind === 'worker')].map(
    (app) => {
      const image = built(app, texts)
      const key = `${image.dockerfile} ${image.stage ?? ''}`
      const shared = seen.has(key)
      seen.add(key)
      const ofServer = app.kind === 'worker' && image.files.length === 0 && (app.dockerfile?.ports.length ?? 0) > 0
      const command = (shared || ofServer) && app.start !== null ? argumentList(app.start) : null
      return { app, image: shared ? { ...image, files: [] } : image, command }
    },
  )
}

/** The image of an app that was chosen; `serves` has made sure that there is one. */
function built(app: App, texts: Texts): ImageBuild {
  const image = imageBuild(app, texts)
  if (typeof image === 'string') throw new Error(`${app.name} was chosen for an image that cannot be built: ${image}`)
  return image
}
