import { once } from '../once.ts'
import { type Place, parent, placeAt } from '../place.ts'
import { appEngine } from './app-engine.ts'
import { apprunnerYaml } from './apprunner.ts'
import { composeFile } from './compose.ts'
import { copilot } from './copilot.ts'
import type { Declared, ProcessFile } from './declared.ts'
import { fly } from './fly.ts'
import { herokuYml } from './heroku.ts'
import { nixpacks } from './nixpacks.ts'
import { procfile } from './procfile.ts'
import { railway } from './railway.ts'
import { render } from './render.ts'

/** The hosting files that declare processes, in the order in which they are believed. */
export const processFiles: readonly ProcessFile[] = [
  procfile,
  render,
  railway,
  herokuYml,
  fly,
  nixpacks,
  appEngine,
  copilot,
]

/** These come after the Dockerfile: they are written by hand and often untried or for development, while an image has been built. */
export const lateProcessFiles: readonly ProcessFile[] = [apprunnerYaml, composeFile]

/** The processes that are declared for a place: by files in it, or above it for its folder (`web: cd backend && …`). */
export const declaredAt = once((place: Place): readonly Declared[] => [
  ...processFiles.flatMap((file) => file.declared(place)).filter(({ command }) => !leaves(command)),
  ...fromAbove(place),
])

/** The same for the files that are believed last. */
export const lateDeclaredAt = once((place: Place): readonly Declared[] =>
  lateProcessFiles.flatMap((file) => file.declared(place)),
)

const goes = /^\(?\s*cd\s+(?:\.\/)?([\w./-]+?)\/?\s*(?:&&|;)\s*(.+?)\)?$/s

function leaves(command: string | null): boolean {
  return command !== null && goes.test(command)
}

function fromAbove(place: Place): readonly Declared[] {
  const found: Declared[] = []
  for (let above = parent(place.root); above !== null; above = parent(above)) {
    const name = above === '.' ? place.root : place.root.slice(above.length + 1)
    for (const one of processFiles.flatMap((file) => file.declared(placeAt(place.repository, above ?? '.')))) {
      const [, folder, rest] = goes.exec(one.command ?? '') ?? []
      if (folder === name && rest !== undefined) found.push({ ...one, command: rest.trim() })
    }
  }
  return found
}
