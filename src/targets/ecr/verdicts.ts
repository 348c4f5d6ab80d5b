import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'
import { imageBuild } from './image-build.ts'

/** Whether the app can be an image that runs for long: a server or a worker, with a Dockerfile or one that can be written. */
export function servesImage(app: App): Verdict {
  if (app.kind === 'static') return no('ecr.static', 'A static site needs no container that runs all day.')
  if (app.kind === 'serverless')
    return no('ecr.serverless', 'Its functions are started by events; nothing of it runs as a container.')
  const image = imageBuild(app)
  if (typeof image === 'string') return no('ecr.no-dockerfile', `No container image can be built yet: ${image}.`)
  const runs =
    app.kind === 'worker' ? 'an ECS service without load balancer runs it' : 'ECS Express Mode runs it behind HTTPS'
  const reason = app.imageOnly.length > 0 ? ` It ${app.imageOnly.join(', ')}: only a container has room for that.` : ''
  if (image.files.length === 0)
    return yes('ecr.dockerfile', `\`${image.dockerfile}\` builds its image, and ${runs}.${reason}`)
  return yes(
    'ecr.generated',
    `A container image can be built for ${languageName(app)} with a Dockerfile that comes with the pull request, and ${runs}.${reason}`,
  )
}

// Their shared machines are x86-64; those of GitHub Actions and CodeBuild are both.
const onX86: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

/** Every provider builds images; for ARM64 only those with machines of that kind. */
export function fitsImage(app: App, _: Context, ci: CiId): Verdict {
  const image = imageBuild(app)
  if (onX86.has(ci) && typeof image !== 'string' && image.platform === 'linux/arm64') {
    const because = `\`${image.dockerfile}\` builds an image for ARM64, which ${providerNames[ci]} has no machines for here. GitHub Actions and CodePipeline have.`
    return no('ecr.ci', because)
  }
  return { ...servesImage(app), id: 'ecr.fits' }
}

function yes(id: string, because: string): Verdict {
  return { ok: true, id, because }
}

function no(id: string, because: string): Verdict {
  return { ok: false, id, because }
}
