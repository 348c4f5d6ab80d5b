import type { App, Choice, Context, Host, Rendering, Some } from '../model.ts'
import type { Stage } from '../render/environments.ts'
import { type Texts, textsOf } from '../text.ts'
import { imageStack } from './apprunner/image/names.ts'
import { fitsImageService, servesImageService } from './apprunner/image/verdicts.ts'
import { renderImages } from './apprunner/image.ts'
import { serviceStack } from './apprunner/names.ts'
import { sourceOf } from './apprunner/provision.ts'
import { renderSource } from './apprunner/source.ts'
import { together } from './apprunner/together.ts'
import { fitsSource, servesSource } from './apprunner/verdicts.ts'
import { deployPath } from './ecr/workflow.ts'
import type { Target, Verdict } from './target.ts'

/** App Runner: from source where its managed runtimes build and run the app, else from an image, for accounts that use it already. */
export const apprunner: Target = {
  id: 'apprunner',
  serves,
  fits: (app, context, ci) =>
    servesSource(app, textsOf(context)).ok ? fitsSource(app, context) : fitsImageService(app, context, ci),
  render,
  host,
  workflow: (app, context) => (servesSource(app, textsOf(context)).ok ? null : deployPath(app)),
}

function serves(app: App, texts: Texts): Verdict {
  const source = servesSource(app, texts)
  return source.ok || !servesImageService(app, texts)
    ? source
    : { ok: true, id: 'apprunner.image', because: source.because }
}

function render(choices: Some<Choice>, context: Context): Rendering {
  const apps = choices.map(({ app }) => app)
  const [source, ...sources] = apps.filter((app) => servesSource(app, textsOf(context)).ok)
  const [image, ...images] = apps.filter((app) => !servesSource(app, textsOf(context)).ok)
  if (!image) return renderSource(source ? [source, ...sources] : [choices[0].app], context)
  const fromImages = renderImages([image, ...images], context)
  return source ? together(renderSource([source, ...sources], context), fromImages) : fromImages
}

function host(app: App, stage: Stage, context: Context): Host {
  return servesSource(app, textsOf(context)).ok
    ? { kind: 'apprunner', stack: serviceStack(app, context, stage.slug), source: sourceOf(app, stage, context) }
    : { kind: 'apprunner', stack: imageStack(app, context, stage.slug), source: null }
}
