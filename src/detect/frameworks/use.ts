import { type Manifest, majorOf } from '../node/manifest.ts'
import type { NodeProject } from '../node/project.ts'
import { programsOf } from '../node/scripts.ts'
import type { Command } from '../node/shell.ts'
import { manifests } from '../node/workspaces.ts'
import type { Place } from '../place.ts'
import { withoutComments } from '../source.ts'
import type { Framework, Use } from './framework.ts'

/** A script of the project, and every program it comes down to. */
export interface Script {
  readonly name: string
  readonly programs: readonly Command[]
}

// The usual names of a production build come first, builds for other stages last.
const usual = [
  ...['build', 'build:prod', 'build:production', 'build-prod', 'build-production', 'production', 'prod', 'prod:build'],
  ...[
    'build:client',
    'build:web',
    'build:app',
    'build:frontend',
    'build:static',
    'build:site',
    'build:ssr',
    'site:build',
  ],
  ...['generate', 'export', 'docs:build', 'build:docs', 'build:all', 'compile', 'bundle', 'dist'],
]
const other =
  /(^|[:._-])(dev|develop|development|start|watch|serve|preview|analy[sz]er?|stats|test|e2e|staging|stage|debug|profile|local|ci|check|storybook|deploy|publish|release|prepublish|mobile|android|ios|electron|cordova|tauri|lib|library)([:._-]|$)/

const rank = (name: string) => {
  const at = usual.indexOf(name)
  if (at >= 0) return at
  return other.test(name) ? 300 : /build/.test(name) ? 100 : 200
}

/** The scripts that may build something, best name first. Hooks are part of the script they belong to. */
export function buildScripts(manifest: Manifest): readonly Script[] {
  return [...manifest.scripts.keys()]
    .filter((name) => !isHook(manifest, name))
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => ({ name, programs: programsOf(manifest, name) }))
}

function isHook(manifest: Manifest, name: string): boolean {
  const of = /^(?:pre|post)(.+)$/.exec(name)?.[1]
  return (
    ['prepare', 'postinstall', 'preinstall', 'prepublishOnly'].includes(name) ||
    (of !== undefined && manifest.scripts.has(of))
  )
}

const extensions = ['ts', 'js', 'mjs', 'mts', 'cjs', 'cts', 'tsx', 'json']

/** The first config file of these names that is there. */
export function configIn(place: Place, names: readonly string[]): string | null {
  for (const name of names) {
    if (place.has(name)) return name
    for (const extension of extensions) if (place.has(`${name}.${extension}`)) return `${name}.${extension}`
  }
  return null
}

/** Whether a command is a call such as `next build`: same program, and the words after it in this order, options aside. */
export function isCall(command: Command, call: string): boolean {
  const [program, ...words] = call.split(' ')
  if (command.words[0] !== program) return false
  const given = command.words.slice(1).filter((word) => !word.startsWith('-'))
  return words.every((word, i) => plainPath(given[i] ?? '') === plainPath(word))
}

const plainPath = (word: string) => word.replace(/^\.\//, '').replace(/\/?(index)?(\.[cm]?js)?$/, '')

/** How a project uses a framework; null where nothing points to it. */
export function useOf(framework: Framework, project: NodeProject, scripts: readonly Script[]): Use | null {
  const { manifest, place } = project
  const packageName = framework.packages.find((name) => manifest.all.has(name))
  const runs = (command: Command) => command.folder === '.' && framework.builds.some((call) => isCall(command, call))
  if (packageName === undefined && !isExecuted(framework, project, scripts) && !hasConfigAlone(framework, project))
    return null
  const script = wholeBuild(scripts, scripts.find(({ programs }) => programs.some(runs)) ?? null)
  const config = configIn(place, framework.configs)
  return {
    script: script?.name ?? null,
    programs: script?.programs ?? [],
    build: scripts.flatMap(({ programs }) => programs).find(runs) ?? null,
    config,
    source: config === null || config.endsWith('.json') ? '' : withoutComments(place.text(config) ?? ''),
    major: majorOf(packageName === undefined ? undefined : manifest.all.get(packageName)),
    strength: script ? (rank(script.name) < 8 ? 4 : 3) : config === null ? 1 : 2,
  }
}

// A script `build` that runs a file of the repository (`./build.sh`) is more than the part of it that names the framework.
function wholeBuild(scripts: readonly Script[], part: Script | null): Script | null {
  const build = scripts.find(({ name }) => name === 'build')
  if (!part || !build || part === build) return part
  const isOwn = build.programs.some(
    ({ words, folder }) =>
      folder === '.' &&
      (/^\.\/(?!node_modules)/.test(words[0] ?? '') ||
        (shells.has(words[0] ?? '') && /^[\w./-]+\.\w+$/.test(words[1] ?? ''))),
  )
  return isOwn && part.name.startsWith('build') ? build : part
}

/** An executor of Nx brings its bundler along. */
function isExecuted({ packages }: Framework, { manifest }: NodeProject, scripts: readonly Script[]): boolean {
  return (
    manifest.nx !== null &&
    scripts.some(({ programs }) => programs.some(({ words }) => packages.includes(words[0] ?? '')))
  )
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'node', 'tsx', 'zx'])

// In a monorepo the packages may be listed at the root alone.
function hasConfigAlone(framework: Framework, { place, workspace }: NodeProject): boolean {
  // A tool that need not be a package at all.
  if (framework.packages.length === 0) return configIn(place, framework.configs) !== null
  const root = workspace && workspace.root !== place.root ? manifests(place.repository).get(workspace.root) : undefined
  return (
    root !== undefined &&
    framework.packages.some((name) => root.all.has(name)) &&
    configIn(place, framework.configs) !== null
  )
}
