import type { App } from '../../model.ts'
import { type Comment, type Data, toYaml } from '../../render/yaml.ts'
import { gathered, isBare } from './bare-site.ts'
import { buildCommands, installCommands, serverVariables } from './commands.ts'
import { hasAdapter, isNitro, needsCompute, specification } from './hosting.ts'

/**
 * The text of `amplify.yml`. One app at the root: the plain form. Anything else: `applications`, where each `appRoot` must equal the
 * variable AMPLIFY_MONOREPO_APP_ROOT of its Amplify app; commands run in that folder and `baseDirectory` is relative to it.
 * Sources (2026-11): https://docs.aws.amazon.com/amplify/latest/userguide/yml-specification-syntax.html,
 * https://docs.aws.amazon.com/amplify/latest/userguide/monorepo-configuration.html
 */
export function buildSpec(apps: readonly App[]): string {
  const [only] = apps
  const single = apps.length === 1 && only?.root === '.' ? only : null
  const data: Data = single
    ? { version: 1, frontend: frontend(single) }
    : { version: 1, applications: apps.map((app) => ({ appRoot: app.root, frontend: frontend(app) })) }
  const base = (app: App, index: number): (string | number)[] => (single === app ? [] : ['applications', index])
  const comments = apps.flatMap((app, index) => commentsFor(app, base(app, index)))
  return toYaml(data, { comments })
}

function frontend(app: App): Data {
  const install = installCommands(app)
  return {
    phases: {
      ...(install.length > 0 ? { preBuild: { commands: install } } : {}),
      build: { commands: buildCommands(app) },
    },
    artifacts: { baseDirectory: baseDirectory(app), files: ['**/*'] },
    cache: { paths: cachePaths(app) },
  }
}

/** The published folder, relative to the app's. */
export function baseDirectory(app: App): string {
  if (app.kind === 'ssr' && isNitro(app)) return specification
  if (app.kind === 'ssr' && app.framework === 'next') return app.output ?? '.next'
  return isBare(app) || app.output === null ? gathered : app.output
}

const frameworkCaches: Readonly<Record<string, readonly string[]>> = {
  next: ['.next/cache/**/*'],
  gatsby: ['.cache/**/*'],
  angular: ['.angular/cache/**/*'],
}

function cachePaths(app: App): Data {
  const installs = installCommands(app).join('\n')
  const downloads = [
    ...(installs.includes('--cache .npm') ? ['.npm/**/*'] : []),
    ...(installs.includes('--store-dir .pnpm-store') ? ['.pnpm-store/**/*'] : []),
    ...(installs.includes('--cache-folder .yarn-cache') ? ['.yarn-cache/**/*'] : []),
  ]
  return [...downloads, ...(frameworkCaches[app.framework ?? ''] ?? [])]
}

function commentsFor(app: App, base: readonly (string | number)[]): Comment[] {
  const frontend = [...base, 'frontend']
  const root =
    base.length > 0
      ? [{ path: [...base, 'appRoot'], text: 'equals AMPLIFY_MONOREPO_APP_ROOT of this Amplify app', beside: true }]
      : []
  const folder = [...frontend, 'artifacts', 'baseDirectory']
  const variables = {
    path: [...frontend, 'phases', 'build', 'commands', 0],
    text: 'Amplify sets variables for the build only; this file hands them to the server.',
  }
  return [
    ...root,
    ...(needsCompute(app) ? [{ path: folder, text: serverComment(app) }] : []),
    ...(serverVariables(app).length > 0 ? [variables] : []),
  ]
}

function serverComment(app: App): string {
  if (hasAdapter(app) || isNitro(app)) return 'Server and static files, in the deployment specification of Amplify.'
  return 'Server and static files. The Amplify app needs the platform WEB_COMPUTE.'
}
