import type { App, Context, GeneratedFile } from '../../model.ts'

/** Where App Runner reads its settings. */
export function configPath(app: App): string {
  return app.root === '.' ? 'apprunner.yaml' : `${app.root}/apprunner.yaml`
}

/** Where the template of an app's service lies. */
export function templatePath(app: App): string {
  return `infra/cicd/${app.name}/apprunner.yaml`
}

/** The service's stack: `shop-web-apprunner`, as CloudFormation allows names. */
export function serviceStack(app: App, context: Context, slug: string): string {
  const name = context.repository.name.replace(/[^A-Za-z0-9-]+/g, '-').replace(/^[^A-Za-z]+|-+$/g, '')
  return `${name === '' ? 'repository' : name.slice(0, 60)}-${app.name}-${slug}`
}

/** Folder of an app's parameters. The same for every environment: `apprunner.yaml` is one file for all of them. */
export function parameterFolder(app: App, context: Context): string {
  const name = context.repository.name.replace(/[^A-Za-z0-9_.-]+/g, '-')
  return `/cicd-${name}/${app.name}`
}

/** The file of settings. */
export function file(path: string, content: string, purpose: string): GeneratedFile {
  return { path, mode: '100644', content, purpose }
}
