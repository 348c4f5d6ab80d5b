import type { App } from '../../model.ts'

/**
 * The npm name `aws-cdk` also holds a stray 3.0.0 of April 2025: a range without an upper end would take it. A Node project brings its own
 * CLI, and `cdk` on npm is the same program for one that does not. Source: https://www.npmjs.com/package/aws-cdk (2026-11-11).
 */
function cdkCommand(app: App): string {
  return app.language === 'node' ? 'npx --yes cdk' : 'npx --yes aws-cdk@^2.1148.1'
}

/** A call of the CDK's CLI. Python's packages lie in the environment of the job; uv, Poetry and Pipenv have one of their own. */
export function cdkLine(app: App, args: string): string {
  const manager = app.packageManager?.name ?? ''
  const prefix = app.language === 'python' && ['uv', 'poetry', 'pipenv'].includes(manager) ? `${manager} run ` : ''
  return `${prefix}${cdkCommand(app)} ${args}`
}
