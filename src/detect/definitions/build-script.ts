import { withMembers } from '../node/member-builds.ts'
import { nodeProject } from '../node/project.ts'
import type { Place } from '../place.ts'

/** The build script of the folder's `package.json`: what it holds, and the command that runs it; null without one. */
export function buildScript(place: Place): { readonly text: string; readonly command: string } | null {
  const project = nodeProject(place)
  const text = project?.manifest.scripts.get('build')
  return project && text ? { text, command: withMembers(project, 'build') } : null
}

/** Whether a package depends on another one of its workspace by `workspace:`, which only its own package manager resolves. */
export function needsWorkspace(place: Place): boolean {
  const dependencies = nodeProject(place)?.manifest.dependencies.values() ?? []
  return [...dependencies].some((range) => range.startsWith('workspace:'))
}
