import { sourceOf } from './entry.ts'
import { startedFiles } from './pm2.ts'
import { procfileWeb, scriptStart } from './production-start.ts'
import type { NodeProject } from './project.ts'
import { serverOf } from './server.ts'

/**
 * Whether a web app of plain pages has a server of its own that is started in production and does more than hand out
 * files: then the two are one program. A server that only hands out the pages is no reason to run one.
 */
export function servesPages(project: NodeProject): boolean {
  const start = procfileWeb(project) ?? scriptStart(project)
  if (!start?.isProduction || !['node', 'nodejs', 'pm2', 'pm2-runtime', 'bun'].includes(start.program.words[0] ?? ''))
    return false
  const server = serverOf(project)
  const [file] = startedFiles(project.place, project.manifest, start.program)
  if (!server || server.filesOnly || file === undefined) return false
  const source = sourceOf(project.place, file)
  return source === null || source === server.entry?.source || server.modules.some(({ path }) => path === source)
}
