import { get, record } from '../json.ts'
import { placeAt } from '../place.ts'
import type { Manifest } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { execute, runScript } from './run.ts'
import { rushCommand } from './rush.ts'
import { managerCall, programsOf } from './scripts.ts'
import { upTo } from './up-to.ts'
import { membersOf } from './workspaces.ts'

/**
 * A build command of a workspace package that builds the packages it depends on first: through the task runner of the
 * workspace where there is one, else package by package. Run in the package's own folder. The plain command where
 * nothing has to be built before (case D17: a workspace of one package gets no filter).
 */
export function withMembers(project: NodeProject, script: string): string {
  const { manifest, manager, place, workspace } = project
  if (manifest.nx)
    return `cd ${upTo(place.root, manifest.nx.root)} && ${execute(manager.name, `nx build ${manifest.nx.name}`)}`
  if (workspace?.tool === 'rush' && workspace.root !== place.root && script === 'build')
    return rushCommand(place.root, workspace.root, `build --to ${manifest.name ?? place.root}`)
  const own = runScript(manager.name, script)
  const steps = memberSteps(project, script)
  if (steps.length === 0) return own
  const runner = steps.some((step) => step.script === 'build') ? taskRunner(project, script) : null
  if (runner) return runner
  if (manager.name === 'pnpm' && steps.every((step) => step.script === script))
    return `pnpm --filter ${manifest.name ?? `./${place.root}`}... run ${script}`
  return [...steps.map(({ command }) => command), own].join(' && ')
}

/** What has to be built before a package that has no build script of its own; null where nothing has. */
export function membersAlone(project: NodeProject): string | null {
  const steps = memberSteps(project, null)
  return steps.length === 0 ? null : steps.map(({ command }) => command).join(' && ')
}

function memberSteps(project: NodeProject, script: string | null): readonly Step[] {
  const { workspace, place, manifest } = project
  if (!workspace || workspace.root === place.root || workspace.tool === 'rush') return []
  const called = script === null ? new Set<string>() : calledBy(manifest, script)
  return membersOf(workspace, manifest)
    .filter((folder) => !called.has(workspace.packages.get(folder)?.name ?? '') && !isSource(project, folder))
    .flatMap((folder) => memberStep(project, folder, script))
}

/** The packages whose scripts a script calls by itself: `pnpm --filter @acme/client build && vite build`. */
function calledBy(manifest: Manifest, script: string): ReadonlySet<string> {
  return new Set(
    programsOf(manifest, script).flatMap((command) => managerCall(command, manifest.scripts)?.filter ?? []),
  )
}

const bundlers = ['vite.config.ts', 'vite.config.js', 'vite.config.mts', 'webpack.config.js', 'rsbuild.config.ts']

/** Whether the bundler takes a package from its sources, by an alias of its name, so that nothing of it has to be built. */
function isSource({ place, workspace }: NodeProject, folder: string): boolean {
  const name = workspace?.packages.get(folder)?.name
  const at = folder.split('/').at(-1) ?? folder
  return bundlers.some((config) => {
    const source = place.text(config) ?? ''
    const start = name ? source.indexOf(`'${name}'`) : -1
    return start >= 0 && new RegExp(`^[^]{0,200}?${at.replace(/[^\\w-]/g, '.')}/src\\b`).test(source.slice(start))
  })
}

/** Turborepo and Nx know the order themselves, where they know the script as a task. */
function taskRunner({ place, workspace, manifest, manager }: NodeProject, script: string): string | null {
  if (!workspace) return null
  const up = `cd ${upTo(place.root, workspace.root)} && `
  const filter = manifest.name ?? `./${place.root}`
  if (workspace.tool === 'nx')
    return `${up}${execute(manager.name, script === 'build' ? `nx build ${filter}` : `nx run ${filter}:${script}`)}`
  if (workspace.tool !== 'turbo') return null
  const root = placeAt(place.repository, workspace.root)
  const config = root.json('turbo.json') ?? root.json('turbo.jsonc')
  const tasks = { ...record(get(config, 'pipeline')), ...record(get(config, 'tasks')) }
  return script in tasks || `${filter}#${script}` in tasks
    ? `${up}${execute(manager.name, `turbo run ${script} --filter=${filter}`)}`
    : null
}

interface Step {
  readonly script: string
  readonly command: string
}

/** What has to run in a package before one that uses it can be built: its build, or the client that Prisma generates. */
function memberStep(project: NodeProject, folder: string, wanted: string | null): readonly Step[] {
  const member = project.workspace?.packages.get(folder)
  if (!member) return []
  const own = [wanted, 'build'].find((name) => name !== null && member.scripts.has(name))
  const script = own ? own : [...member.scripts.keys()].find((name) => generates(member, name))
  return script === undefined || member.scripts.has('postinstall')
    ? []
    : [{ script, command: memberScript(project, folder, script) }]
}

const generates = (manifest: Manifest, script: string) =>
  !/dev|watch/.test(script) &&
  programsOf(manifest, script).some(({ words }) => words[0] === 'prisma' && words[1] === 'generate')

function memberScript({ workspace, manager, place }: NodeProject, folder: string, script: string): string {
  const name = workspace?.packages.get(folder)?.name ?? folder
  if (manager.name === 'pnpm') return `pnpm --filter ${name} run ${script}`
  if (manager.name === 'yarn') return `yarn workspace ${name} run ${script}`
  if (manager.name === 'bun') return `bun run --filter ${name} ${script}`
  return `npm run ${script} --prefix ${upTo(place.root, workspace?.root ?? '.')} -w ${name}`
}
