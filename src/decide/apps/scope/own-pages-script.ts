import { frozenInstall } from '../../../detect/node/install-command.ts'
import { nodeProject } from '../../../detect/node/project.ts'
import { runScript } from '../../../detect/node/run.ts'
import { programsOf } from '../../../detect/node/scripts.ts'
import type { Command } from '../../../detect/node/shell.ts'
import type { Place } from '../../../detect/place.ts'

/** How a package.json beside a server of another language builds the pages in a folder. */
export interface PagesScript {
  readonly command: string
  /** It installs the packages of the pages too. */
  readonly installs: boolean
}

const names = ['build', 'build:prod', 'build:production', 'heroku-postbuild', 'build:all']

/**
 * The script of the server's own package.json that builds the pages of a folder below it, and does with the result what the
 * server needs (copies it into `public/`); null where none does.
 */
export function ownPagesScript(place: Place, folder: string): PagesScript | null {
  const project = nodeProject(place)
  if (!project) return null
  const inside = (name: string) => programsOf(project.manifest, name).filter((command) => command.folder === folder)
  const name = names.find((one) => inside(one).some(isBuild))
  if (name === undefined) return null
  const script = runScript(project.manager.name, name)
  const needed = project.manifest.installed.size > 0
  return { command: needed ? `${frozenInstall(project)} && ${script}` : script, installs: inside(name).some(isInstall) }
}

const isBuild = ({ words }: Command) => words.some((word) => /^build\b/.test(word))
const isInstall = ({ words }: Command) =>
  words.some((word) => word === 'install' || word === 'ci' || word === 'i') ||
  (words[0] === 'yarn' && words.length === 1)
