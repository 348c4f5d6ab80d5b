import type { Manifest } from './manifest.ts'
import type { NodeProject } from './project.ts'
import { runScript } from './run.ts'
import { upTo } from './up-to.ts'
import { membersOf } from './workspaces.ts'

/**
 * A build command of a workspace package that builds the packages it depends on first: through the task runner of the
 * workspace where there is one, else package by package. Run in the package's own folder. The plain command where
 * nothing has to be built before (case D17: a workspace of one package gets no filter).
 */
export function withMembers(project: NodeProject, script: string): string {
  const { manifest, workspace, manager, place } = project
  const own = runScript(manager.name, script)
  if (!workspace || workspace.root === place.root) return own
  const first = membersOf(workspace, manifest).filter((folder) => hasBuild(workspace.packages.get(folder)))
  const filter = manifest.name ?? `./${place.root}`
  if (workspace.tool === 'rush') return own
  if (first.length === 0) return own
  if (workspace.tool === 'turbo') return `${turbo[manager.name]} run ${script} --filter=${filter}`
  if (workspace.tool === 'nx')
    return `${manager.name === 'pnpm' ? 'pnpm exec' : manager.name === 'yarn' ? 'yarn' : 'npx'} nx run ${filter}:${script}`
  if (manager.name === 'pnpm') return `pnpm --filter ${filter}... run ${script}`
  const steps = first.map((folder) => memberBuild(project, folder))
  return [...steps, own].join(' && ')
}

const turbo = { npm: 'npx turbo', yarn: 'yarn turbo', pnpm: 'pnpm exec turbo', bun: 'bunx turbo' } as const

const hasBuild = (manifest: Manifest | undefined) => manifest?.scripts.has('build') === true

function memberBuild({ workspace, manager, place }: NodeProject, folder: string): string {
  const name = workspace?.packages.get(folder)?.name ?? folder
  if (manager.name === 'yarn') return `yarn workspace ${name} run build`
  if (manager.name === 'bun') return `bun run --filter ${name} build`
  return `npm run build --prefix ${upTo(place.root, workspace?.root ?? '.')} -w ${name}`
}
