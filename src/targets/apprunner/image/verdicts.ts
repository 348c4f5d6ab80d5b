import type { App, CiId, Context } from '../../../model.ts'
import { stages } from '../../../render/environments.ts'
import { providerNames } from '../../../render/provider-names.ts'
import { type Texts, textsOf } from '../../../text.ts'
import { imageBuild } from '../../ecr/image-build.ts'
import type { Verdict } from '../../target.ts'
import { accountRefusal, servesSource } from '../verdicts.ts'

/**
 * Whether App Runner can run an image of the app: an HTTP server for x86-64 without WebSockets. What Copilot runs moves on to ECS, since
 * half of Copilot's services are App Runner's already.
 */
export function servesImageService(app: App, texts: Texts): boolean {
  if (app.kind !== 'server' && app.kind !== 'ssr') return false
  if (app.needs.some((need) => need === 'websockets' || need === 'ecs')) return false
  const image = imageBuild(app, texts)
  return typeof image !== 'string' && image.platform === 'linux/amd64'
}

/** Only for an account that is known to use App Runner, or where a person asked for App Runner by name. */
export function fitsImageService(app: App, context: Context, ci: CiId): Verdict {
  const texts = textsOf(context)
  const account = accountRefusal(context)
  if (account) return account
  if (context.aws.appRunnerCustomer !== true && !isWanted(app, context)) return servesSource(app, texts)
  const regions = new Set(stages(context).map(({ region }) => region))
  if (regions.size > 1) {
    const because = texts.apprunner.ownRegion
    return { ok: false, id: 'apprunner.image-region', because }
  }
  if (ci !== 'github-actions')
    return { ok: false, id: 'apprunner.ci', because: texts.apprunner.imageCi(providerNames[ci]) }
  const because = texts.apprunner.fromImage(servesSource(app, texts).because)
  return { ok: true, id: 'apprunner.image-fits', because }
}

function isWanted(app: App, context: Context): boolean {
  return context.request.target === 'apprunner' || inConfig(app, context)?.target === 'apprunner'
}

function inConfig(app: App, { config }: Context) {
  return config.apps.find((entry) => entry.path === app.root)
}
