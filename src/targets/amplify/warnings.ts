import type { App, Context } from '../../model.ts'
import { code } from '../../render/markdown.ts'
import { needsCompute } from './hosting.ts'

/** What a reviewer must not miss about one site. */
export function warningsFor(app: App, { repository }: Context): readonly string[] {
  const site = app.root === '.' ? 'the site' : code(app.root)
  return [
    ...(needsCompute(app)
      ? [
          `The Amplify app of ${site} must have the platform \`WEB_COMPUTE\`: it runs server code. The console sets it when it recognises the framework; the steps check it.`,
        ]
      : []),
    ...(needsCompute(app) && repository.private === false
      ? [
          'This repository is public, so do not count on previews of pull requests: Amplify refuses them where the code of a pull request would run with a role.',
        ]
      : []),
    ...(needsCompute(app) && app.runtime?.name === 'node' && Number(app.runtime.version) < 20
      ? [
          `The repository pins Node.js ${app.runtime.version}, which Amplify refuses for server code; the build uses 22.`,
        ]
      : []),
    ...(app.kind === 'static' && (app.output === '.' || app.output === null)
      ? [
          'The whole folder is published, so nothing in it is private. Move the site into a folder of its own if that is not wanted.',
        ]
      : []),
  ]
}
