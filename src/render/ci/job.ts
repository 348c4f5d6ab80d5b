import type { App, Context } from '../../model.ts'
import { checkout } from '../deploy-job.ts'
import { literal } from '../expression.ts'
import { privatePackages } from '../private-packages.ts'
import { commandStep, setUp } from '../setup.ts'
import type { Job, WorkflowStep } from '../workflow.ts'
import { prepareSteps } from './prepare.ts'
import { serviceEnv, services } from './stores.ts'
import { testCommand } from './test-command.ts'

/** The CI job of one app; null where nothing of it can be run (plain HTML, a Dockerfile alone). */
export function ciJob(app: App, context: Context): Job | null {
  // Without a language the tools of the build are not known, so it would fail for want of them.
  if (app.language === null && app.framework !== 'hugo') return null
  const test = testCommand(app)
  if (app.lint === null && test === null && app.build === null) return null
  const containers = test === null ? null : services(app)
  const env = { ...(containers ? serviceEnv(app) : {}), ...privatePackages.env(app) }
  return {
    name: literal(app.root === '.' ? app.name : app.root),
    permissions: { contents: 'read' },
    timeoutMinutes: 20,
    ...(containers ? { services: containers } : {}),
    ...(Object.keys(env).length > 0 ? { env } : {}),
    steps: [
      checkout(),
      ...setUp(app, context, true),
      ...commandStep('Install dependencies', app.install, app),
      ...prepareSteps(app),
      ...commandStep('Lint', app.lint, app),
      ...commandStep('Test', test, app),
      ...buildStep(app),
    ].map((step) => inFolder(step)),
  }
}

/** Create React App turns every warning into an error where CI is set, which no other build of the repository does. */
function buildStep(app: App): readonly WorkflowStep[] {
  const steps = commandStep('Build', app.build, app)
  return app.framework === 'create-react-app' ? steps.map((step) => ({ ...step, env: { CI: 'false' } })) : steps
}

function inFolder(step: WorkflowStep): WorkflowStep {
  return 'run' in step && step.workingDirectory !== undefined
    ? { ...step, workingDirectory: literal(step.workingDirectory) }
    : step
}
