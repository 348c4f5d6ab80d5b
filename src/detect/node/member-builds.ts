import { get, record } from '../json.ts'
import { placeAt } from '../place.ts'
import type { Manifest } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { execute, runScript } from './run.ts'
import { rushCommand } from './rush.ts'
import { programsOf } from './scripts.ts'
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
  const steps = memberSteps(project)
  if (steps.length === 0) return own
  const runner = steps.some((step) => step.script === 'build') ? taskRunner(project, script) : null
  if (runner) return runner
  if (manager.name === 'pnpm' && script === 'build' && steps.every((step) => step.script === script))
    return `pnpm --filter ${manifest.name ?? `./${place.root}`}... run ${script}`
  return [...steps.map(({ command }) => command), own].join(' && ')
}

/** What has to be built before a package that has no build script of its own; null where nothing has. */
export function membersAlone(project: NodeProject): string | null {
  const steps = memberSteps(project)
  return steps.length === 0 ? null : steps.map(({ command }) => command).join(' && ')
}

function memberSteps(project: NodeProject): readonly Step[] {
  const { workspace, place, manifest } = project
  if (!workspace || workspace.root === place.root || workspace.tool === 'rush') return []
  return membersOf(workspace, manifest).flatMap((folder) => memberStep(project, folder))
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
function memberStep(project: NodeProject, folder: string): readonly Step[] {
  const member = project.workspace?.packages.get(folder)
  if (!member) return []
  const script = member.scripts.has('build')
    ? 'build'
    : [...member.scripts.keys()].find((name) => generates(member, name))
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
