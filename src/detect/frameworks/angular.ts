import { get, type Json, record, text } from '../json.ts'
import { majorOf } from '../node/manifest.ts'
import { inlineProjects, projectJson } from '../node/nx-projects.ts'
import type { NodeProject } from '../node/project.ts'
import type { Place } from '../place.ts'
import type { Framework, Use, Web } from './framework.ts'
import { folder, option } from './read.ts'

/** Angular, by angular.json: the application builder publishes `<outputPath>/browser` (case D1). */
export const angular: Framework = {
  id: 'angular',
  packages: ['@angular/core'],
  configs: ['angular.json', 'angular-cli.json', '.angular-cli.json'],
  builds: ['ng build', 'ng run'],
  describe: (project, use) => {
    const { nx } = project.manifest
    if (use.config === null && !nx) return null
    // The projects of a workspace have folders of their own.
    if (
      !nx &&
      [...inlineProjects(project.place.repository).values()].some(
        ({ file }) => file === project.place.at(use.config ?? ''),
      )
    )
      return null
    const target = nx
      ? nxTarget(projectJson(project.place), nx.name)
      : targetOf(project.place.json(use.config ?? ''), use)
    if (target === null) return use.config?.startsWith('angular') ? null : oldCli(project.place, use)
    return pages(project, use, target)
  },
}

interface Target {
  readonly name: string
  readonly builder: string
  readonly options: Json | undefined
  readonly architect: Json | undefined
}

/** The application that is built: the one the command names, the default one, else the first. */
function targetOf(json: Json | undefined, use: Use): Target | null {
  const projects = Object.entries(record(get(json, 'projects')))
  const applications = projects.filter(
    ([, project]) => (text(get(project, 'projectType')) ?? 'application') === 'application',
  )
  const named =
    use.build?.words.slice(2).find((word) => applications.some(([name]) => name === word)) ??
    text(get(json, 'defaultProject'))
  const [name, project] = applications.find(([candidate]) => candidate === named) ?? applications[0] ?? []
  if (name === undefined) return null
  const architect = get(project, 'architect') ?? get(project, 'targets')
  return {
    name,
    builder: text(get(architect, 'build', 'builder')) ?? '',
    options: get(architect, 'build', 'options'),
    architect,
  }
}

function nxTarget(json: Json | undefined, name: string): Target | null {
  const architect = get(json, 'targets') ?? get(json, 'architect')
  const builder = text(get(architect, 'build', 'executor')) ?? text(get(architect, 'build', 'builder'))
  return builder === null ? null : { name, builder, options: get(architect, 'build', 'options'), architect }
}

function oldCli(place: Place, use: Use): Web | null {
  if (use.config === null) return null
  const apps = get(place.json(use.config), 'apps')
  const first = Array.isArray(apps) ? apps[0] : undefined
  return { kind: 'static', spa: true, output: text(get(first, 'outDir')) ?? 'dist', build: 'ng build --prod' }
}

// The builders whose output has a browser/ folder: https://angular.dev/tools/cli/build-system-migration (read 2026-11)
const browserBuilders = /:application$|^@angular\/build:|:application-builder/

function pages(project: NodeProject, use: Use, target: Target): Web {
  const path = get(target.options, 'outputPath')
  const base = folder(
    option(use.build, '--output-path') ?? text(path) ?? text(get(path, 'base')) ?? `dist/${target.name}`,
  )
  const isApplication = browserBuilders.test(target.builder)
  const browser = text(get(path, 'browser')) ?? (get(path, 'browser') === '' ? '' : 'browser')
  const output = isApplication && browser !== '' ? `${base}/${browser}` : base
  const line =
    use.config === null
      ? null
      : project.place.proof(
          use.config,
          project.place.texts.seen.toolWritesTo(target.builder || 'Angular', output),
          '"outputPath"',
        )
  if (isServer(project, target)) return server(project, target, base)
  const isOld = (majorOf(project.manifest.all.get('@angular/cli')) ?? 99) < 12
  return {
    kind: 'static',
    spa: true,
    output,
    build: isOld ? 'ng build --prod' : 'ng build',
    ...(line ? { outputProof: line } : {}),
  }
}

/** Rendered on a server: it has a server entry, and its routes are not all prerendered. */
function isServer({ place, manifest }: NodeProject, { options, architect }: Target): boolean {
  const mode = text(get(options, 'outputMode'))
  if (mode === 'static') return false
  const entry = get(options, 'ssr')
  const hasEntry = (entry !== undefined && entry !== false) || get(architect, 'server') !== undefined
  if (!hasEntry || !(manifest.all.has('@angular/ssr') || manifest.all.has('@nguniversal/express-engine'))) return false
  return !prerendersAll(place)
}

const routeFiles = ['src/app/app.routes.server.ts', 'src/app/app.server.routes.ts', 'src/app/app.routes.server.mts']

function prerendersAll(place: Place): boolean {
  const name = place.pick(...routeFiles)
  const modes = [...(name === undefined ? '' : (place.text(name) ?? '')).matchAll(/RenderMode\.(\w+)/g)].map(
    ([, mode]) => mode,
  )
  return modes.length > 0 && modes.every((mode) => mode === 'Prerender')
}

function server({ place }: NodeProject, { architect, builder }: Target, base: string): Web {
  const separate = text(get(architect, 'server', 'options', 'outputPath'))
  const entry = browserBuilders.test(builder)
    ? `${base}/server/server.mjs`
    : `${folder(separate ?? `${base}/server`)}/main.js`
  const file = place.pick('src/server.ts', 'server.ts')
  return {
    kind: 'ssr',
    spa: false,
    output: base,
    build: 'ng build',
    starts: [`node ${entry}`],
    start: `node ${entry}`,
    port: portIn(file === undefined ? undefined : place.text(file)) ?? 4000,
    honoursPort: true,
  }
}

// The server that `ng add @angular/ssr` writes listens on PORT, else on 4000.
function portIn(source: string | undefined): number | null {
  const port = /process\.env(?:\.PORT|\[['"]PORT['"]\])\s*(?:\|\||\?\?)\s*['"]?(\d{2,5})/.exec(source ?? '')?.[1]
  return port ? Number(port) : null
}
