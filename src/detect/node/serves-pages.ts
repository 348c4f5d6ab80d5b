import { sourceOf } from './entry.ts'
import { startedFiles } from './pm2.ts'
import { procfileWeb, scriptStart } from './production-start.ts'
import type { NodeProject } from './project.ts'
import { serverOf } from './server.ts'
import { serverFrameworks } from './server-frameworks.ts'

/**
 * Whether a web app of plain pages has a server of its own that is started in production and does more than hand out
 * files: then the two are one program. A server that only hands out the pages is no reason to run one.
 */
export function servesPages(project: NodeProject): boolean {
  const start = procfileWeb(project) ?? scriptStart(project)
  const [program = ''] = start?.program.words ?? []
  const isWatched = program === 'nodemon' && start?.script === 'start' && isMeantToServe(project)
  const isRun = start?.isProduction && ['node', 'nodejs', 'pm2', 'pm2-runtime', 'bun'].includes(program)
  if (!start || !(isWatched || isRun)) return false
  const server = serverOf(project)
  const [file] = startedFiles(project.place, project.manifest, start.program)
  if (!server || server.filesOnly || file === undefined) return false
  const source = sourceOf(project.place, file)
  return source === null || source === server.entry?.source || server.modules.some(({ path }) => path === source)
}

/** A server's framework among the packages for production; a bundler's own server would bring it for development. */
function isMeantToServe({ manifest }: NodeProject): boolean {
  return serverFrameworks.some(({ packages }) => packages.some((name) => manifest.dependencies.has(name)))
}
