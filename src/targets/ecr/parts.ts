import type { App } from '../../model.ts'
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
 * own command; so does a worker that the repository's Dockerfile was not written for.
 */
export function partsOf(apps: readonly App[]): readonly Part[] {
  const written = new Set<string>()
  return [...apps.filter(({ kind }) => kind !== 'worker'), ...apps.filter(({ kind }) => kind === 'worker')].map(
    (app) => {
      const image = built(app)
      const shared = image.files.length > 0 && written.has(image.dockerfile)
      written.add(image.dockerfile)
      const own = image.files.length > 0 && !shared
      const replaced = (shared || app.kind === 'worker') && !own && app.start !== null
      return {
        app,
        image: shared ? { ...image, files: [] } : image,
        command: replaced ? argumentList(app.start) : null,
      }
    },
  )
}

/** The image of an app that was chosen; `serves` has made sure that there is one. */
function built(app: App): ImageBuild {
  const image = imageBuild(app)
  if (typeof image === 'string') throw new Error(`${app.name} was chosen for an image that cannot be built: ${image}`)
  return image
}
