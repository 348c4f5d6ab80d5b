import type { App, Context } from '../../model.ts'
import { code } from '../../render/markdown.ts'
import { textsOf } from '../../text.ts'
import { needsCompute } from './hosting.ts'

/** What a reviewer must not miss about one site. */
export function warningsFor(app: App, context: Context): readonly string[] {
  const { repository } = context
  const texts = textsOf(context)
  const site = app.root === '.' ? texts.amplify.theSite : code(app.root)
  return [
    ...(needsCompute(app) ? [texts.amplify.compute(site)] : []),
    ...(needsCompute(app) && repository.private === false ? [texts.amplify.publicPreviews] : []),
    ...(needsCompute(app) && app.runtime?.name === 'node' && Number(app.runtime.version) < 20
      ? [texts.amplify.oldNode(app.runtime.version)]
      : []),
    ...(app.kind === 'static' && (app.output === '.' || app.output === null) ? [texts.amplify.wholeFolder] : []),
  ]
}
