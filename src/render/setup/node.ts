import type { App } from '../../model.ts'
import { literal } from '../expression.ts'
import type { SetUp } from '../setup.ts'
import { shellWord } from '../shell.ts'
import type { WorkflowStep } from '../workflow.ts'
import { fileCache, pinnedIn } from './cache.ts'

/** Node for an app that pins nothing: the default of Amplify’s build image and the newest of App Runner, so that all builds are alike. */
export const defaultNode = '22'
/** Versions of package managers for a repository that pins none, so that a run today and next year are alike. */
const defaultPnpm = '10'

/** setup-node, then the package manager in the version the app pins. */
export const setUpNode: SetUp = (app, { cache, enterprise }) => {
  const manager = app.packageManager?.name ?? 'npm'
  const builtIn = manager === 'npm' || (manager === 'yarn' && !isBerry(app))
  const cached = cache && builtIn && app.lockfile !== null
  const node: WorkflowStep = {
    name: 'Set up Node.js',
    uses: 'actions/setup-node',
    with: {
      ...pinnedIn(app, ['.nvmrc', '.node-version'], 'node-version-file', 'node-version', defaultNode),
      ...(cached
        ? { cache: manager, 'cache-dependency-path': literal(app.lockfile ?? '') }
        : { 'package-manager-cache': false }),
    },
  }
  if (builtIn) return [node]
  return [node, ...managerSteps(app, manager, enterprise), ...(cache ? storeCache(app, manager) : [])]
}

/** Yarn 2 and later, which comes through Corepack and not with the runner. */
export function isBerry(app: App): boolean {
  return app.packageManager?.name === 'yarn' && !/^(1(\.|$)|classic)/.test(app.packageManager.version ?? '1')
}

/**
 * Shell commands that bring a package manager that does not come with Node; none for npm and Yarn 1.
 * pnpm and Bun are installed with npm in the exact version: the same on runners, in Amplify and in CodeBuild, with any Node.
 */
export function managerCommands(app: App): readonly string[] {
  const { name, version } = app.packageManager ?? { name: 'npm', version: null }
  if (name === 'pnpm') return [`npm install --global ${shellWord(`pnpm@${version ?? defaultPnpm}`)}`]
  if (name === 'bun') return [`npm install --global ${shellWord(`bun@${version ?? '1'}`)}`]
  if (!isBerry(app)) return []
  const bundled = Number(app.runtime?.version ?? defaultNode) < 25
  return [...(bundled ? [] : ['npm install --global corepack']), 'corepack enable']
}

function managerSteps(app: App, manager: string, enterprise: boolean): WorkflowStep[] {
  if (manager === 'bun' && !enterprise) {
    const version = app.packageManager?.version
    return [
      { name: 'Set up Bun', uses: 'oven-sh/setup-bun', with: { 'bun-version': version ?? '1', 'no-cache': true } },
    ]
  }
  const commands = managerCommands(app)
  return commands.length === 0 ? [] : [{ name: `Set up ${manager}`, run: commands.join('\n') }]
}

function storeCache(app: App, manager: string): WorkflowStep[] {
  const paths: Readonly<Record<string, string>> = {
    pnpm: '~/.local/share/pnpm/store',
    bun: '~/.bun/install/cache',
    yarn: '~/.yarn/berry/cache',
  }
  const path = paths[manager]
  return path && app.lockfile ? [fileCache(manager, [path], app.lockfile)] : []
}
