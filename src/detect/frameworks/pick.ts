import { frameworks } from '../frameworks.ts'
import type { NodeProject } from '../node/project.ts'
import { once } from '../once.ts'
import type { Framework, Use, Web } from './framework.ts'
import { buildScripts, useOf } from './use.ts'

/** The framework of a project, and what it makes of it. */
export interface WebApp {
  readonly framework: Framework
  readonly use: Use
  readonly web: Web
}

/**
 * The framework that a project is built with: what the build script runs counts most, then another script, then a config
 * file, then a dependency (cases D2, D8); among equals the order of the list. Null: it is no web app.
 */
export const webAppOf: (project: NodeProject) => WebApp | null = once((project) => {
  const scripts = buildScripts(project.manifest)
  const uses = frameworks.flatMap((framework) => {
    const use = useOf(framework, project, scripts)
    return use && (use.strength >= 2 || framework.bare) ? [{ framework, use }] : []
  })
  // Storybook shows the components of an app; it is what is delivered only where there is nothing else.
  const rank = ({ framework, use }: (typeof uses)[number]) => (framework.id === 'storybook' ? -1 : use.strength)
  for (const { framework, use } of uses.sort((a, b) => rank(b) - rank(a))) {
    const web = framework.describe(project, use)
    if (web) return { framework, use, web }
  }
  return null
})
