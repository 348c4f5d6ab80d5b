import type { App } from '../../model.ts'

/** Where the workflow of a CDK app lies. */
export function workflowPath(app: App): string {
  return `.github/workflows/deploy-${app.name}.yml`
}
