import type { App } from '../../model.ts'
import { literal } from '../expression.ts'
import type { SetUp } from '../setup.ts'
import { shellWord } from '../shell.ts'
import type { WorkflowStep } from '../workflow.ts'
import { pinnedIn } from './cache.ts'

/** Python for an app that pins nothing. */
const defaultPython = '3.13'

/** setup-python (uv, poetry, pipenv where the app uses them) in the version the app pins. */
export const setUpPython: SetUp = (app, { cache, enterprise }) => {
  const manager = app.packageManager?.name ?? 'pip'
  const version = pinnedIn(app, ['.python-version'], 'python-version-file', 'python-version', defaultPython)
  const keyed = manager === 'pip' ? pipFiles(app) : app.lockfile === null ? [] : [app.lockfile]
  const cached = cache && (manager === 'pip' || manager === 'poetry' || manager === 'pipenv') && keyed.length > 0
  const python: WorkflowStep = {
    name: 'Set up Python',
    uses: 'actions/setup-python',
    with: {
      ...version,
      ...(cached ? { cache: manager, 'cache-dependency-path': keyed.map(literal).join('\n') } : {}),
    },
  }
  // poetry and pipenv come first: setup-python asks them where their cache lies.
  if (manager === 'poetry' || manager === 'pipenv') return [pipx(app, manager), python]
  if (manager !== 'uv') return [python]
  return enterprise ? [python, pipx(app, 'uv')] : [python, uvStep(app, cache)]
}

function pipx(app: App, tool: string): WorkflowStep {
  const version = app.packageManager?.version
  return { name: `Set up ${tool}`, run: `pipx install ${shellWord(version ? `${tool}==${version}` : tool)}` }
}

function uvStep(app: App, cache: boolean): WorkflowStep {
  const version = app.packageManager?.version
  const cached = cache && app.lockfile !== null
  return {
    name: 'Set up uv',
    uses: 'astral-sh/setup-uv',
    with: {
      ...(version ? { version } : {}),
      'enable-cache': cached,
      ...(cached ? { 'cache-dependency-glob': literal(app.lockfile ?? '') } : {}),
    },
  }
}

/** The lists that pip installs from: a cache is as good as they are new. */
function pipFiles(app: App): readonly string[] {
  const install = app.devInstall ?? app.install ?? ''
  const lists = [...install.matchAll(/(?:^|\s)-r\s+(\S+)/g)].map(([, name = '']) => name)
  const isProject = app.evidence.some(({ path }) => path.endsWith('pyproject.toml'))
  const names = lists.length > 0 ? lists : isProject && install.startsWith('pip ') ? ['pyproject.toml'] : []
  const own = names.map((name) => (app.root === '.' ? name : `${app.root}/${name}`))
  return app.lockfile === null ? own : [...new Set([app.lockfile, ...own])]
}
