import type { App, CiId, Context } from '../../model.ts'
import { providerNames } from '../../render/provider-names.ts'
import { languageName } from '../language-name.ts'
import type { Verdict } from '../target.ts'

export function servesCdk(app: App): Verdict {
  if (app.framework !== 'cdk' || app.definition === null) {
    return { ok: false, id: 'cdk.no-app', because: 'There is no CDK app (`cdk.json`).' }
  }
  const because = `\`${app.definition}\` makes it a CDK app: GitHub Actions shows the difference and deploys it through the roles of the CDK bootstrap.`
  return { ok: true, id: 'cdk.serves', because }
}

// Their jobs run in one image, which has Node.js or another language and not both.
const oneLanguage: ReadonlySet<CiId> = new Set(['gitlab', 'bitbucket', 'jenkins'])

export function fitsCdk(app: App, _: Context, ci: CiId): Verdict {
  if (oneLanguage.has(ci) && app.language !== 'node') {
    const because = `The CLI of the CDK needs Node.js beside ${languageName(app)}, which no image for jobs of ${providerNames[ci]} has. GitHub Actions and CodePipeline have both.`
    return { ok: false, id: 'cdk.ci', because }
  }
  return { ...servesCdk(app), id: 'cdk.fits' }
}
