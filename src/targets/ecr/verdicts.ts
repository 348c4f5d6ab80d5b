import type { App, CiId, Context } from '../../model.ts'
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

/** GitHub Actions only, for now. */
export function fitsImage(app: App, _: Context, ci: CiId): Verdict {
  if (ci !== 'github-actions') return no('ecr.ci', `Images are built by GitHub Actions here, not by ${ci}.`)
  return { ...servesImage(app), id: 'ecr.fits' }
}

function yes(id: string, because: string): Verdict {
  return { ok: true, id, because }
}

function no(id: string, because: string): Verdict {
  return { ok: false, id, because }
}
