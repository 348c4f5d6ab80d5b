import type { App, Context, Delivery } from '../../model.ts'
import { ciJob } from '../ci/job.ts'

/** The steps of a CI job that are the repository's own; the others bring tools, which the images of other providers have. */
const own: ReadonlySet<string> = new Set(['Install dependencies', 'Prepare the test settings', 'Lint', 'Test', 'Build'])

/** What CI of GitHub Actions runs for an app, for providers without actions: install, lint, test, build. */
export function ciCommands(app: App, context: Context): Delivery['build'] {
  return (ciJob(app, context)?.steps ?? []).flatMap((step) => {
    const title = step.name ?? ''
    return 'run' in step && own.has(title) ? [{ title, command: step.run, tests: title === 'Test' }] : []
  })
}
