import { once } from '../once.ts'
import { type Entry, entriesOf } from './entry.ts'
import { bindsLocalhost, type Listening, listener, listening } from './listening.ts'
import { type Module, missingFrom, modulesFrom } from './modules.ts'
import type { NodeProject } from './project.ts'
import { programsOf } from './scripts.ts'
import { type ServerFramework, serverFrameworks } from './server-frameworks.ts'
import { fileOf } from './started-file.ts'
import { workerFrameworks } from './worker-frameworks.ts'

/** A program of a project that answers HTTP. */
export interface NodeServer {
  /** Null: Node's own `http`. */
  readonly framework: ServerFramework | null
  readonly entry: Entry | null
  readonly modules: readonly Module[]
  readonly listening: Listening | null
  /** It hands out files and nothing else. */
  readonly filesOnly: boolean
  readonly localhost: Module | undefined
}

/** The framework in `dependencies`; a bundled server may list it under devDependencies, so these count second. */
export function serverFrameworkOf({ manifest }: NodeProject): ServerFramework | null {
  const within = (packages: ReadonlyMap<string, string>) =>
    serverFrameworks.find((one) => one.packages.some((name) => packages.has(name)))
  return within(manifest.dependencies) ?? within(manifest.all) ?? null
}

// Enough to meet the one that listens; the first ones are those that scripts name.
const maxEntries = 4

function candidates(project: NodeProject): readonly Entry[] {
  return entriesOf(project.place, project.manifest)
    .filter(({ source }) => source !== null)
    .slice(0, maxEntries)
}

/** The source files to read before `serverOf` can tell; paths relative to the project's folder. */
export function serverSources(project: NodeProject): readonly string[] {
  if (!mayServe(project)) return []
  return candidates(project).flatMap(({ source }) => (source === null ? [] : missingFrom(project.place, source)))
}

// A project without any such sign is not worth its sources: a library, a web app that is built.
function mayServe(project: NodeProject): boolean {
  const { manifest, place } = project
  const works = workerFrameworks.some((one) => one.packages.some((name) => manifest.dependencies.has(name)))
  if (works || serverFrameworkOf(project)) return true
  return (
    ['start', 'start:prod', 'serve', 'server'].some((name) => manifest.scripts.has(name)) ||
    place.pick(
      'server.js',
      'server.ts',
      'index.js',
      'index.ts',
      'app.js',
      'src/server.ts',
      'src/index.ts',
      'src/index.js',
    ) !== undefined
  )
}

/** A program that a project may start, and the modules it reaches as far as they were read. */
export interface NodeProgram {
  readonly entry: Entry
  readonly modules: readonly Module[]
}

/** The programs of a project, likeliest first. */
export const programs: (project: NodeProject) => readonly NodeProgram[] = once((project) =>
  candidates(project).map((entry) => ({
    entry,
    modules: entry.source === null ? [] : modulesFrom(project.place, entry.source),
  })),
)

/** The HTTP server of a project; null where nothing is seen that listens. */
export const serverOf: (project: NodeProject) => NodeServer | null = once((project) => {
  const framework = serverFrameworkOf(project)
  const runs = programs(project)
  const own = (modules: readonly Module[]) =>
    framework !== null ||
    modules.some(({ source }) => /['"](?:node:)?https?['"]|\bBun\.serve|\bDeno\.serve/.test(source))
  const found = runs.find(({ modules }) => listener(modules) && own(modules) && !isForWork(modules))
  if (found && isSocketClient(framework, found.modules)) return null
  if (found) return made(project, framework, found.entry, found.modules)
  const exported = framework && runs.find(({ entry, modules }) => isServedByBun(project, entry, modules))
  if (exported) return made(project, framework, exported.entry, exported.modules)
  const passed = framework && runs.find(({ modules }) => passesOn(project, framework, modules))
  if (passed) return made(project, framework, passed.entry, passed.modules)
  return framework?.own === true ? made(project, framework, runs[0]?.entry ?? null, runs[0]?.modules ?? []) : null
})

/** The development server of a bundler, started by a file of the repository, as an ejected React app does. */
const isForWork = ([entry]: readonly Module[]) => entry !== undefined && /['"]webpack-dev-server['"]/.test(entry.source)

/** Bolt in socket mode opens no port: https://tools.slack.dev/bolt-js/concepts/socket-mode (read 2026-11) */
function isSocketClient(framework: ServerFramework | null, modules: readonly Module[]): boolean {
  return (
    framework?.id === 'slack-bolt' &&
    modules.some(({ source }) => /\bsocketMode\s*:\s*true\b|\bnew SocketModeReceiver\b/.test(source)) &&
    !modules.some(({ source }) => /\.listen\s*\(/.test(source))
  )
}

/** Bun serves what its entry exports: https://bun.sh/docs/api/http#export-default-syntax (read 2026-11) */
function isServedByBun({ manifest, place }: NodeProject, entry: Entry, [first]: readonly Module[]): boolean {
  if (!first || place.pick('wrangler.toml', 'wrangler.json', 'wrangler.jsonc') !== undefined) return false
  if (!/\bexport default \w+\s*;?\s*$/m.test(first.source)) return false
  return ['start', 'dev', 'serve'].some((name) =>
    programsOf(manifest, name).some((program) => program.words[0] === 'bun' && fileOf(program) === entry.started),
  )
}

/** It is started with an app of the framework that another package of the workspace lets listen. */
function passesOn(
  { manifest, workspace }: NodeProject,
  framework: ServerFramework,
  modules: readonly Module[],
): boolean {
  if (
    !workspace ||
    !manifest.scripts.has('start') ||
    !framework.packages.some((name) => manifest.dependencies.has(name))
  )
    return false
  return modules.some(({ source }) =>
    framework.packages.some((name) => new RegExp(`from\\s*['"]${name}['"]|require\\(['"]${name}['"]`).test(source)),
  )
}

function made(
  { place }: NodeProject,
  framework: ServerFramework | null,
  entry: Entry | null,
  modules: readonly Module[],
): NodeServer {
  return {
    framework,
    entry,
    modules,
    listening: listening(place, modules),
    filesOnly: servesFilesOnly(modules),
    localhost: bindsLocalhost(modules),
  }
}

/** Pages of a build and nothing of its own: what a host for static files does as well. */
function servesFilesOnly(modules: readonly Module[]): boolean {
  const all = modules.map(({ source }) => source).join('\n')
  const hands =
    /\.static\s*\(|serve-static|\bsirv\b|koa-static|@fastify\/static|sendFile|serve-handler|createReadStream/.test(all)
  const works =
    /\.(?:post|put|patch|delete)\s*\(|\bRouter\s*\(|['"`]\/api\b|createProxyMiddleware|http-proxy|mongoose|graphql|new WebSocket|socket\.io|\bprisma\b|createConnection/.test(
      all,
    )
  return hands && !works && modules.length <= 3
}
