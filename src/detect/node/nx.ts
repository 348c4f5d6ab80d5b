import { get, record, text } from '../json.ts'
import { pathFrom } from '../path-from.ts'
import { join, type Place, parent, placeAt } from '../place.ts'
import { type Manifest, manifestOf } from './manifest.ts'
import { inlineProjects, projectJson } from './nx-projects.ts'

/** A project of an Nx workspace, as project.json says. */
export interface NxProject {
  readonly name: string
  /** `@nx/vite:build`; null where the target is inferred from the tool's config. */
  readonly executor: string | null
  /** From the workspace root; null where it is not set. */
  readonly outputPath: string | null
  readonly root: string
  /** The file that defines it, from the project's own folder. */
  readonly file: string
}

/**
 * The manifest of a folder that has a project.json and no package.json (case D19): the packages are those of the
 * workspace root, the build is the target's executor. Null for a library and outside of an Nx workspace.
 */
export function nxManifest(place: Place): (Manifest & { readonly nx: NxProject }) | null {
  const project = projectJson(place)
  if (project === undefined || text(get(project, 'projectType')) === 'library') return null
  const root = nxRoot(place)
  const packages = root && manifestOf(root)
  if (!root || !packages) return null
  const build = get(project, 'targets', 'build') ?? get(project, 'architect', 'build')
  const executor = text(get(build, 'executor')) ?? text(get(build, 'builder'))
  const inline = place.has('project.json') ? undefined : inlineProjects(place.repository).get(place.root)
  const name = inline?.name ?? text(get(project, 'name')) ?? place.root.split('/').at(-1) ?? 'app'
  const path = get(build, 'options', 'outputPath')
  const inferred = executor === null ? inferredFrom(place) : null
  const outputPath = text(path) ?? text(get(path, 'base')) ?? inferred?.outputPath ?? null
  const scripts = inferred ? new Map([['build', inferred.line]]) : scriptsOf(executor)
  return {
    ...packages,
    name,
    private: true,
    main: null,
    scripts,
    raw: record(undefined),
    nx: {
      name,
      executor,
      outputPath,
      root: root.root,
      file: inline ? pathFrom(place.root, inline.file) : 'project.json',
    },
  }
}

/** A target that Nx infers from a tool's own config: https://nx.dev/concepts/inferred-tasks (read 2026-11). Its folder is said from the project's own. */
function inferredFrom(place: Place): { readonly line: string; readonly outputPath: string | null } | null {
  const found = configs.find(({ names }) => place.pick(...names) !== undefined)
  const config = found && place.pick(...found.names)
  if (!found || config === undefined) return null
  const path = /path:\s*(?:join|(?:path\.)?resolve|path\.join)\(__dirname,\s*['"]([^'"]+)['"]\)/.exec(
    place.text(config) ?? '',
  )?.[1]
  return { line: found.line, outputPath: path === undefined ? null : join(place.root, path) }
}

const configs: readonly { readonly names: readonly string[]; readonly line: string }[] = [
  { names: ['vite.config.ts', 'vite.config.mts', 'vite.config.js', 'vite.config.mjs'], line: 'vite build' },
  { names: ['next.config.js', 'next.config.mjs', 'next.config.ts'], line: 'next build' },
  { names: ['rspack.config.js', 'rspack.config.ts'], line: 'rspack build' },
  { names: ['webpack.config.js', 'webpack.config.ts'], line: 'webpack' },
]

/** Where Nx builds a project that has a package.json as well: the folder as it is reached from the project's own; null where it is not set. */
export function nxOutput(place: Place): string | null {
  const build = get(projectJson(place), 'targets', 'build')
  const path = text(get(build, 'options', 'outputPath'))
  if (path === null) return null
  return place.has('nx.json') ? (join('.', path) ?? path) : fromProject(place, path)
}

function nxRoot(place: Place): Place | null {
  for (let at = parent(place.root); at !== null; at = parent(at)) {
    const above = placeAt(place.repository, at)
    if (above.has('nx.json')) return above
  }
  return null
}

/** What the executors of Nx run, as a script would say it: https://nx.dev/nx-api (read 2026-11). */
const executors: readonly (readonly [RegExp, string])[] = [
  [/^@(nx|nrwl)\/vite:build$/, 'vite build'],
  [/^@(nx|nrwl)\/next:build$/, 'next build'],
  [/^@(nx|nrwl)\/remix:build$/, 'remix vite:build'],
  [/^@(nx|nrwl)\/nuxt:build$/, 'nuxt build'],
  [/^@(nx|nrwl)\/(webpack:webpack|web:(webpack|build))$/, 'webpack'],
  [/^@(nx|nrwl)\/rspack:rspack$/, 'rspack build'],
  [/^@(nx|nrwl)\/angular:|^@angular(-devkit)?\/build/, 'ng build'],
]

function scriptsOf(executor: string | null): ReadonlyMap<string, string> {
  const line = executors.find(([pattern]) => pattern.test(executor ?? ''))?.[1]
  return new Map(line ? [['build', line]] : executor ? [['build', `nx-executor ${executor}`]] : [])
}

/** A folder of the workspace root as it is reached from the project's own folder. */
export function fromProject(place: Place, path: string): string {
  const depth = place.root.split('/').length
  return `${'../'.repeat(depth)}${join('.', path) ?? path}`
}
