import type { NodeProject } from './project.ts'
import { rushCommand } from './rush.ts'
import { upTo } from './up-to.ts'

/** Whether the lockfile can be installed from as it is. */
export function isFrozen({ manager }: NodeProject): boolean {
  return manager.lockfile !== null && manager.missing.length === 0 && manager.broken === null
}

/** The install in a project's own folder: from its lockfile where that is in step, without one as the manifest says. */
export function frozenInstall(project: NodeProject): string {
  const { manager, place, workspace } = project
  if (workspace?.tool === 'rush') return rushCommand(place.root, workspace.root, 'install')
  const frozen = isFrozen(project)
  if (manager.name === 'npm') {
    const up = manager.installRoot === place.root ? '' : ` --prefix ${upTo(place.root, manager.installRoot)}`
    return `npm ${frozen ? 'ci' : 'install'}${up}`
  }
  if (!frozen) return `${manager.name} install`
  const berry = manager.name === 'yarn' && manager.version !== null && !/^[01](\.|$)/.test(manager.version)
  return `${manager.name} install ${berry ? '--immutable' : '--frozen-lockfile'}`
}
