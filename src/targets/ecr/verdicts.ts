import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import { type Texts, textsOf } from '../../text.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'
import { imageBuild } from './image-build.ts'

/** Whether the app can be an image that runs for long: a server or a worker, with a Dockerfile or one that can be written. */
export function servesImage(app: App, texts: Texts): Verdict {
  if (app.kind === 'static') return no('ecr.static', texts.ecr.staticSite)
  if (app.kind === 'serverless') return no('ecr.serverless', texts.ecr.serverless)
  const image = imageBuild(app, texts)
  if (typeof image === 'string') return no('ecr.no-dockerfile', texts.ecr.noImage(image))
  const runs = app.kind === 'worker' ? texts.ecr.runsWorker : texts.ecr.runsServer
  const reason = app.imageOnly.length > 0 ? texts.ecr.onlyContainer(app.imageOnly.join('; ')) : ''
  if (image.files.length === 0) return yes('ecr.dockerfile', texts.ecr.servesOwn(image.dockerfile, runs, reason))
  return yes('ecr.generated', texts.ecr.servesGenerated(languageName(app, texts), runs, reason))
}

// Their shared machines are x86-64; those of GitHub Actions and CodeBuild are both.
const onX86: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

/** Every provider builds images; for ARM64 only those with machines of that kind. */
export function fitsImage(app: App, context: Context, ci: CiId): Verdict {
  const texts = textsOf(context)
  const image = imageBuild(app, texts)
  if (onX86.has(ci) && typeof image !== 'string' && image.platform === 'linux/arm64') {
    const because = texts.ecr.onArm(image.dockerfile, providerNames[ci])
    return no('ecr.ci', because)
  }
  return { ...servesImage(app, texts), id: 'ecr.fits' }
}

function yes(id: string, because: string): Verdict {
  return { ok: true, id, because }
}

function no(id: string, because: string): Verdict {
  return { ok: false, id, because }
}
