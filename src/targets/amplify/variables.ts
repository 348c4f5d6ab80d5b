import type { App } from '../../model.ts'

/**
 * Variables that the platform sets, or that Amplify does not let anyone set (`AWS_…`). Writing those of the build into a file for the
 * server would hand out the build's own credentials.
 */
const foreign = /^(AWS_|AMPLIFY_|GITHUB_|VERCEL|NETLIFY|npm_|(CI|HOME|HOST|HOSTNAME|NODE_ENV|PATH|PORT|PWD|TZ)$)/

/** The variables of the app's own that it reads, as a shell can name them. */
export function ownVariables(app: App): readonly string[] {
  return app.env.filter((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !foreign.test(name))
}
