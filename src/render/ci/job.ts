import type { App, Context } from '../../model.ts'
import { checkout } from '../deploy-job.ts'
import { literal } from '../expression.ts'
import { privatePackages } from '../private-packages.ts'
import { defaultNode } from '../setup/node.ts'
import { commandStep, setUp } from '../setup.ts'
import type { Job, WorkflowStep } from '../workflow.ts'
import { prepareSteps } from './prepare.ts'
import { serviceEnv, services } from './stores.ts'
import { testCommand } from './test-command.ts'
import { testEnv } from './test-env.ts'

/** The CI job of one app; null where nothing of it can be run (plain HTML, a Dockerfile alone). */
export function ciJob(app: App, context: Context): Job | null {
  // Without a language the tools of the build are not known, so it would fail for want of them.
  if (app.language === null && app.framework !== 'hugo') return null
  const test = testCommand(app)
  if (app.lint === null && test === null && app.build === null) return null
  const containers = test === null ? null : services(app)
  const env = {
    ...testEnv(app),
    ...(containers ? serviceEnv(app) : {}),
    ...privatePackages.env(app),
  }
  return {
    name: literal(app.root === '.' ? app.name : app.root),
    permissions: { contents: 'read' },
    timeoutMinutes: 20,
    ...(containers ? { services: containers } : {}),
    ...(Object.keys(env).length > 0 ? { env } : {}),
    steps: [
      checkout(),
      ...setUp(app, context, true),
      ...nodeBeside(app),
      ...commandStep('Install dependencies', app.devInstall ?? app.install, app),
      ...prepareSteps(app),
      ...commandStep('Lint', app.lint, app),
      ...inOrder(app, commandStep('Test', test, app), buildStep(app)),
    ].map((step) => inFolder(step)),
  }
}

/** Laravel's pages are looked for in what the build of its assets leaves, by tests too. */
function inOrder(app: App, test: readonly WorkflowStep[], build: readonly WorkflowStep[]): readonly WorkflowStep[] {
  return app.framework === 'laravel' ? [...build, ...test] : [...test, ...build]
}

/** Assets that a server of another language builds with Node. */
function nodeBeside(app: App): readonly WorkflowStep[] {
  if (app.language === null || app.language === 'node' || !/\b(?:npm|npx|node)\b/.test(app.build ?? '')) return []
  const given = { 'node-version': defaultNode, 'package-manager-cache': false }
  return [{ name: 'Set up Node.js', uses: 'actions/setup-node', with: given }]
}

/** Create React App turns every warning into an error where CI is set, which no other build of the repository does. */
function buildStep(app: App): readonly WorkflowStep[] {
  const steps = commandStep('Build', buildCommand(app), app)
  return app.framework === 'create-react-app' ? steps.map((step) => ({ ...step, env: { CI: 'false' } })) : steps
}

/** Packages of these managers lie in an environment of their own, which a plain `python` does not see. */
function buildCommand(app: App): string | null {
  const manager = app.packageManager?.name ?? ''
  if (app.language !== 'python' || app.build === null || !/^(?:uv|poetry|pdm|pipenv)$/.test(manager)) return app.build
  return app.build.replace(
    /(^|&&\s*)(?=(?:python3?|mkdocs|sphinx-build|pelican|lektor|nikola)\b)/g,
    `$1${manager} run `,
  )
}

function inFolder(step: WorkflowStep): WorkflowStep {
  return 'run' in step && step.workingDirectory !== undefined
    ? { ...step, workingDirectory: literal(step.workingDirectory) }
    : step
}
