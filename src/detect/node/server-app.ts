import type { Detector } from '../detector.ts'
import { buildFor } from '../docker/owner.ts'
import { whyUnusable } from '../docker/usable.ts'
import { type Finding, find, type Proof } from '../finding.ts'
import { webAppOf } from '../frameworks/pick.ts'
import { lineOf, parent, placeAt } from '../place.ts'
import { builtFile } from './built-file.ts'
import { fileOf, isRunnable, resolve, sourceOf } from './entry.ts'
import { healthPath } from './listening.ts'
import { majorOf } from './manifest.ts'
import { fromProject } from './nx.ts'
import { compiledStart, procfileWeb, type Start, scriptStart } from './production-start.ts'
import { type NodeProject, nodeProject, nodeProjects } from './project.ts'
import { execute } from './run.ts'
import { programsOfLine } from './scripts.ts'
import { type NodeServer, serverOf, serverSources } from './server.ts'
import { servesPages } from './serves-pages.ts'

const examples = ['.env.example', '.env.sample', '.env.template', '.env.dist', 'example.env', 'env.example']

/** An HTTP server on Node: framework, start command, port and health path. */
export const nodeServer: Detector = {
  id: 'node-server',
  stack: 'node',
  reads: ['package.json', 'Procfile', 'tsconfig.json', 'tsconfig.build.json', ...examples],
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
    if (above && used)
      return find(
        'notAnApp',
        `source of the program in ${at}`,
        above.place.proof(used.path, `is imported by the program in ${at}`),
      )
  }
  return null
}

function findings(project: NodeProject, server: NodeServer): readonly Finding[] {
  const start = startOf(project, server)
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
  if (name !== undefined) return place.proof(file, `"${name}" is a dependency`, `"${name}":`)
  return listening?.proof ?? start?.proof ?? place.proof('package.json', `starts ${entry?.started}`)
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

function startOf(project: NodeProject, server: NodeServer): Start | null {
  const script = procfileWeb(project) ?? scriptStart(project)
  const works = script && startsSomething(project, script) ? script : null
  if (works?.isProduction) return withSteps(project, works)
  return (
    builtBy(project, server) ??
    (works && (compiledStart(project, works) ?? works)) ??
    entryStart(project, server) ??
    script
  )
}

/** The image's command where it is the same program with steps before it: a migration that the script leaves out. */
function withSteps({ place, manifest }: NodeProject, start: Start): Start {
  const build = buildFor(place)
  if (!build?.facts.command || whyUnusable(build, place) !== null) return start
  const { text, line } = build.facts.command
  const programs = programsOfLine(manifest, text)
  const isSame = programs.length > 1 && programs.at(-1)?.words.join(' ') === start.program.words.join(' ')
  return isSame ? { ...start, command: text, proof: { path: build.facts.path, line, says: `starts "${text}"` } } : start
}

/** A script that names a file which is neither there nor built is of no use. */
function startsSomething({ place, manifest }: NodeProject, { program }: Start): boolean {
  const file = program.words[0] === 'node' ? fileOf(program) : null
  if (file === null || isRunnable(place, file)) return true
  return buildFolder.test(file) && (manifest.scripts.has('build') || sourceOf(place, file) !== null)
}

const buildFolder = /^(\.\/)?(\.?dist|\.?build|lib|out|output|compiled|bundle|target|\.output|prod)\//

const made = (command: string, proof: Proof): Start => ({
  command,
  proof,
  isProduction: true,
  program: { env: {}, folder: '.', words: command.split(' ') },
})

/** What the framework's own build command makes. */
function builtBy({ place, manifest }: NodeProject, { framework }: NodeServer): Start | null {
  if (manifest.nx) {
    const folder = manifest.nx.outputPath === null ? 'dist' : fromProject(place, manifest.nx.outputPath)
    return made(`node ${folder}/main.js`, place.proof('project.json', `Nx builds to ${folder}`, '"outputPath"'))
  }

  if (framework?.id === 'adonisjs')
    return made(
      `node build/${place.has('bin/server.ts') ? 'bin/' : ''}server.js`,
      place.proof('package.json', 'AdonisJS builds to build/'),
    )
  return framework?.id === 'nestjs'
    ? made('node dist/main', place.proof('package.json', 'NestJS builds to dist/main.js'))
    : null
}

/** Where no script starts it: the framework's own program, `main`, or the entry itself. */
function entryStart(project: NodeProject, { framework, entry, listening }: NodeServer): Start | null {
  const { place, manager, manifest } = project
  if (framework?.start)
    return made(
      execute(manager.name, framework.start),
      place.proof('package.json', `${framework.id} brings its own server`),
    )
  if (!entry?.source || !listening) return null
  const started =
    entry.started === manifest.main && resolve(place, entry.started) === null ? entry.started : entry.source
  const proof = { ...listening.proof, says: `${entry.source} ${listening.proof.says}` }
  const output = /\.[cm]?tsx?$/.test(started) && manifest.scripts.has('build') ? builtFile(project, started) : null
  return made(`node ${output ?? started}`, proof)
}

function portFindings(
  { place }: NodeProject,
  { framework, listening }: NodeServer,
  start: Start | null,
  proof: Proof,
): readonly Finding[] {
  const given = /(?:^|\s)PORT=(\d{2,5})\b|\s(?:-p|--port)[ =](\d{2,5})\b/.exec(
    start ? `${envText(start)} ${start.program.words.join(' ')}` : '',
  )
  const honours = listening ? [find('honoursPort', listening.honoursPort, listening.proof)] : []
  const set = given?.[1] ?? given?.[2]
  if (set && start) return [find('port', Number(set), start.proof), ...honours]
  if (listening?.port != null) return [find('port', listening.port, listening.proof), ...honours]
  const example = examples.find((name) => /^PORT=['"]?\d{2,5}/m.test(place.text(name) ?? ''))
  const value = /^PORT=['"]?(\d{2,5})/m.exec(example === undefined ? '' : (place.text(example) ?? ''))?.[1]
  if (value && example !== undefined)
    return [find('port', Number(value), place.proof(example, `PORT=${value}`, 'PORT=')), ...honours]
  return framework?.port == null
    ? honours
    : [
        find('port', framework.port, { ...proof, says: `${framework.id} listens on ${framework.port} by default` }),
        ...honours,
      ]
}

const envText = ({ program }: Start) =>
  Object.entries(program.env)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

function healthFinding({ place }: NodeProject, { modules }: NodeServer): readonly Finding[] {
  const found = healthPath(modules)
  if (!found) return []
  const { path, module, said } = found
  return [
    find('healthPath', path, {
      path: place.at(module.path),
      line: lineOf(module.source, said),
      says: `answers ${path}`,
    }),
  ]
}

function localhostRemark({ place }: NodeProject, { localhost }: NodeServer): readonly Finding[] {
  if (!localhost) return []
  const proof = {
    path: place.at(localhost.path),
    line: lineOf(localhost.source, /localhost|127\.0\.0\.1/),
    says: 'listens on localhost',
  }
  return [
    find(
      'remark',
      `${proof.path} listens on localhost only, which nothing outside of its container reaches; listen on 0.0.0.0.`,
      proof,
    ),
  ]
}
