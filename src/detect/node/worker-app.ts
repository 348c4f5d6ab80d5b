import type { Detector } from '../detector.ts'
import { type Finding, find, first, type Proof } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { lineOf } from '../place.ts'
import type { Entry } from './entry.ts'
import { majorOf } from './manifest.ts'
import type { Module } from './modules.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { programs, serverOf } from './server.ts'
import { startCommand } from './start-command.ts'
import type { WorkerFramework } from './worker-frameworks.ts'
import { workerFrameworks } from './worker-frameworks.ts'

/** A program on Node that runs without HTTP: a bot, a consumer of a queue, a schedule. */
export const nodeWorker: Detector = {
  id: 'node-worker',
  stack: 'node',
  reads: ['package.json', 'tsconfig.json'],
  find: (place, known) => {
    const project = nodeProject(place)
    const isSettled = first(known, 'kind') || first(known, 'framework') || first(known, 'definition')
    return project && !isSettled && !webAppOf(project) && !serverOf(project) ? worker(project) : []
  },
}

function worker(project: NodeProject): readonly Finding[] {
  const found = using(project)
  if (!found) return []
  const { framework, name, entry, proof } = found
  const start = startCommand(project, { framework, entry, proof })
  if (!start) return []
  const major = majorOf(project.manifest.all.get(name))
  const listed = project.place.proof(project.file, `"${name}" is a dependency`, `"${name}":`)
  return [
    find('framework', { id: framework.id, kind: 'worker', major, spa: false }, listed, ...(proof ? [proof] : [])),
    find('start', start.command, start.proof),
  ]
}

interface Using {
  readonly framework: WorkerFramework
  readonly name: string
  readonly entry: Entry | null
  readonly proof: Proof | null
}

/** The first program of the project that reaches a worker's package; a package that nothing reaches is no worker. */
function using(project: NodeProject): Using | null {
  const { manifest, place } = project
  for (const { entry, modules } of programs(project)) {
    for (const framework of workerFrameworks) {
      const name = framework.packages.find((one) => manifest.dependencies.has(one))
      const module = name === undefined ? undefined : modules.find((one) => imports(one, name))
      if (name !== undefined && module)
        return {
          framework,
          name,
          entry,
          proof: { path: place.at(module.path), line: lineOf(module.source, name), says: `uses ${name}` },
        }
    }
  }
  return null
}

const imports = ({ source }: Module, name: string) =>
  [`'${name}'`, `"${name}"`, `'${name}/`, `"${name}/`].some((text) => source.includes(text))
