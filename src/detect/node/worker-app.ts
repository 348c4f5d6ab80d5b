import type { Detector } from '../detector.ts'
import { type Finding, find, first as firstOf, type Proof } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { lineOf } from '../place.ts'
import type { Entry } from './entry.ts'
import { majorOf } from './manifest.ts'
import type { Module } from './modules.ts'
import { scriptStart } from './production-start.ts'
import { type NodeProject, nodeProject } from './project.ts'
import { programs, serverOf } from './server.ts'
import { startCommand } from './start-command.ts'
import { fileOf } from './started-file.ts'
import type { WorkerFramework } from './worker-frameworks.ts'
import { workerFrameworks } from './worker-frameworks.ts'
import { membersOf } from './workspaces.ts'

/** A program on Node that runs without HTTP: a bot, a consumer of a queue, a schedule. */
export const nodeWorker: Detector = {
  id: 'node-worker',
  stack: 'node',
  reads: ['package.json', 'tsconfig.json'],
  find: (place, known) => {
    const project = nodeProject(place)
    const isSettled = firstOf(known, 'kind') || firstOf(known, 'framework') || firstOf(known, 'definition')
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
  const own = project.manifest.all.has(name)
  const listed = own
    ? [project.place.proof(project.file, project.place.texts.seen.isDependency(name), `"${name}":`)]
    : []
  const [first = start.proof, ...more] = [...listed, ...(proof ? [proof] : [])]
  return [
    find('framework', { id: framework.id, kind: 'worker', major, spa: false }, first, ...more),
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
          proof: { path: place.at(module.path), line: lineOf(module.source, name), says: place.texts.seen.uses(name) },
        }
    }
  }
  return byItself(project) ?? byWorkspace(project)
}

/** A framework with a program of its own, which the start script runs. */
function byItself(project: NodeProject): Using | null {
  const start = scriptStart(project)
  for (const framework of workerFrameworks) {
    const name = framework.own ? framework.packages.find((one) => project.manifest.dependencies.has(one)) : undefined
    if (name !== undefined && start) return { framework, name, entry: null, proof: start.proof }
  }
  return null
}

const called =
  /(?:^|[/@_-])(?:workers?|bots?|consumers?|crons?|schedulers?|jobs?|queues?|processors?|subscribers?|ingest(?:or|er)?|pollers?)(?:$|[/_-])/i

/** A package of the workspace that is called a worker and starts a program: the queue may be a matter of the packages it uses. */
function byWorkspace(project: NodeProject): Using | null {
  const { manifest, place, workspace } = project
  const start = scriptStart(project)
  const isStarted = start?.isProduction === true && fileOf(start.program) !== null
  if (!workspace || !isStarted || !called.test(place.root.split('/').at(-1) ?? '')) return null
  const used = membersOf(workspace, manifest).flatMap((folder) => workspace.packages.get(folder) ?? [])
  for (const framework of workerFrameworks) {
    const name = framework.packages.find((one) => used.some(({ dependencies }) => dependencies.has(one)))
    if (name === undefined) continue
    const by = used.find(({ dependencies }) => dependencies.has(name))?.name
    const proof = { ...start.proof, says: place.texts.seen.usesBy(name, by ?? '') }
    return { framework, name, entry: null, proof }
  }
  return null
}

const imports = ({ source }: Module, name: string) =>
  [`'${name}'`, `"${name}"`, `'${name}/`, `"${name}/`].some((text) => source.includes(text))
