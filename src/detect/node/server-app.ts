import type { Detector } from '../detector.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { lineOf, parent, placeAt } from '../place.ts'
import { healthPath } from './listening.ts'
import { majorOf } from './manifest.ts'
import { pm2Reads } from './pm2.ts'
import type { Start } from './production-start.ts'
import { type NodeProject, nodeProject, nodeProjects } from './project.ts'
import { type NodeServer, serverOf, serverSources } from './server.ts'
import { examples, portFindings } from './server-port.ts'
import { servesPages } from './serves-pages.ts'
import { startCommand } from './start-command.ts'

/** An HTTP server on Node: framework, start command, port and health path. */
export const nodeServer: Detector = {
  id: 'node-server',
  stack: 'node',
  reads: [
    'package.json',
    'Procfile',
    'tsconfig.json',
    'tsconfig.build.json',
    'tsconfig.base.json',
    'jsconfig.json',
    ...examples,
    ...pm2Reads,
  ],
  follows: (repository) =>
    nodeProjects(repository).flatMap((project) => serverSources(project).map((path) => project.place.at(path))),
  find: (place) => {
    const project = nodeProject(place)
    if (!project) return []
    const web = webAppOf(project)
    if (web && (web.web.kind !== 'static' || !servesPages(project))) return []
    const server = serverOf(project)
    const found = server ? findings(project, server) : []
    const above = found.length > 0 ? importedBy(project) : null
    return above === null ? found : [...found, above]
  },
}

/** A package inside another one's folder whose modules that one imports is a part of it, not a second server. */
function importedBy({ place }: NodeProject): Finding | null {
  for (let at = parent(place.root); at !== null; at = parent(at)) {
    const above = nodeProject(placeAt(place.repository, at))
    const server = above && serverOf(above)
    const used = server?.modules.find(({ path }) => above?.place.at(path).startsWith(`${place.root}/`))
    if (above && used) return find('notAnApp', 'part', above.place.proof(used.path, place.texts.seen.importedBy(at)))
  }
  return null
}

function findings(project: NodeProject, server: NodeServer): readonly Finding[] {
  const start = startCommand(project, { ...server, proof: server.listening?.proof ?? null })
  if (!start && !isProgram(project, server)) return []
  const { framework } = server
  const proof = proofOf(project, server, start)
  const major = framework
    ? majorOf(project.manifest.all.get(framework.packages.find((name) => project.manifest.all.has(name)) ?? ''))
    : null
  return [
    find('framework', { id: framework?.id ?? 'node', kind: 'server', major, spa: false }, proof),
    ...(start ? [find('start', start.command, start.proof)] : []),
    ...portFindings(project, server, start, proof),
    ...healthFinding(project, server),
    ...localhostRemark(project, server),
  ]
}

function proofOf(
  { place, manifest, file }: NodeProject,
  { framework, listening, entry }: NodeServer,
  start: Start | null,
): Proof {
  const name = framework?.packages.find((one) => manifest.all.has(one))
  if (name !== undefined) return place.proof(file, place.texts.seen.isDependency(name), `"${name}":`)
  return listening?.proof ?? start?.proof ?? place.proof('package.json', place.texts.seen.starts(entry?.started ?? ''))
}

/** Without a start command: a library or a command line tool may use the same packages. */
function isProgram({ manifest }: NodeProject, { entry, listening }: NodeServer): boolean {
  return (
    listening !== null &&
    entry?.source !== null &&
    !('bin' in manifest.raw) &&
    !('files' in manifest.raw) &&
    !('exports' in manifest.raw)
  )
}

function healthFinding({ place }: NodeProject, { modules }: NodeServer): readonly Finding[] {
  const found = healthPath(modules)
  if (!found) return []
  const { path, module, said } = found
  return [
    find('healthPath', path, {
      path: place.at(module.path),
      line: lineOf(module.source, said),
      says: place.texts.seen.answers(path),
    }),
  ]
}

function localhostRemark({ place }: NodeProject, { localhost }: NodeServer): readonly Finding[] {
  if (!localhost) return []
  const proof = {
    path: place.at(localhost.path),
    line: lineOf(localhost.source, /localhost|127\.0\.0\.1/),
    says: place.texts.seen.localhost,
  }
  return [find('remark', place.texts.seen.localhostRemark(proof.path), proof)]
}
