import type { App, Context } from '../../../model.ts'
import { stackName } from '../../../render/bootstrap/steps.ts'

/** Where the script lies that deploys images to App Runner; all of the repository share it. */
export const imageScriptPath = 'infra/cicd/deploy-apprunner.sh'

/** Where the template of an image service lies. */
export function imageTemplatePath(app: App): string {
  return `infra/cicd/${app.name}/service.yaml`
}

/** The stack of an app's service in one environment: that of the bootstrap, and the app. */
export function imageStack(app: App, context: Context, slug: string): string {
  return `${stackName(context, slug)}-${app.name}`
}

// https://docs.aws.amazon.com/apprunner/latest/api/API_CreateService.html (2026-11): 4 to 40 letters, digits, hyphens, underscores.
const longest = 40

/** The name of the service in one environment: `shop-production-web`. Of a long one the end counts, which tells the services apart. */
export function serviceName(app: App, context: Context, slug: string): string {
  const whole = `${stackName(context, slug).replace(/^cicd-/, '')}-${app.name}`
  return whole.slice(-longest).replace(/^[^A-Za-z0-9]+/, '')
}
