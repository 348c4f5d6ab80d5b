import type { App } from '../../model.ts'

/** The folder that a bare site is gathered in. */
export const gathered = '.site'

/** True for a site whose files lie in the app's own folder, beside what must not be published. */
export function isBare(app: App): boolean {
  return app.kind === 'static' && (app.output === null || app.output === '.')
}

/** Git's folder, packages and the files of the delivery are not part of the site: `**` would publish them to everyone. */
const leftOut = [gathered, 'node_modules', '.github', 'infra/cicd', 'amplify.yml', 'customHttp.yml']

/** Shell commands that copy a bare site to a folder of its own; none for other apps. */
export function gatherCommands(app: App): readonly string[] {
  if (!isBare(app)) return []
  const excludes = leftOut.map((path) => `--exclude=./${path}`).join(' ')
  return [`mkdir ${gathered}`, `tar --create --exclude-vcs ${excludes} . | tar --extract --directory=${gathered}`]
}
